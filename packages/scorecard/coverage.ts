import { type Day, daysOf, isWeekday } from '#calendar/day.ts';
import type { Period } from '#calendar/period.ts';
import type { Stream } from '#event/types.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import type { Evidence } from '#scorecard/evidence.ts';
import { streamsOf } from '#scorecard/questions.ts';
import type { Measure, Organisation } from '#scorecard/schema.ts';

type Expected = Organisation['expected'];

const isExpected = (stream: Stream, day: Day, expected: Expected): boolean =>
  (expected as Readonly<Record<string, string | undefined>>)[stream] !== 'weekdays' || isWeekday(day);

/** Which of the days that should have brought something did. Nothing for readings, of which one is enough. */
export const coverageOf = (
  { value }: Pick<Measure, 'value'>,
  period: Period,
  asOf: Day,
  { expected, evidence }: { readonly expected: Expected; readonly evidence: Evidence },
): EditionMeasure['coverage'] => {
  const streams = streamsOf(value).filter((stream) => stream !== 'gauge');
  if (streams.length === 0) return undefined;
  const end = period.end < asOf ? period.end : asOf;
  const received = new Map(streams.map((stream) => [stream, new Set(evidence.partialOf(stream).days)]));
  const days = [...daysOf({ start: period.start, end })].filter((day) =>
    streams.some((stream) => isExpected(stream, day, expected)),
  );
  const isMissing = (day: Day): boolean =>
    streams.some((stream) => isExpected(stream, day, expected) && !received.get(stream)?.has(day));
  const missing = days.filter(isMissing);
  return { expectedDays: days.length, daysWithData: days.length - missing.length, missing };
};
