import { type Period, periodLabel } from '#calendar/period.ts';
import type { Direction, EditionMeasure } from '#scorecard/edition.ts';
import { tidy } from '#scorecard/format.ts';
import { accumulates } from '#scorecard/formula.ts';
import { comparisonPeriod, directionOf, directionOfChange, improvementOf } from '#scorecard/improvement.ts';
import type { Report } from '#scorecard/report.ts';
import type { Measure } from '#scorecard/schema.ts';

/** The part of a published measure that speaks of change. */
export type Comparison = Pick<EditionMeasure, 'direction' | 'improvement' | 'notComparedReason'>;

const notCompared = (notComparedReason: string, direction: Direction = 'not-applicable'): Comparison => ({
  direction,
  notComparedReason,
});

const thenOf = (
  measure: Measure,
  period: Period,
  valueIn: (period: Period) => number | undefined,
): number | undefined =>
  measure.compare === 'baseline' ? (measure.baseline?.value ?? valueIn(period)) : valueIn(period);

const compared = (measure: Measure, now: number, then: number, from: { period: string; label: string }): Comparison => {
  const improvement = improvementOf(measure.polarity, now, then);
  const direction = directionOf(measure, now, then);
  if ('none' in improvement) return notCompared(improvement.none, direction);
  return {
    direction,
    improvement: {
      value: improvement.value,
      basis: measure.compare,
      from: { ...from, value: then },
      change: tidy(now - then),
    },
  };
};

const recordedChange = (measure: Measure, value: number, from: { period: string; label: string }): Comparison => ({
  direction: directionOfChange(measure, value),
  improvement: { value, basis: measure.compare, from, recorded: true },
});

/**
 * A figure against its comparison period. Counts and sums of an unfinished period are not compared with those of a
 * whole one; a change that was recorded stands where a value is missing.
 */
export const comparisonOf = (
  measure: Measure,
  report: Report,
  isComplete: boolean,
  valueIn: (period: Period) => number | undefined,
): Comparison => {
  const period = comparisonPeriod(measure, report.period);
  const from = { period: period.id, label: periodLabel(period) };
  if (report.recordedChange !== undefined) return recordedChange(measure, report.recordedChange, from);
  if (report.value === undefined) return notCompared('There is no value to compare.');
  if (!isComplete && accumulates(measure.value, measure.unit))
    return notCompared(`${periodLabel(report.period)} is not over, so its total is not compared yet.`);
  if (period.id === report.period.id) return notCompared('This is the figure that later ones are compared with.');
  const then = thenOf(measure, period, valueIn);
  return then === undefined
    ? notCompared(`No value is known for ${from.label}.`)
    : compared(measure, report.value, then, from);
};
