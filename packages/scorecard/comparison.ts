import { type Period, parsePeriod, periodLabel, shortLabel } from '#calendar/period.ts';
import { isTotal } from '#scorecard/accumulation.ts';
import type { Direction, EditionMeasure } from '#scorecard/edition.ts';
import { tidy } from '#scorecard/format.ts';
import { comparisonPeriod, directionOf, directionOfChange, improvementOf } from '#scorecard/improvement.ts';
import { tooFew } from '#scorecard/judgement.ts';
import type { Report } from '#scorecard/report.ts';
import type { Measure } from '#scorecard/schema.ts';
import { breakBetween } from '#scorecard/versions.ts';

/** The part of a published measure that speaks of change. */
export type Comparison = Pick<EditionMeasure, 'direction' | 'improvement' | 'notComparedReason'>;

export const notCompared = (notComparedReason: string, direction: Direction = 'not-applicable'): Comparison => ({
  direction,
  notComparedReason,
});

interface Compared {
  readonly isComplete: boolean;
  readonly reportIn: (period: Period) => Report;
}

type From = { readonly period: string; readonly label: string };

const improved = (measure: Measure, now: number, then: number, from: From): Comparison => {
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

const recordedChange = (measure: Measure, value: number, from: From): Comparison => ({
  direction: directionOfChange(measure, value),
  improvement: { value, basis: measure.compare, from, recorded: true },
});

/** The change of definition that lies between two periods, so that they are not compared. */
export const broken = (measure: Measure, then: Period, now: Period): string | undefined => {
  const version = breakBetween(measure, then, now);
  return version && `The definition changed from ${shortLabel(parsePeriod(version.from))}: ${version.note}`;
};

const whyNotNow = (measure: Measure, report: Report, isComplete: boolean): string | undefined => {
  if (report.value === undefined) return 'There is no value to compare.';
  if (!isComplete && isTotal(measure))
    return `${periodLabel(report.period)} is not over, so its total is not compared yet.`;
  return tooFew(measure, report);
};

/** The figure compared with: a baseline may be written in the file. */
export const thenOf = (measure: Measure, period: Period, { reportIn }: Pick<Compared, 'reportIn'>): Partial<Report> =>
  measure.compare === 'baseline' && measure.baseline?.value !== undefined
    ? { value: measure.baseline.value }
    : reportIn(period);

/** Why nothing can be held against an earlier figure, as a sentence. */
export const whyNotThen = (measure: Measure, then: Partial<Report>, label: string): string | undefined => {
  if (then.isSuppressed) return then.noValueReason;
  return then.value === undefined ? `No value is known for ${label}.` : tooFew(measure, then);
};

/**
 * A figure against its comparison period. Counts and sums of an unfinished period are not compared with those of a
 * whole one, nor figures of two definitions; a change that was recorded stands where a value is missing.
 */
export const comparisonOf = (measure: Measure, report: Report, compared: Compared): Comparison => {
  const period = comparisonPeriod(measure, report.period);
  const from = { period: period.id, label: periodLabel(period) };
  const isBroken = broken(measure, period, report.period);
  if (isBroken !== undefined) return notCompared(isBroken);
  if (report.recordedChange !== undefined) return recordedChange(measure, report.recordedChange, from);
  const now = whyNotNow(measure, report, compared.isComplete);
  if (report.value === undefined || now !== undefined) return notCompared(now ?? '');
  if (period.id === report.period.id) return notCompared('This is the figure that later ones are compared with.');
  const then = thenOf(measure, period, compared);
  const before = whyNotThen(measure, then, from.label);
  return then.value === undefined || before !== undefined
    ? notCompared(before ?? '')
    : improved(measure, report.value, then.value, from);
};
