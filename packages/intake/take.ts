import { type Outcome, worstOf } from '#intake/outcome.ts';
import type { Read } from '#intake/read.ts';
import { appendNews } from '#store/appendNews.ts';
import type { Candidate, EventLog } from '#store/eventLog.ts';

export const factsIn = (records: readonly (readonly Read[])[]): readonly Candidate[] =>
  records.flat().flatMap((read) => ('fact' in read ? [read.fact] : []));

/** All facts of the records at once; then each record's fate. */
export const append = async (
  records: readonly (readonly Read[])[],
  eventLog: Pick<EventLog, 'append' | 'recordsOf'>,
  now: Date,
): Promise<readonly Outcome[]> => {
  const facts = factsIn(records);
  const results = facts.length === 0 ? [] : await appendNews(eventLog, facts, now);
  let next = 0;
  const outcomeOf = (read: Read): Outcome => {
    if (!('fact' in read)) return read;
    const appended = results[next++];
    if (appended === undefined) throw new Error('the event log answered for fewer facts than it was given');
    const result = typeof appended === 'string' ? appended : { reason: appended.refused, pointer: appended.pointer };
    return { id: read.fact.id, result, warnings: read.warnings };
  };
  return records.map((reads) => worstOf(reads.map(outcomeOf)));
};
