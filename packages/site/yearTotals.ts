import { type Period, shiftPeriod } from '#calendar/period.ts';
import { sumOf } from '#scorecard/decimal.ts';
import { type Months, monthsOfYear } from '#site/dashboardMonths.ts';

export interface YearTotal {
  readonly total: number;
  /** How many months it is of: an incomplete one counts as none. */
  readonly months: number;
  /** In percent, on the same months of the year before; absent unless each of them is known. */
  readonly growth?: number;
}

const valueIn = (months: Months, id: string, month: Period): number | undefined => {
  const point = months.figure(id, month.id)?.point;
  return point?.complete ? point.value : undefined;
};

const isBroken = (months: Months, id: string, year: Period): boolean =>
  monthsOfYear(year).some((month) => months.figure(id, month.id)?.point?.break !== undefined);

/** A year of counts, of as many months as are known; only whole months are added. */
export const yearTotal = (months: Months, id: string, year: Period): YearTotal | undefined => {
  const known = monthsOfYear(year).flatMap((month) => {
    const value = valueIn(months, id, month);
    return value === undefined ? [] : [{ month, value }];
  });
  if (known.length === 0) return undefined;
  const total = sumOf(known.map(({ value }) => value));
  const before = known.flatMap(({ month }) => valueIn(months, id, shiftPeriod(month, -12)) ?? []);
  const then = sumOf(before);
  const isComparable = before.length === known.length && then > 0 && !isBroken(months, id, year);
  return { total, months: known.length, growth: isComparable ? (100 * (total - then)) / then : undefined };
};
