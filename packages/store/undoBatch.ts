import { createHash } from 'node:crypto';
import { canonicalJson } from '#event/canonicalJson.ts';
import type { Batches } from '#store/batches.ts';
import type { Candidate, EventLog } from '#store/eventLog.ts';

export interface Undone {
  readonly withdrawn: number;
  /** Withdrawn before, changed since by a later import, or never news. */
  readonly left: number;
  /** Interactions with a website, which are never withdrawn. */
  readonly lasting: number;
}

/** The fact, withdrawn, if it is still just what the import stored: an import doubles its revisions, so one fits between. */
const withdrawal = ({ contentHash: _, says: __, ...fact }: Candidate): Candidate => {
  const withdrawn = { ...fact, revision: fact.revision + 1, withdrawn: true };
  const contentHash = createHash('sha256').update(canonicalJson(withdrawn)).digest('hex');
  return { ...withdrawn, contentHash, over: fact.revision };
};

/** Takes one part of an import back. It can be done again, and after it was interrupted, with the same result. */
export async function undoPart(facts: readonly Candidate[], log: Pick<EventLog, 'append'>, now: Date): Promise<Undone> {
  const lasting = facts.filter(({ stream }) => stream === 'web').length;
  const answers = await log.append(facts.filter(({ stream }) => stream !== 'web').map(withdrawal), now);
  const withdrawn = answers.filter((answer) => answer === 'accepted').length;
  return { withdrawn, left: answers.length - withdrawn, lasting };
}

export async function undoBatch(
  { organisation, batch }: { readonly organisation: string; readonly batch: string },
  { batches, log }: { readonly batches: Batches; readonly log: Pick<EventLog, 'append'> },
  { now, onPart = () => undefined }: { readonly now: Date; readonly onPart?: (done: number, of: number) => void },
): Promise<Undone> {
  const parts = await batches.parts(organisation, batch);
  let total: Undone = { withdrawn: 0, left: 0, lasting: 0 };
  for (const [index, part] of parts.entries()) {
    const { withdrawn, left, lasting } = await undoPart(await batches.facts({ organisation, batch, part }), log, now);
    total = { withdrawn: total.withdrawn + withdrawn, left: total.left + left, lasting: total.lasting + lasting };
    onPart(index + 1, parts.length);
  }
  return total;
}
