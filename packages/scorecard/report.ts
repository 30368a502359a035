import { type Period, parsePeriod, periodLabel } from '#calendar/period.ts';
import type { Status } from '#scorecard/edition.ts';
import { type Evidence, evaluate, type Figure, streamsOf } from '#scorecard/formula.ts';
import { type Records, recordedFigure } from '#scorecard/records.ts';
import type { Measure } from '#scorecard/schema.ts';

/** All that is known of one measure in one period. */
export interface Report extends Figure {
  readonly period: Period;
  readonly status: Status;
  readonly qualifier?: string;
  /** Where an officer typed the value in: from what. */
  readonly source?: string;
  /** The change that was recorded where the value was not. */
  readonly recordedChange?: number;
  /** Present exactly when there is no value. */
  readonly noValueReason?: string;
}

export interface Reading {
  readonly evidenceOf: (period: Period) => Evidence;
  readonly records: Records;
  readonly isComplete: (period: Period) => boolean;
}

const wrongPeriod = (measure: Measure, records: Records): string | undefined => {
  const wrong = records.periods(measure.id).find((id) => parsePeriod(id).frequency !== measure.frequency);
  return wrong && `A figure was recorded for ${wrong}, but this measure has one figure a ${measure.frequency}.`;
};

const whyNoValue = (measure: Measure, figure: Figure, period: Period, reading: Reading): string => {
  const label = periodLabel(period);
  if (figure.denominator === 0) return `There was nothing to measure in ${label}: the number divided by is 0.`;
  if ('recorded' in measure.value) return wrongPeriod(measure, reading.records) ?? `Nothing was recorded for ${label}.`;
  const { partialOf } = reading.evidenceOf(period);
  const silent = streamsOf(measure.value).filter((stream) => partialOf(stream).days.length === 0);
  return silent.length > 0 ? `No data was received for ${label}.` : `There was nothing to measure in ${label}.`;
};

/** What the formula gives; where it gives nothing, what an officer recorded. */
export const reportOf = (measure: Measure, period: Period, reading: Reading): Report => {
  const { value: recorded, change } = reading.records.of(measure.id, period.id);
  const computed = evaluate(measure.value, measure.unit, reading.evidenceOf(period));
  const usual = reading.isComplete(period) ? 'confirmed' : 'provisional';
  if (computed.value !== undefined) return { ...computed, period, status: usual };
  const figure = recorded ? recordedFigure(recorded, measure.unit) : computed;
  if (recorded && figure.value !== undefined)
    return {
      ...figure,
      period,
      status: recorded.status ?? usual,
      qualifier: recorded.qualifier,
      source: recorded.source,
    };
  const noValueReason = change
    ? 'Only the change was published, not the value.'
    : whyNoValue(measure, figure, period, reading);
  return {
    ...figure,
    period,
    status: 'not-published',
    recordedChange: change?.improvement,
    source: change?.source,
    noValueReason,
  };
};

export const isReported = ({ value, recordedChange }: Report): boolean =>
  value !== undefined || recordedChange !== undefined;
