import { type Period, periodContaining, periodLabel } from '#calendar/period.ts';
import type { EditionMeasure, MeasureRating } from '#scorecard/edition.ts';
import { recordedFigure } from '#scorecard/records.ts';
import type { Reading, Report } from '#scorecard/report.ts';
import type { Measure } from '#scorecard/schema.ts';

interface Expecting {
  readonly edition: Period;
  readonly records: Reading['records'];
  /** As of a whole period. */
  readonly rate: (report: Report) => MeasureRating;
}

/** What was recorded in the series `forecast`: for the figure's own period or else for the one that is running. */
export const forecastOf = (
  measure: Measure,
  shown: Period,
  { edition, records, rate }: Expecting,
): EditionMeasure['forecast'] => {
  const running = periodContaining(edition.end, measure.frequency, measure.year);
  const period = [shown, running].find(({ id }) => records.forecast(measure.id, id));
  const typed = period && records.forecast(measure.id, period.id);
  const figure = typed && recordedFigure(typed, measure.unit);
  if (!period || figure?.value === undefined) return undefined;
  const rating = rate({ ...figure, period, status: 'provisional' });
  return { value: figure.value, period: period.id, label: periodLabel(period), rating };
};
