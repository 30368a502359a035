import type { Period } from '#calendar/period.ts';
import { accumulates } from '#scorecard/formula.ts';
import type { Measure } from '#scorecard/schema.ts';
import type { Aim } from '#scorecard/target.ts';

type Accumulating = Pick<Measure, 'value' | 'unit' | 'accumulation'>;

/** What a figure is of: its period alone, the year so far, or the period's last day. */
export const accumulationOf = ({ value, accumulation }: Accumulating): NonNullable<Measure['accumulation']> => {
  if ('recorded' in value) return accumulation ?? 'in-period';
  if ('yearToDate' in value) return 'year-to-date';
  return 'latest' in value ? 'point-in-time' : 'in-period';
};

const countingUnits: readonly string[] = ['count', 'pence', 'pounds'];

/** Grows with its period, so that a part of a year cannot be held against the whole. */
export const isTotal = (measure: Accumulating): boolean => {
  if (!('recorded' in measure.value)) return accumulates(measure.value, measure.unit);
  return accumulationOf(measure) !== 'point-in-time' && countingUnits.includes(measure.unit);
};

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const monthsIn = ({ start, end }: Pick<Period, 'start' | 'end'>): number => monthOf(end) - monthOf(start) + 1;

/** The months of the target's period that a total covers, and how many there are; undefined when it is of one length. */
export const partOfTarget = (
  measure: Accumulating,
  period: Period,
  { of }: Aim,
): { readonly months: number; readonly of: number } | undefined => {
  if (!of || !isTotal(measure)) return undefined;
  const start = accumulationOf(measure) === 'year-to-date' ? of.start : period.start;
  const [months, whole] = [monthsIn({ start, end: period.end }), monthsIn(of)];
  return months < whole ? { months, of: whole } : undefined;
};
