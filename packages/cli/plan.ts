import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CloudEvent, Parcel } from '#cli/post.ts';
import { readEvents } from '#cli/send.ts';
import { sourceNamed } from '#cli/sourceNamed.ts';
import type { Up } from '#local/upFile.ts';

/** One entry of `events/plan.json`: what is posted, and then the night. */
export interface PlanEntry {
  readonly organisation: string;
  readonly post: readonly Posting[];
  /** The as-of date. */
  readonly night: string;
}

type Posting = { readonly source: string; readonly files: readonly string[] } | { readonly generate: string };

interface Generator {
  batches(): Iterable<{ readonly source: string; readonly events: readonly CloudEvent[] }>;
}

export const readPlan = (root: string): PlanEntry[] =>
  JSON.parse(readFileSync(join(root, 'events', 'plan.json'), 'utf8'));

/** One parcel a source, for fewer requests: they need not keep any order. */
export async function parcelsOf(root: string, up: Up, { organisation, post }: PlanEntry): Promise<Parcel[]> {
  const parcels = await Promise.all(post.map((posting) => parcelsIn(root, posting)));
  return [...Map.groupBy(parcels.flat(), ({ source }) => source)].map(([source, alike]) => ({
    source: sourceNamed(up, `${organisation}.${source}`),
    events: alike.flatMap(({ events }) => events),
  }));
}

async function parcelsIn(root: string, posting: Posting) {
  if ('generate' in posting) {
    const generator: Generator = await import(pathToFileURL(join(root, posting.generate)).href);
    return [...generator.batches()];
  }
  return posting.files.map((path) => ({ source: posting.source, events: readEvents(join(root, path), path) }));
}
