import { hashOf, type Manifest, type Manifests } from '#functions/publish/manifest.ts';
import type { Site } from '#site/renderSite.tsx';
import { inParallel } from '#store/inParallel.ts';
import type { SiteFile, Website } from '#store/website.ts';

type Hashed = SiteFile & { readonly hash: string };

const hashed = (files: readonly SiteFile[]): Hashed[] => files.map((file) => ({ ...file, hash: hashOf(file) }));

const putAll = (website: Website, files: readonly SiteFile[]): Promise<unknown> =>
  inParallel(files, (file) => website.put(file));

const entriesOf = (files: readonly Hashed[]): Manifest =>
  Object.fromEntries(files.map(({ path, hash }) => [path, hash]));

/** Several scorecards write these, so no manifest of one of them can say what they hold. */
const sharedToWrite = async (website: Website, files: readonly SiteFile[]): Promise<SiteFile[]> => {
  const stored = await inParallel(files, ({ path }) => website.get(path));
  return files.filter((file, i) => {
    const before = stored[i];
    return before === undefined || hashOf(before) !== hashOf(file);
  });
};

/** An edition's own folder, `{org}/{scorecard}/{period}/{number}/`, is kept when a higher one takes its period. */
const isKeptForGood = (path: string): boolean => /^[^/]+\/[^/]+\/\d{4}[^/]*\/\d+\//.test(path);

/** Drawings only stand beside an edition, for good. */
const isToReplace = (path: string): boolean => /(\/index\.html|\.json|\.csv|\.xml)$/.test(path) && !isKeptForGood(path);

/** Pages and data of the last publication that this one no longer has. */
export const withdrawnPaths = (before: Manifest, site: Site): string[] => {
  const paths = new Set([...site.editions, ...site.entries].map(({ path }) => path));
  return Object.keys(before).filter((path) => isToReplace(path) && !paths.has(path));
};

interface Writing {
  readonly site: Site;
  /** What to leave where a page is gone. */
  readonly withdrawn: (path: string) => SiteFile;
  readonly website: Website;
  readonly manifests: Manifests;
}

/**
 * Assets first, then editions with their data, then the pages that readers come in by; what has not changed is not
 * written. Before the first write the manifest forgets what is about to change, so that after a crash it claims nothing
 * that may not be there. Returns how many files were written.
 */
export const writeSite = async ({ site, withdrawn, website, manifests }: Writing): Promise<number> => {
  const before = await manifests.read();
  const gone = hashed(withdrawnPaths(before, site).map(withdrawn));
  const stages = [site.assets, site.editions, site.entries].map(hashed);
  const changed = stages.map((files) => files.filter(({ path, hash }) => before[path] !== hash));
  const after = entriesOf(stages.flat());
  if (changed.flat().length + gone.length > 0) {
    await manifests.write(without(before, [...changed.flat()]));
    for (const files of [...changed, gone]) await putAll(website, files);
  }
  const shared = await sharedToWrite(website, site.shared);
  await putAll(website, shared);
  if (JSON.stringify(after) !== JSON.stringify(before)) await manifests.write(after);
  return changed.flat().length + gone.length + shared.length;
};

const without = (manifest: Manifest, files: readonly SiteFile[]): Manifest => {
  const paths = new Set(files.map(({ path }) => path));
  return Object.fromEntries(Object.entries(manifest).filter(([path]) => !paths.has(path)));
};
