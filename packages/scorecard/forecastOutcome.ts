import type { Colour, EditionMeasure } from '#scorecard/edition.ts';
import { recordedFigure } from '#scorecard/records.ts';
import type { Reading, Report } from '#scorecard/report.ts';
import type { Measure } from '#scorecard/schema.ts';

interface Judging extends Pick<Reading, 'records' | 'isComplete'> {
  readonly colourOf: (report: Report) => Colour;
}

/** Of a period that is over: what was expected of it last before it was, and whether the figure has that colour. */
export const forecastOutcome = (
  measure: Measure,
  report: Report,
  { records, isComplete, colourOf }: Judging,
): EditionMeasure['forecastOutcome'] => {
  const { period, status } = report;
  const typed = records.forecast(measure.id, period.id, period.end);
  const expected = typed && recordedFigure(typed, measure.unit);
  if (expected?.value === undefined || report.value === undefined || !isComplete(period)) return undefined;
  const colour = colourOf({ ...expected, period, status });
  return { value: expected.value, colour, asRated: colour === colourOf(report) };
};
