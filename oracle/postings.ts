import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** One event as it was posted, and the source whose address it was posted to. */
export interface Posting {
  readonly pathSource: string;
  readonly event: Readonly<Record<string, unknown>>;
}

export interface Stage {
  readonly postings: readonly Posting[];
  readonly night: string;
}

export interface Posted {
  readonly postings: readonly Posting[];
  /** The as-of date of the last night. */
  readonly night: string;
  /** The same by the night that follows each posting, in their order. */
  readonly stages: readonly Stage[];
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
  const stages: Stage[] = [];
  for (const { post, night } of entries) {
    const postings: Posting[] = [];
    for (const each of post) postings.push(...(await postingsOf(each)));
    stages.push({ postings, night });
  }
  return { postings: stages.flatMap(({ postings }) => postings), stages, night: stages.at(-1)?.night ?? '' };
}
