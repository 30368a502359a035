import { addDays, type Day } from '#calendar/day.ts';
import { type Period, parsePeriod, periodLabel, shortLabel } from '#calendar/period.ts';
import { longDate } from '#scorecard/format.ts';
import type { Measure } from '#scorecard/schema.ts';

export type Suspension = NonNullable<Measure['suspended']>[number];

/** The suspension that a period falls in. */
export const suspensionOf = (
  { suspended = [] }: Pick<Measure, 'suspended'>,
  { start }: Period,
): Suspension | undefined =>
  suspended.find(({ from, to }) => parsePeriod(from).start <= start && (!to || start <= parsePeriod(to).end));

/** `Suspended since Q1 2020–21: the team was moved to other work. The last figure is of …`. */
export const suspensionText = ({ from, to, reason }: Suspension, lastFigure?: Period): string => {
  const until = to === undefined ? '' : ` until ${shortLabel(parsePeriod(to))}`;
  const last = lastFigure ? ` The last figure is of ${periodLabel(lastFigure)}.` : '';
  return `Suspended from ${shortLabel(parsePeriod(from))}${until}: ${reason.replace(/\.$/, '')}.${last}`;
};

/** The day by which the figure of a period should be there; its last day where the file does not say. */
export const expectedBy = ({ expectedAfterDays = 0 }: Pick<Measure, 'expectedAfterDays'>, { end }: Period): Day =>
  addDays(end, expectedAfterDays);

/** Said instead of "nothing was recorded" until the day has passed. */
export const awaitedText = (measure: Measure, period: Period, asOf: Day): string | undefined => {
  if (measure.expectedAfterDays === undefined) return undefined;
  const day = expectedBy(measure, period);
  return asOf <= day ? `The figure for ${periodLabel(period)} is expected by ${longDate(day)}.` : undefined;
};
