import type { Day } from '#calendar/day.ts';
import type { Period } from '#calendar/period.ts';
import type { EditionMeasure, Flag, Point } from '#scorecard/edition.ts';
import { flagsOf } from '#scorecard/flags.ts';
import { suspensionOf, suspensionText } from '#scorecard/late.ts';
import type { Report } from '#scorecard/report.ts';
import type { Measure } from '#scorecard/schema.ts';

interface Circumstances {
  readonly asOf: Day;
  readonly isComplete: (period: Period) => boolean;
  readonly coverageIn: (measure: Measure, period: Period) => EditionMeasure['coverage'];
}

/** What is late is said of the newest figure alone: the others stand beside it as they came. */
const isOfThePoint = (flag: Flag): boolean => flag !== 'overdue' && flag !== 'stale';

const whyNone = (measure: Measure, { period, isSuppressed, noValueReason }: Report): string | undefined => {
  const suspension = isSuppressed ? undefined : suspensionOf(measure, period);
  return suspension ? suspensionText(suspension) : noValueReason;
};

const daysMissing = (coverage: EditionMeasure['coverage']): string | undefined =>
  coverage && coverage.missing.length > 0
    ? `Data came on ${coverage.daysWithData} of ${coverage.expectedDays} expected days.`
    : undefined;

/** What an officer typed in is of no days. */
const whyPartial = (measure: Measure, { period, source }: Report, { coverageIn }: Circumstances): string | undefined =>
  source === undefined ? daysMissing(coverageIn(measure, period)) : undefined;

/** What a reader must know of one figure of a series before comparing it, or why it is not there. */
export const pointNotes = (
  measure: Measure,
  report: Report,
  circumstances: Circumstances,
): Pick<Point, 'flags' | 'reason'> => {
  const { period, value } = report;
  const { asOf, isComplete } = circumstances;
  const flags = flagsOf(measure, report, { shown: period, asOf, isComplete: isComplete(period) }).filter(isOfThePoint);
  const reason = value === undefined ? whyNone(measure, report) : whyPartial(measure, report, circumstances);
  return { ...(flags.length > 0 && { flags }), ...(reason !== undefined && { reason }) };
};
