import { addDays } from '#calendar/day.ts';
import type { Stream } from '#event/types.ts';
import type { DirtyDay } from '#store/eventLog.ts';

/** A reply restates messages of its thread that are at most this much older, and whether later ones begin a wait. */
const threadDays = 30;

/** Of the days of a subject's facts, those that a fact in `days` bears on: for cases all, for messages 30 days around. */
export function bearingDays(stream: Stream, days: readonly string[], ofSubject: readonly string[]): readonly string[] {
  if (stream === 'case') return ofSubject;
  return ofSubject.filter((other) =>
    days.some((day) => other <= addDays(day, threadDays) && other >= addDays(day, -threadDays)),
  );
}

const keyOf = ({ organisation, stream, day }: DirtyDay) => `${organisation}#${stream}#${day}`;

export const distinctDays = (days: readonly DirtyDay[]): readonly DirtyDay[] => [
  ...new Map(days.map((day) => [keyOf(day), day])).values(),
];
