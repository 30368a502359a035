import type { Item } from '#adapter/adapter.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import type { Refusal } from '#event/reason.ts';
import { says } from '#event/says.ts';
import type { CanonicalEvent } from '#event/types.ts';
import type { Outcome } from '#intake/outcome.ts';
import { type Recordable, unnamedIn } from '#scorecard/recordable.ts';
import type { Source } from '#scorecard/sourceSchema.ts';
import type { Candidate } from '#store/eventLog.ts';

/** An event that may be stored, or one already decided. */
export type Read = { readonly fact: Candidate; readonly warnings: readonly Refusal[] } | Outcome;

/** Whose record it is, and what its events are hashed with. */
export interface Owner {
  readonly organisation: string;
  readonly source: Pick<Source, 'id' | 'types'>;
  readonly hashKey: string;
  readonly context: { readonly now: Date };
  /** The organisation's, which records should name parts of; what names none is warned of. */
  readonly scorecards?: readonly Recordable[];
  /** Writes what was sent in such a warning, where not everything may be repeated. */
  readonly shown?: (sent: string) => string;
}

/** What the events of one record mean; a record that becomes none is decided at once. */
export const readItem = ({ events, refused, leftOut, unlessSame }: Item, owner: Owner): readonly Read[] => {
  if (refused) return [decided(undefined, refused)];
  if (leftOut !== undefined) return [];
  const reads = events.map((event) => read(event, owner));
  return unlessSame ? reads.map(ifNews) : reads;
};

/** A web interaction has one revision, which is never written twice. */
const ifNews = (read: Read): Read =>
  'fact' in read && read.fact.stream !== 'web' ? { ...read, fact: { ...read.fact, says: says(read.fact) } } : read;

const decided = (id: string | undefined, result: Refusal): Outcome => ({ id, result, warnings: [] });

/** What one event means, if it may be stored: its schema, its organisation and its source's list of types allow it. */
const read = (input: object, owner: Owner): Read => {
  const {
    organisation,
    source,
    hashKey,
    context: { now },
  } = owner;
  const parsed = parseEvent(input, { now, pathSource: source.id, organisation });
  if (!('event' in parsed)) {
    const { id, reason, pointer } = parsed;
    return decided(id, { reason, pointer });
  }
  const { event, warnings } = parsed;
  const allowed = source.types ?? [event.type];
  if (!allowed.includes(event.type)) return decided(event.id, mayNotSend(source.id, allowed));
  return { fact: factOf(event, { organisation, hashKey }), warnings: [...warnings, ...unnamed(event, owner)] };
};

/** Taken back, it need name nothing. */
const unnamed = (event: CanonicalEvent, { scorecards, shown }: Owner): readonly Refusal[] =>
  scorecards === undefined || event.withdrawn ? [] : unnamedIn(event, scorecards, shown);

const mayNotSend = (source: string, allowed: readonly string[]): Refusal => ({
  reason: `type must be one that the source ${source} may send: ${allowed.join(', ')}`,
  pointer: '/type',
});
