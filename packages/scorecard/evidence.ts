import { addDays, type Day, endOfDay } from '#calendar/day.ts';
import { periodContaining, shiftPeriod } from '#calendar/period.ts';
import type { Stream } from '#event/types.ts';
import { mergeAll } from '#metric/merge.ts';
import type { DayPartial, Partial } from '#metric/partial.ts';
import type { Span } from '#scorecard/spans.ts';

/** What a formula is worked out from: partials merged over a span, and the moment up to which things happened. */
export interface Evidence {
  readonly partialOf: (stream: Stream) => Partial;
  readonly until: Date;
  /** Networks and channels whose replies cannot be seen. */
  readonly unseen?: readonly string[];
}

type MergedOf = (stream: Stream, span: Span) => Partial;

const remembering = (merge: MergedOf): MergedOf => {
  const known = new Map<string, Partial>();
  return (stream, span) => {
    const key = `${stream} ${span.start} ${span.end}`;
    const partial = known.get(key) ?? merge(stream, span);
    known.set(key, partial);
    return partial;
  };
};

/** A span as whole months, and the days before and after them that make none. */
const monthsAndDays = ({ start, end }: Span): { readonly months: readonly Span[]; readonly rest: readonly Span[] } => {
  const months: Span[] = [];
  const first = periodContaining(start, 'month');
  let month = first.start === start ? first : shiftPeriod(first, 1);
  if (month.end > end) return { months, rest: [{ start, end }] };
  for (; month.end <= end; month = shiftPeriod(month, 1)) months.push(month);
  const before = { start, end: addDays(months[0]?.start ?? start, -1) };
  return { months, rest: [before, { start: month.start, end }].filter((part) => part.start <= part.end) };
};

type EvidenceOf = (span: Span) => Evidence;

/**
 * Day partials merged into spans, each stream and span once; longer ones from months, so that a year to date every
 * quarter costs little. Days after the as-of day are left out.
 */
export const evidenceOf = (partials: readonly DayPartial[], asOf: Day, unseen?: readonly string[]): EvidenceOf => {
  const known = partials.filter(({ day }) => day <= asOf);
  const days = Map.groupBy(known, ({ stream, day }) => `${stream} ${day.slice(0, 7)}`);
  const daysIn = (stream: Stream, { start, end }: Span): readonly DayPartial[] => {
    const found: DayPartial[] = [];
    for (let month = periodContaining(start, 'month'); month.start <= end; month = shiftPeriod(month, 1))
      found.push(...(days.get(`${stream} ${month.id}`) ?? []).filter(({ day }) => day >= start && day <= end));
    return found;
  };
  const ofMonth = remembering((stream, month) => mergeAll(stream, daysIn(stream, month)));
  const ofSpan = remembering((stream, span) => {
    const { months, rest } = monthsAndDays(span);
    if (months.length <= 1 && rest.length === 0) return ofMonth(stream, span);
    return mergeAll(stream, [
      ...months.map((month) => ofMonth(stream, month)),
      ...rest.flatMap((part) => daysIn(stream, part)),
    ]);
  });
  const until = endOfDay(asOf);
  return (span) => ({ until, unseen, partialOf: (stream) => ofSpan(stream, span) });
};
