import type { Period } from '#calendar/period.ts';
import type { Direction, EditionMeasure } from '#scorecard/edition.ts';
import { decimalsOf, formatValue } from '#scorecard/format.ts';
import { possibleLimits } from '#scorecard/possible.ts';
import { leastPoints, type ProcessRule, processLimits, type Signal, signalOf } from '#scorecard/process.ts';
import type { Measure } from '#scorecard/schema.ts';

/** The part of a published measure that a chart of its process gives. */
export type Travel = Pick<EditionMeasure, 'direction' | 'directionReason' | 'process'>;

export interface ProcessPoint {
  readonly period: Period;
  readonly value: number;
}

const told: Record<ProcessRule, (side: 1 | -1) => string> = {
  'outside-limits': (side) =>
    `the newest figure lies ${side > 0 ? 'above the upper' : 'below the lower'} process limit`,
  shift: (side) => `the newest 7 figures or more lie ${side > 0 ? 'above' : 'below'} the mean`,
  trend: (side) => `the newest 6 figures or more each ${side > 0 ? 'rise' : 'fall'}`,
  'two-of-three': (side) => `2 of the newest 3 figures lie near the ${side > 0 ? 'upper' : 'lower'} process limit`,
};

const directionOfSignal = ({ polarity }: Measure, signal: Signal | undefined): Direction => {
  if (polarity !== 'higher' && polarity !== 'lower') return 'not-applicable';
  if (!signal) return 'no-change';
  return signal.side > 0 === (polarity === 'higher') ? 'improving' : 'deteriorating';
};

const reasonOf = (signal: Signal | undefined, mean: string, count: number): string =>
  `Of ${count} figures with a mean of ${mean}, ${signal ? told[signal.rule](signal.side) : 'the newest is within what chance brings'}.`;

const withoutLimits = ({ noChange }: Measure, why: string, byTolerance: Direction): Travel =>
  noChange?.within === undefined
    ? { direction: 'not-applicable', directionReason: `${why}.` }
    : { direction: byTolerance, directionReason: `${why}, so the tolerance was used.` };

const tooFewPoints = ({ length }: readonly ProcessPoint[]): string =>
  `Process limits need ${leastPoints} figures; there ${length === 1 ? 'is' : 'are'} ${length}`;

const notOver = 'Process limits are of whole periods, and this one is not over';

interface Otherwise {
  readonly isComplete: boolean;
  readonly byTolerance: Direction;
}

/**
 * The direction of the newest figure by the limits of its process (XmR), where the measure says so; with too few
 * figures by its tolerance, or not at all. The points are in order, without a change of definition between them.
 */
export const travelOf = (
  measure: Measure,
  points: readonly ProcessPoint[],
  { isComplete, byTolerance }: Otherwise,
): Travel => {
  if (!measure.noChange || !('method' in measure.noChange)) return { direction: byTolerance };
  if (!isComplete) return withoutLimits(measure, notOver, byTolerance);
  const values = points.map(({ value }) => value);
  const limits = processLimits(values);
  const first = points[0];
  if (!limits || !first) return withoutLimits(measure, tooFewPoints(points), byTolerance);
  const signal = signalOf(values, limits);
  const mean = formatValue(limits.mean, measure.unit, decimalsOf(measure));
  return {
    direction: directionOfSignal(measure, signal),
    directionReason: reasonOf(signal, mean, values.length),
    // Told by the whole limits; published as far as a figure can go.
    process: {
      ...possibleLimits(measure, limits, values),
      from: first.period.id,
      ...(signal && { rule: signal.rule }),
    },
  };
};
