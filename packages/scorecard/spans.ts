import { addDays, type Day, daysBetween } from '#calendar/day.ts';
import { addMonths } from '#calendar/months.ts';
import { type Frequency, type Period, periodContaining, shiftPeriod, type YearBasis } from '#calendar/period.ts';

/** Whole London days, both included. */
export interface Span {
  readonly start: Day;
  readonly end: Day;
}

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** The first day of the year that a day lies in. */
const yearStart = (day: Day, year: YearBasis): Day =>
  year === 'calendar' ? `${day.slice(0, 4)}-01-01` : periodContaining(day, 'year').start;

/** From the beginning of the year that a period ends in to the period's end. */
export const yearSoFar = ({ end }: Span, year: YearBasis): Span => ({ start: yearStart(end, year), end });

/** So many months, the last of them the one that a period ends in. */
export const lastMonths = ({ end }: Span, months: number): Span => ({
  start: addMonths(firstOfMonth(end), 1 - months),
  end,
});

const monthIndex = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** How many months begin in a span of whole months. */
export const monthsIn = ({ start, end }: Span): number => (end < start ? 0 : monthIndex(end) - monthIndex(start) + 1);

const lengths: Record<Frequency, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** The part of a span that had passed by a day, in whole periods of a frequency; undefined when none had. */
export const wholePart = ({ start, end }: Span, asOf: Day, frequency: Frequency): Span | undefined => {
  const passed = [...Array(Math.floor(monthsIn({ start, end }) / lengths[frequency])).keys()]
    .map((i) => addDays(addMonths(start, (i + 1) * lengths[frequency]), -1))
    .findLast((last) => last <= asOf && last <= end);
  return passed === undefined ? undefined : { start, end: passed };
};

/** The part of a span that had passed by a day, in whole weeks from its first day; undefined when none had. */
export const wholeWeeks = (
  { start, end }: Span,
  asOf: Day,
): { readonly span: Span; readonly weeks: number } | undefined => {
  const weeks = Math.floor((daysBetween(start, end < asOf ? end : asOf) + 1) / 7);
  return weeks < 1 ? undefined : { span: { start, end: addDays(start, 7 * weeks - 1) }, weeks };
};

/** The periods of a frequency that make up a span exactly; undefined when they do not. */
export const tiles = ({ start, end }: Span, frequency: Frequency): readonly Period[] | undefined => {
  const periods: Period[] = [];
  let period = periodContaining(start, frequency);
  if (period.start !== start) return undefined;
  for (; period.end <= end; period = shiftPeriod(period, 1)) periods.push(period);
  return periods.at(-1)?.end === end ? periods : undefined;
};
