import { type Period, parsePeriod, periodLabel, shiftPeriod, yearBefore } from '#calendar/period.ts';
import type { Basis } from '#scorecard/basis.ts';
import { minus, relativeChange, sumOf } from '#scorecard/decimal.ts';
import { type Figure, parted } from '#scorecard/figure.ts';
import type { Of } from '#scorecard/formulaSchema.ts';
import { comparisonPeriod } from '#scorecard/improvement.ts';
import { type Wanted, withValues } from '#scorecard/inputs.ts';
import type { Operand } from '#scorecard/operandSchema.ts';
import { idOf, periodOf, samePartOf } from '#scorecard/operands.ts';
import type { Unit } from '#scorecard/schemaWords.ts';

const noSuchPeriod: Figure = { because: 'The time that it is compared with is no whole period of this measure.' };

/** The values of operands, each of its own period. */
const withOperands = (
  operands: readonly Operand[],
  basis: Basis,
  work: (values: readonly number[]) => Figure,
): Figure => {
  const wanted = operands.flatMap((operand): Wanted[] => {
    const period = periodOf(operand, basis.period);
    return period ? [{ id: idOf(operand), period }] : [];
  });
  return wanted.length < operands.length ? noSuchPeriod : withValues(wanted, basis, work);
};

export const combined = ({ add, subtract }: Of<'combine'>, basis: Basis): Figure =>
  withOperands([...add, ...subtract], basis, (values) => ({
    value: minus(sumOf(values.slice(0, add.length)), sumOf(values.slice(add.length))),
  }));

export const quotientOf = ({ of, over }: Of<'quotient'>, unit: Unit, basis: Basis): Figure =>
  withOperands([of, over], basis, ([part = 0, whole = 0]) => parted(part, whole, unit));

/** Relative change in percent, whichever way is better. */
const grown = (now: number, then: number, thenWords: string): Figure =>
  then === 0
    ? { because: `${thenWords} is 0, so a relative change cannot be worked out.` }
    : { value: relativeChange(now, then) };

type Then = Wanted & { readonly value?: number };

const thenOf = ({ of, against }: Of<'growth'>, basis: Basis): Then | undefined => {
  if (typeof against === 'object') {
    const period = periodOf(against, basis.period);
    return period && { id: against.measure, period };
  }
  const baseline = basis.inputOf(of, basis.period)?.measure.baseline;
  const period = comparisonPeriod({ compare: against, baseline }, basis.period);
  return { id: of, period, ...(against === 'baseline' && { value: baseline?.value }) };
};

export const growthOf = (growth: Of<'growth'>, basis: Basis): Figure => {
  const now = { id: growth.of, period: basis.period };
  const then = thenOf(growth, basis);
  if (!then) return noSuchPeriod;
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

type Averaged = Exclude<Of<'average'>, { each: unknown }>;

/** Undefined where a year that is named has no such part. */
const averagedPeriods = (average: Averaged, period: Period): readonly (Period | undefined)[] => {
  if ('in' in average) return average.in.map((year) => samePartOf(parsePeriod(year), period));
  const { periods, step, withThis = false } = average;
  return withThis ? [period, ...periodsBefore(period, periods - 1, step)] : periodsBefore(period, periods, step);
};

/** Of the periods before this one, which is among them only where the formula says so; or of those that it names. */
export const averageBefore = (average: Averaged, basis: Basis): Figure => {
  const periods = averagedPeriods(average, basis.period);
  const wanted = periods.flatMap((period): Wanted[] => (period ? [{ id: average.of, period }] : []));
  return wanted.length < periods.length
    ? noSuchPeriod
    : withValues(wanted, basis, (values) => parted(sumOf(values), values.length, 'count'));
};
