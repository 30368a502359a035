import { hashOf, type Manifest, type Manifests } from '#functions/publish/manifest.ts';
import type { Site } from '#site/renderSite.tsx';
import { inParallel } from '#store/inParallel.ts';
import type { SiteFile, Website } from '#store/website.ts';

type Hashed = SiteFile & { readonly hash: string };

/** As bytes at once: they are hashed and sent, and the text, in its many pieces, can go. */
const hashed = (files: readonly SiteFile[]): Hashed[] =>
  files.map((file) => {
    const bytes = { ...file, body: typeof file.body === 'string' ? Buffer.from(file.body) : file.body };
    return { ...bytes, hash: hashOf(bytes) };
  });

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
const gonePaths = (before: Manifest, after: Manifest): string[] =>
  Object.keys(before).filter((path) => isToReplace(path) && !(path in after));

interface Writing {
  readonly site: Site;
  /** What to leave where a page is gone. */
  readonly withdrawn: (path: string) => SiteFile;
  readonly website: Website;
  readonly manifests: Manifests;
}

/** What one publication has written so far, and what it knows to be there. */
interface Progress {
  readonly before: Manifest;
  readonly after: Record<string, string>;
  written: number;
}

const notKnown = '';

/** Every path that may be there, but of what is not yet seen again nothing that may not be true after a crash. */
const cautious = ({ before, after }: Progress): Manifest => ({
  ...Object.fromEntries(Object.keys(before).map((path) => [path, notKnown])),
  ...after,
});

const writePart = async (
  files: readonly SiteFile[],
  progress: Progress,
  { website, manifests }: Pick<Writing, 'website' | 'manifests'>,
): Promise<void> => {
  const all = hashed(files);
  const changed = all.filter(({ path, hash }) => progress.before[path] !== hash);
  if (progress.written === 0 && changed.length > 0) await manifests.write(cautious(progress));
  await putAll(website, changed);
  Object.assign(progress.after, entriesOf(all));
  progress.written += changed.length;
};

/**
 * Assets first, then editions with their data, then the pages that readers come in by, each part let go of before the
 * next is made; what has not changed is not written. Before the first write the manifest forgets all that is not yet
 * seen again, so that after a crash it claims nothing that may not be there. Returns how many files were written.
 */
export const writeSite = async ({ site, withdrawn, ...stores }: Writing): Promise<number> => {
  const { website, manifests } = stores;
  const progress: Progress = { before: await manifests.read(), after: {}, written: 0 };
  for (const files of site.parts) await writePart(files, progress, stores);
  const gone = gonePaths(progress.before, progress.after).map(withdrawn);
  const shared = await sharedToWrite(website, site.shared);
  for (const files of [gone, shared]) await putAll(website, files);
  const isNew = JSON.stringify(progress.after) !== JSON.stringify(progress.before);
  if (isNew) await manifests.write(progress.after);
  return progress.written + gone.length + shared.length;
};
