import { type Period, parsePeriod } from '#calendar/period.ts';
import { broken, thenOf, whyNotThen } from '#scorecard/comparison.ts';
import { comparisonPeriod } from '#scorecard/improvement.ts';
import type { Report } from '#scorecard/report.ts';
import type { Measure } from '#scorecard/schema.ts';
import type { Aim } from '#scorecard/target.ts';

/** What an earlier figure takes the target's place with; or why it cannot. */
export type Prior = { readonly aim: Aim } | { readonly none: string };

interface Earlier {
  readonly reportIn: (period: Period) => Report;
  /** The stretch of time that a figure is of, for people. */
  readonly labelOf: (period: Period) => string;
}

/** The period whose figure a period's is judged by; undefined for a measure that is judged in another way. */
export const periodAgainst = (measure: Measure, period: Period): Period | undefined => {
  const against = measure.rating?.against;
  return against && comparisonPeriod({ ...measure, compare: against }, period);
};

/** The earlier figure that a measure is judged by; undefined where it is judged in another way. */
export const priorOf = (written: Measure, period: Period, { reportIn, labelOf }: Earlier): Prior | undefined => {
  const basis = written.rating?.against;
  const then = periodAgainst(written, period);
  if (!basis || !then) return undefined;
  const measure = { ...written, compare: basis };
  const isBroken = broken(measure, then, period);
  if (isBroken !== undefined) return { none: isBroken };
  if (parsePeriod(then.id).end >= period.start)
    return { none: 'This is the figure that later ones are judged against.' };
  const known = thenOf(measure, then, { reportIn });
  const label = labelOf(then);
  const because = whyNotThen(measure, known, label);
  return known.value === undefined || because !== undefined
    ? { none: because ?? '' }
    : { aim: { value: known.value, prior: { basis, period: then.id, label } } };
};
