import type { Posted } from '#adapter/cloudevents.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import type { Refusal } from '#event/reason.ts';
import type { Fact } from '#event/types.ts';
import type { Outcome } from '#functions/collect/answer.ts';
import type { Authenticated } from '#functions/collect/authenticate.ts';

/** An event that may be stored, or one already decided. */
export type Read = { readonly fact: Fact; readonly warnings: readonly Refusal[] } | Outcome;

/** What one event means, if it may be stored: its schema, its organisation and its source's list of types allow it. */
export const read = ({ input }: Posted, { organisation, source, hashKey }: Authenticated, now: Date): Read => {
  const parsed = parseEvent(input, { now, pathSource: source.id, organisation });
  if (!('event' in parsed)) {
    const { id, reason, pointer } = parsed;
    return { id, result: { reason, pointer }, warnings: [] };
  }
  const { event, warnings } = parsed;
  const allowed = source.types ?? [event.type];
  if (!allowed.includes(event.type)) return { id: event.id, result: mayNotSend(source.id, allowed), warnings: [] };
  return { fact: factOf(event, { organisation, hashKey }), warnings };
};

const mayNotSend = (source: string, allowed: readonly string[]): Refusal => ({
  reason: `type must be one that the source ${source} may send: ${allowed.join(', ')}`,
  pointer: '/type',
});
