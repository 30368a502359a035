import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundling } from '#infra/bundle.ts';
import type { SiteFile } from '#site/siteFile.ts';

/** As they are, or every text spoilt by somebody who means harm. */
type Written = 'plain' | 'hostile';

// Bundled as the publish function is.
const entryOf = (kind: Written) => `
import { ${kind === 'plain' ? 'plainInputs' : 'hostileInputs'} as inputs } from '#test/site/hostile.ts';
import { assets } from '#site/assets.ts';
import { filesOf, renderSite } from '#site/renderSite.tsx';
export const files = inputs.flatMap((input) => filesOf(renderSite(input, assets)));
`;

const bundled = async (kind: Written): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: entryOf(kind), resolveDir: process.cwd(), loader: 'ts' },
    ...bundling,
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
};

/** Every file of the site that the fixtures give, by path. */
export const fixtureSite = async (kind: Written): Promise<ReadonlyMap<string, SiteFile>> => {
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-site-'));
  try {
    const path = join(folder, 'site.mjs');
    writeFileSync(path, await bundled(kind));
    const { files } = (await import(pathToFileURL(path).href)) as { files: readonly SiteFile[] };
    return new Map(files.map((file) => [file.path, file]));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
