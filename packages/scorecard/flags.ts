import type { Day } from '#calendar/day.ts';
import type { Period } from '#calendar/period.ts';
import type { Flag } from '#scorecard/edition.ts';
import { expectedBy, suspensionOf } from '#scorecard/late.ts';
import { isEstimate, isReported, isWithheld, type Report } from '#scorecard/report.ts';
import type { Measure } from '#scorecard/schema.ts';

/** What a figure is judged late or unsure by. */
export interface Moment {
  /** The period whose figure should be shown. */
  readonly shown: Period;
  readonly asOf: Day;
  readonly isComplete: boolean;
}

/** Judged by other measures and without a figure of its own, so that none is ever late. */
export const isHeading = ({ rating, value }: Measure): boolean => rating?.from !== undefined && 'recorded' in value;

const isOverdue = (measure: Measure, report: Report, { asOf, isComplete }: Moment): boolean =>
  'recorded' in measure.value &&
  !isHeading(measure) &&
  isComplete &&
  !isReported(report) &&
  !isWithheld(report) &&
  (measure.expectedAfterDays === undefined || asOf > expectedBy(measure, report.period));

export const flagsOf = (measure: Measure, report: Report, moment: Moment): readonly Flag[] => {
  const isSuspended = suspensionOf(measure, moment.shown) !== undefined;
  const flags: Record<Flag, boolean> = {
    overdue: !isSuspended && isOverdue(measure, report, moment),
    stale: report.period.id !== moment.shown.id,
    suspended: isSuspended,
    suppressed: isWithheld(report),
    incomplete: (report.value !== undefined || report.ranking !== undefined) && !moment.isComplete,
    estimated: isEstimate(report),
  };
  return (Object.keys(flags) as Flag[]).filter((flag) => flags[flag]);
};
