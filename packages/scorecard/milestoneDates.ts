import { addDays, type Day } from '#calendar/day.ts';
import { addMonths } from '#calendar/months.ts';
import { longMonth } from '#scorecard/format.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import type { Milestone } from '#scorecard/schema.ts';

type Precision = NonNullable<Milestone['precision']>;

const monthsOf: Record<Precision, number> = { month: 1, season: 3, quarter: 3, 'half-year': 6, year: 12 };
/** Of the calendar: the months in which such a stretch may end. */
const endsIn: Record<Precision, readonly number[]> = {
  month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  season: [2, 5, 8, 11],
  quarter: [3, 6, 9, 12],
  'half-year': [3, 9],
  year: [3, 12],
};
const seasons: Readonly<Record<string, string>> = { '02': 'winter', '05': 'spring', '08': 'summer', '11': 'autumn' };

const yearsOf = (from: Day, to: Day): string =>
  from.slice(0, 4) === to.slice(0, 4) ? to.slice(0, 4) : `${from.slice(0, 4)}–${to.slice(2, 4)}`;

/** A stretch of time by its last day, as it was printed: `March 2023`, `autumn 2016`, `January to March 2017`, `2018`. */
export const stretchLabel = (last: Day, precision: Precision): string => {
  const first = addMonths(addDays(last, 1), -monthsOf[precision]);
  const year = last.slice(0, 4);
  if (precision === 'month') return `${longMonth(last)} ${year}`;
  if (precision === 'season') return `${seasons[last.slice(5, 7)] ?? ''} ${yearsOf(first, last)}`;
  if (precision === 'year') return yearsOf(first, last);
  return `${longMonth(first)} to ${longMonth(last)} ${year}`;
};

/** As they were printed; undefined where they are days. */
export const printedDates = ({ start, originalDeadline, precision }: Milestone) =>
  precision && {
    precision,
    originalDeadlineLabel: originalDeadline && stretchLabel(originalDeadline, precision),
    startLabel: start && `${longMonth(start)} ${start.slice(0, 4)}`,
  };

const isLastOf = (day: Day, precision: Precision): boolean =>
  addDays(day, 1).endsWith('-01') && endsIn[precision].includes(Number(day.slice(5, 7)));

const found = (path: readonly Step[], message: string, mend: string): Finding => ({ path, message, mend });

/** What is known to a month only begins with its first day and counts to its last. */
export const dateFindings = ({ start, originalDeadline, precision }: Milestone): readonly Finding[] => {
  if (!precision) return [];
  if (start === undefined && originalDeadline === undefined)
    return [found(['precision'], 'there is no date that it could be of', 'remove it, or write originalDeadline')];
  const wrongEnd =
    originalDeadline === undefined || isLastOf(originalDeadline, precision)
      ? []
      : [
          found(
            ['originalDeadline'],
            `${originalDeadline} is not the last day of a ${precision}`,
            'write its last day',
          ),
        ];
  return start === undefined || start.endsWith('-01')
    ? wrongEnd
    : [...wrongEnd, found(['start'], `${start} is not the first day of a month`, 'write the first day')];
};
