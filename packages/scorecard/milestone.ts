import { type Day, daysBetween } from '#calendar/day.ts';
import type { EditionMilestone, MilestoneStatus } from '#scorecard/edition.ts';
import { longDate } from '#scorecard/format.ts';

export interface MilestoneState {
  readonly status: MilestoneStatus;
  readonly originalDeadline: Day;
  readonly currentDeadline: Day;
}

export interface MilestoneMoment {
  readonly asOf: Day;
  readonly previousQuarterEnd: Day;
  /** How many days either side of the previous quarter's end count as close; the last one included. */
  readonly windowDays: number;
}

/** Whole weeks from the original to the current deadline; undefined when there is no delay. */
export const weeksDelay = ({
  originalDeadline,
  currentDeadline,
}: Omit<MilestoneState, 'status'>): number | undefined => {
  const days = daysBetween(originalDeadline, currentDeadline);
  return days <= 0 ? undefined : Math.floor(days / 7);
};

/** A deadline that was moved back is a delay, whatever the officer called it; complete stays complete. */
export const statusOf = ({ status, originalDeadline, currentDeadline }: MilestoneState): MilestoneStatus =>
  status === 'on-track' && currentDeadline > originalDeadline ? 'delayed' : status;

/** How often the current deadline moved, from the original on. */
export const timesRebaselined = (originalDeadline: Day, deadlines: readonly Day[]): number =>
  deadlines.filter((deadline, i) => deadline !== (deadlines[i - 1] ?? originalDeadline)).length;

/** The only words in an edition that change with the as-of date alone; `figuresHashOf` reads past them. */
export const passedBefore = (asOf: Day): string => `passed before ${longDate(asOf)}`;

const windowText = (windowDays: number): string =>
  windowDays % 7 === 0 && windowDays > 0 ? `${weekWords(windowDays / 7)}` : `${windowDays} days`;
const weekWords = (weeks: number): string => (weeks === 1 ? '1 week' : `${weeks} weeks`);

const moved = (state: MilestoneState): string =>
  state.currentDeadline === state.originalDeadline
    ? `the work is delayed (deadline ${longDate(state.currentDeadline)})`
    : `the deadline moved from ${longDate(state.originalDeadline)} to ${longDate(state.currentDeadline)}`;

/** In this order: complete, red, amber, green. A deadline on the as-of date itself has not passed. */
export const rateMilestone = (state: MilestoneState, moment: MilestoneMoment): EditionMilestone['rating'] => {
  const { status, currentDeadline } = state;
  const deadline = `the deadline of ${longDate(currentDeadline)}`;
  const close = Math.abs(daysBetween(moment.previousQuarterEnd, currentDeadline)) <= moment.windowDays;
  const closeText = `within ${windowText(moment.windowDays)} of the quarter's end on ${longDate(moment.previousQuarterEnd)}`;
  const isDelayed = status === 'delayed';
  if (status === 'complete') return { colour: 'green', reason: 'Green: the work is complete.' };
  if (currentDeadline < moment.asOf)
    return { colour: 'red', reason: `Red: ${deadline} ${passedBefore(moment.asOf)} and the work is not complete.` };
  if (isDelayed && close) return { colour: 'red', reason: `Red: ${moved(state)}, which is ${closeText}.` };
  if (isDelayed) return { colour: 'amber', reason: `Amber: ${moved(state)}.` };
  if (close) return { colour: 'amber', reason: `Amber: ${deadline} is ${closeText}.` };
  return { colour: 'green', reason: `Green: the work is on track for ${longDate(currentDeadline)}.` };
};
