import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** One event as it was posted, and the source whose address it was posted to. */
export interface Posting {
  readonly pathSource: string;
  readonly event: Readonly<Record<string, unknown>>;
}

export interface Posted {
  readonly postings: readonly Posting[];
  /** The as-of date of the last night. */
  readonly night: string;
  /** Those of all nights, in their order. */
  readonly nights: readonly string[];
}

type Events = readonly Posting['event'][];
type Post = { readonly source: string; readonly files: readonly string[] } | { readonly generate: string };

interface Entry {
  readonly organisation: string;
  readonly post: readonly Post[];
  readonly night: string;
}

interface Generator {
  batches(): Iterable<{ readonly source: string; readonly events: Events }>;
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const from = (pathSource: string, events: Events): Posting[] => events.map((event) => ({ pathSource, event }));

async function postingsOf(post: Post): Promise<readonly Posting[]> {
  if ('files' in post) return post.files.flatMap((path) => from(post.source, readJson(path)));
  const { batches }: Generator = await import(pathToFileURL(post.generate).href);
  return [...batches()].flatMap(({ source, events }) => from(source, events));
}

/** Everything that `npm start` posts for an organisation, in that order. */
export async function postedFor(organisation: string): Promise<Posted> {
  const plan: readonly Entry[] = readJson('events/plan.json');
  const entries = plan.filter((entry) => entry.organisation === organisation);
  const postings: Posting[] = [];
  for (const post of entries.flatMap((entry) => entry.post)) postings.push(...(await postingsOf(post)));
  const nights = entries.map(({ night }) => night);
  return { postings, nights, night: nights.at(-1) ?? '' };
}
