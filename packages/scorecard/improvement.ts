import { type Period, parsePeriod, yearBefore } from '#calendar/period.ts';
import { relativeChange } from '#scorecard/decimal.ts';
import { shiftDue } from '#scorecard/due.ts';
import type { Direction } from '#scorecard/edition.ts';
import { tidy } from '#scorecard/format.ts';
import type { Measure, Polarity } from '#scorecard/schema.ts';

export type Improvement = { readonly value: number } | { readonly none: string };

/** The period that a measure compares with. */
export const comparisonPeriod = (measure: Pick<Measure, 'compare' | 'baseline' | 'due'>, period: Period): Period => {
  const { compare, baseline } = measure;
  if (compare === 'previous-period') return shiftDue(measure, period, -1);
  if (compare === 'baseline' && baseline) return parsePeriod(baseline.period);
  return yearBefore(period);
};

const sign = (polarity: Polarity): number => (polarity === 'lower' ? -1 : 1);
const isJudged = (polarity: Polarity): boolean => polarity === 'higher' || polarity === 'lower';

const notJudged = 'Neither a rise nor a fall is better, so a change is not called an improvement.';

/** Relative change in percent, positive when better. */
export const improvementOf = (polarity: Polarity, now: number, then: number): Improvement => {
  if (!isJudged(polarity)) return { none: notJudged };
  if (then === 0) return { none: 'The figure compared with is 0, so a relative change cannot be worked out.' };
  const change = relativeChange(now, then);
  return { value: change === 0 ? 0 : sign(polarity) * change };
};

type Judging = Pick<Measure, 'polarity' | 'noChange'>;

const directionOfSize = (better: number, noticeable: boolean): Direction => {
  if (better === 0 || !noticeable) return 'no-change';
  return better > 0 ? 'improving' : 'deteriorating';
};

/** Which way the figure moved. A change of exactly the tolerance is not noticeable. Says so even when then is 0. */
export const directionOf = ({ polarity, noChange }: Judging, now: number, then: number): Direction => {
  if (!isJudged(polarity)) return 'not-applicable';
  const change = tidy(now - then);
  const size = noChange?.unit === 'percent' ? tidy((100 * Math.abs(change)) / Math.abs(then)) : Math.abs(change);
  return directionOfSize(sign(polarity) * change, size > (noChange?.within ?? 0));
};

/** Where only the change was recorded: a tolerance in points cannot be applied to it. */
export const directionOfChange = ({ polarity, noChange }: Judging, improvement: number): Direction => {
  if (!isJudged(polarity)) return 'not-applicable';
  const within = noChange?.unit === 'percent' ? (noChange.within ?? 0) : 0;
  return directionOfSize(improvement, Math.abs(improvement) > within);
};
