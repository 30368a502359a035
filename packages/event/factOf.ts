import { createHash } from 'node:crypto';
import { londonDay } from '#calendar/day.ts';
import { canonicalJson } from '#event/canonicalJson.ts';
import { instantOf } from '#event/instantOf.ts';
import { withoutPersonalData } from '#event/personal.ts';
import { subjectOf } from '#event/subjectOf.ts';
import { type CanonicalEvent, type Fact, streamOfType } from '#event/types.ts';

/** What is kept of an accepted event. The same event gives the same fact, whoever sends it and however often. */
export const factOf = (
  event: CanonicalEvent,
  { organisation, hashKey }: { readonly organisation: string; readonly hashKey: string },
): Fact => {
  const kept = { ...event, data: withoutPersonalData(event, hashKey) };
  const content = {
    ...kept,
    stream: streamOfType[event.type],
    subject: subjectOf(kept),
    day: londonDay(instantOf(event)),
  };
  return { organisation, ...content, contentHash: createHash('sha256').update(canonicalJson(content)).digest('hex') };
};
