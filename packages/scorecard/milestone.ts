import { type Day, daysBetween } from '#calendar/day.ts';
import type { EditionMilestone, MilestoneStatus } from '#scorecard/edition.ts';
import { longDate } from '#scorecard/format.ts';

export interface MilestoneState {
  readonly status: MilestoneStatus;
  /** Neither, where nobody set a deadline; only the second, where it was set since. */
  readonly originalDeadline?: Day;
  readonly currentDeadline?: Day;
}

export interface MilestoneMoment {
  readonly asOf: Day;
  readonly previousQuarterEnd: Day;
  /** How many days either side of the previous quarter's end count as close; the last one included. */
  readonly windowDays: number;
}

/** Whole weeks from the original to the current deadline; undefined when there is no delay, or nothing to count from. */
export const weeksDelay = ({
  originalDeadline,
  currentDeadline,
}: Omit<MilestoneState, 'status'>): number | undefined => {
  if (originalDeadline === undefined || currentDeadline === undefined) return undefined;
  const days = daysBetween(originalDeadline, currentDeadline);
  return days <= 0 ? undefined : Math.floor(days / 7);
};

/** A deadline that was moved back is a delay, whatever the officer called it; complete stays complete. */
export const statusOf = ({
  status,
  originalDeadline = '9999',
  currentDeadline = '',
}: MilestoneState): MilestoneStatus =>
  status === 'on-track' && currentDeadline > originalDeadline ? 'delayed' : status;

/** How often the current deadline moved, from the original on; the first of work that had none is no move. */
export const timesRebaselined = (originalDeadline: Day | undefined, deadlines: readonly Day[]): number =>
  deadlines.filter((deadline, i) => deadline !== (deadlines[i - 1] ?? originalDeadline ?? deadline)).length;

/** The only words in an edition that change with the as-of date alone; `figuresHashOf` reads past them. */
export const passedBefore = (asOf: Day): string => `passed before ${longDate(asOf)}`;

const windowText = (windowDays: number): string =>
  windowDays % 7 === 0 && windowDays > 0 ? `${weekWords(windowDays / 7)}` : `${windowDays} days`;
const weekWords = (weeks: number): string => (weeks === 1 ? '1 week' : `${weeks} weeks`);

const moved = (from: Day | undefined, to: Day): string =>
  from === undefined || from === to
    ? `the work is delayed (deadline ${longDate(to)})`
    : `the deadline moved from ${longDate(from)} to ${longDate(to)}`;

type Rating = EditionMilestone['rating'];

const rateUndated = (status: MilestoneStatus): Rating =>
  status === 'delayed'
    ? { colour: 'amber', reason: 'Amber: the work is delayed. No deadline is set.' }
    : { colour: 'no-target', reason: 'No colour: no deadline is set that the work could be judged by.' };

/** In this order: complete, not known, undated, red, amber, green. A deadline on the as-of date itself has not passed. */
export const rateMilestone = (state: MilestoneState, moment: MilestoneMoment): Rating => {
  const { status, originalDeadline, currentDeadline } = state;
  if (status === 'complete') return { colour: 'green', reason: 'Green: the work is complete.' };
  if (status === 'not-known')
    return { colour: 'not-reported', reason: 'No colour: how far the work has come is not known.' };
  return currentDeadline === undefined
    ? rateUndated(status)
    : rateDue(status, { originalDeadline, currentDeadline }, moment);
};

interface Due {
  readonly originalDeadline?: Day;
  readonly currentDeadline: Day;
}

const rateDue = (
  status: MilestoneStatus,
  { originalDeadline, currentDeadline }: Due,
  moment: MilestoneMoment,
): Rating => {
  const deadline = `the deadline of ${longDate(currentDeadline)}`;
  const close = Math.abs(daysBetween(moment.previousQuarterEnd, currentDeadline)) <= moment.windowDays;
  const closeText = `within ${windowText(moment.windowDays)} of the quarter's end on ${longDate(moment.previousQuarterEnd)}`;
  const isDelayed = status === 'delayed';
  const delay = moved(originalDeadline, currentDeadline);
  if (currentDeadline < moment.asOf)
    return { colour: 'red', reason: `Red: ${deadline} ${passedBefore(moment.asOf)} and the work is not complete.` };
  if (isDelayed && close) return { colour: 'red', reason: `Red: ${delay}, which is ${closeText}.` };
  if (isDelayed) return { colour: 'amber', reason: `Amber: ${delay}.` };
  if (close) return { colour: 'amber', reason: `Amber: ${deadline} is ${closeText}.` };
  return { colour: 'green', reason: `Green: the work is on track for ${longDate(currentDeadline)}.` };
};
