import { filesOf, renderSite, type SiteInput } from '#site/renderSite.tsx';
import type { SiteFile } from '#site/siteFile.ts';
import { inputs } from '#test/site/inputs.ts';

/** Fixed bytes instead of the style sheet and the script, so that a page's text does not change with them. */
export const plainAssets = { css: 'body{}', script: '0' };

export const filesFor = (input: SiteInput): Map<string, SiteFile> =>
  new Map(filesOf(renderSite(input, plainAssets)).map((file) => [file.path, file]));

export const fixtureFiles = (): Map<string, SiteFile> => new Map(inputs.flatMap((input) => [...filesFor(input)]));

export const textAt = (files: ReadonlyMap<string, SiteFile>, path: string): string => {
  const file = files.get(path);
  if (file === undefined) throw new Error(`there is no ${path}; there are ${[...files.keys()].join(', ')}`);
  return String(file.body);
};
