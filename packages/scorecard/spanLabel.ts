import { type Period, periodLabel } from '#calendar/period.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { longMonth } from '#scorecard/format.ts';
import type { Measure } from '#scorecard/schema.ts';
import { lastMonths, yearSoFar } from '#scorecard/spans.ts';

const between = ({ start, end }: { readonly start: string; readonly end: string }): string =>
  start.slice(0, 4) === end.slice(0, 4)
    ? `${longMonth(start)} to ${longMonth(end)} ${end.slice(0, 4)}`
    : `${longMonth(start)} ${start.slice(0, 4)} to ${longMonth(end)} ${end.slice(0, 4)}`;

/** The stretch of time that a figure is of, where it is longer than its period: `July 2020 to December 2021 (18 months)`. */
export const spanLabel = ({ value }: Measure, period: Period, accumulation: EditionMeasure['accumulation']): string => {
  if ('rolling' in value) {
    const { months } = value.rolling;
    return `${between(lastMonths(period, months))} (${months} months)`;
  }
  if (accumulation !== 'year-to-date') return periodLabel(period);
  return `${between(yearSoFar(period, 'yearToDate' in value ? value.year : 'april'))} (year so far)`;
};
