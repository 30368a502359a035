import { type Period, periodLabel } from '#calendar/period.ts';
import { accumulationOf } from '#scorecard/accumulation.ts';
import { longMonth } from '#scorecard/format.ts';
import type { Measure } from '#scorecard/schema.ts';
import { lastMonths, yearSoFar } from '#scorecard/spans.ts';

type Spanning = Pick<Measure, 'value' | 'unit' | 'accumulation'>;

const between = ({ start, end }: { readonly start: string; readonly end: string }): string =>
  start.slice(0, 4) === end.slice(0, 4)
    ? `${longMonth(start)} to ${longMonth(end)} ${end.slice(0, 4)}`
    : `${longMonth(start)} ${start.slice(0, 4)} to ${longMonth(end)} ${end.slice(0, 4)}`;

/** The stretch of time that a figure is of, where it is longer than its period: `July 2020 to December 2021 (18 months)`. */
export const spanLabel = (measure: Spanning, period: Period): string => {
  const { value } = measure;
  if ('rolling' in value) {
    const { months } = value.rolling;
    return `${between(lastMonths(period, months))} (${months} months)`;
  }
  if (accumulationOf(measure) !== 'year-to-date') return periodLabel(period);
  return `${between(yearSoFar(period, 'yearToDate' in value ? value.year : 'april'))} (year so far)`;
};
