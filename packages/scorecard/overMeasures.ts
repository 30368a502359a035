import { type Period, periodLabel, shiftPeriod, yearBefore } from '#calendar/period.ts';
import type { Basis } from '#scorecard/basis.ts';
import { minus, relativeChange, sumOf } from '#scorecard/decimal.ts';
import { type Figure, parted } from '#scorecard/figure.ts';
import type { Of } from '#scorecard/formulaSchema.ts';
import { comparisonPeriod } from '#scorecard/improvement.ts';
import { withValues } from '#scorecard/inputs.ts';
import type { Unit } from '#scorecard/schemaWords.ts';

export const combined = ({ add, subtract }: Of<'combine'>, basis: Basis): Figure => {
  const wanted = [...add, ...subtract].map((id) => ({ id, period: basis.period }));
  return withValues(wanted, basis, (values) => ({
    value: minus(sumOf(values.slice(0, add.length)), sumOf(values.slice(add.length))),
  }));
};

export const quotientOf = ({ of, over }: Of<'quotient'>, unit: Unit, basis: Basis): Figure => {
  const wanted = [of, over].map((id) => ({ id, period: basis.period }));
  return withValues(wanted, basis, ([part = 0, whole = 0]) => parted(part, whole, unit));
};

/** Relative change in percent, whichever way is better. */
const grown = (now: number, then: number, thenWords: string): Figure =>
  then === 0
    ? { because: `${thenWords} is 0, so a relative change cannot be worked out.` }
    : { value: relativeChange(now, then) };

const thenOf = ({ of, against }: Of<'growth'>, basis: Basis): { id: string; period: Period; value?: number } => {
  if (typeof against === 'object') return { id: against.measure, period: basis.period };
  const baseline = basis.inputOf(of, basis.period)?.measure.baseline;
  const period = comparisonPeriod({ compare: against, baseline }, basis.period);
  return { id: of, period, ...(against === 'baseline' && { value: baseline?.value }) };
};

export const growthOf = (growth: Of<'growth'>, basis: Basis): Figure => {
  const now = { id: growth.of, period: basis.period };
  const then = thenOf(growth, basis);
  const thenWords = `The figure of ${periodLabel(then.period)} that it is compared with`;
  const { value } = then;
  return value === undefined
    ? withValues([now, then], basis, ([value = 0, before = 0]) => grown(value, before, thenWords))
    : withValues([now], basis, ([current = 0]) => grown(current, value, thenWords));
};

const earlier = (period: Period, step: 'period' | 'year'): Period =>
  step === 'year' ? yearBefore(period) : shiftPeriod(period, -1);

const periodsBefore = (period: Period, n: number, step: 'period' | 'year'): readonly Period[] => {
  if (n === 0) return [];
  const last = earlier(period, step);
  return [last, ...periodsBefore(last, n - 1, step)];
};

/** Of the periods before this one, which is not among them. */
export const averageBefore = (
  { of, periods, step }: Extract<Of<'average'>, { periods: number }>,
  basis: Basis,
): Figure => {
  const wanted = periodsBefore(basis.period, periods, step).map((period) => ({ id: of, period }));
  return withValues(wanted, basis, (values) => parted(sumOf(values), values.length, 'count'));
};
