import { type Period, periodContaining, shiftPeriod } from '#calendar/period.ts';
import type { Measure } from '#scorecard/schema.ts';

type Due = Pick<Measure, 'due'>;

/** Some quarterly measures are reported in certain quarters only. */
export const isDue = ({ due }: Due, { id, frequency }: Period): boolean =>
  !due || frequency !== 'quarter' || due.some((quarter) => id.endsWith(quarter));

/** The nth due period after this one, or before it when negative. */
export const shiftDue = (measure: Due, period: Period, n: number): Period => {
  const way = n < 0 ? -1 : 1;
  let at = period;
  for (let left = Math.abs(n); left > 0; ) {
    at = shiftPeriod(at, way);
    if (isDue(measure, at)) left -= 1;
  }
  return at;
};

/** The period itself if it is due, or the newest before it that is. */
export const lastDue = (measure: Due, period: Period): Period =>
  isDue(measure, period) ? period : shiftDue(measure, period, -1);

/** When the next figure is due, for a measure that none is due of in the edition's own period. */
export const nextDue = (
  measure: Due & Pick<Measure, 'frequency'>,
  shown: Period,
  edition: Period,
): Period | undefined => {
  if (shown.end >= edition.end) return undefined;
  if (measure.due) return isDue(measure, edition) ? undefined : shiftDue(measure, edition, 1);
  return measure.frequency === 'half-year' ? periodContaining(edition.end, 'half-year') : undefined;
};
