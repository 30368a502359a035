import { type Period, shiftPeriod } from '#calendar/period.ts';
import { sumOf } from '#scorecard/decimal.ts';
import { type Months, monthsOfYear } from '#site/dashboardMonths.ts';

export interface YearTotal {
  readonly total: number;
  /** How many months it is of: one that is not over counts as none. */
  readonly months: number;
  /** On the same months of the year before: those that both years know. */
  readonly growth?: { readonly percent: number; readonly months: number };
}

const valueIn = (months: Months, id: string, month: Period): number | undefined => {
  const point = months.figure(id, month.id)?.point;
  return point?.complete ? point.value : undefined;
};

const isBroken = (months: Months, id: string, year: Period): boolean =>
  monthsOfYear(year).some((month) => months.figure(id, month.id)?.point?.break !== undefined);

/** Never across a change of definition, and never from nothing. */
const growthOf = (months: Months, id: string, year: Period): YearTotal['growth'] => {
  const pairs = monthsOfYear(year).flatMap((month) => {
    const [now, then] = [valueIn(months, id, month), valueIn(months, id, shiftPeriod(month, -12))];
    return now === undefined || then === undefined ? [] : [{ now, then }];
  });
  const [now, then] = [sumOf(pairs.map((each) => each.now)), sumOf(pairs.map((each) => each.then))];
  if (then <= 0 || isBroken(months, id, year)) return undefined;
  return { percent: (100 * (now - then)) / then, months: pairs.length };
};

/** A year of counts, of as many months as are known; only whole months are added. */
export const yearTotal = (months: Months, id: string, year: Period): YearTotal | undefined => {
  const known = monthsOfYear(year).flatMap((month) => valueIn(months, id, month) ?? []);
  if (known.length === 0) return undefined;
  return { total: sumOf(known), months: known.length, growth: growthOf(months, id, year) };
};
