import { addDays, daysBetween } from '#calendar/day.ts';
import { periodContaining, shiftPeriod } from '#calendar/period.ts';
import type { EditionMilestone } from '#scorecard/edition.ts';
import { monthName } from '#site/format.ts';

/** The stretch of time that a Gantt shows, in whole months, and where a day lies in it as a share of its width. */
export interface Timeline {
  readonly start: string;
  readonly end: string;
  readonly asOf: string;
  readonly at: (day: string) => number;
  readonly ticks: readonly Tick[];
}

interface Tick {
  readonly at: number;
  readonly month: string;
  /** Printed at the first tick and at each January. */
  readonly year?: string;
}

/** Where a start is not known, this much of the work before its deadline is shown at least. */
const leadDays = 60;
const endDays = 12;

const earliest = (days: readonly string[]): string => days.reduce((a, b) => (a < b ? a : b));
const latest = (days: readonly string[]): string => days.reduce((a, b) => (a > b ? a : b));

/** Work with neither a deadline nor a day of completion has no place on it. */
export const isDrawn = ({ currentDeadline, completedOn }: EditionMilestone): boolean =>
  (currentDeadline ?? completedOn) !== undefined;

const daysOf = (milestones: readonly EditionMilestone[], asOf: string): string[] => [
  asOf,
  ...milestones.filter(isDrawn).flatMap(({ start, originalDeadline, currentDeadline, completedOn }) => {
    const planned = originalDeadline ?? currentDeadline ?? completedOn;
    const days = [start ?? (planned && addDays(planned, -leadDays)), planned, completedOn ?? currentDeadline];
    return [...days, currentDeadline && addDays(currentDeadline, endDays)].filter((day) => day !== undefined);
  }),
];

/** Quarters, half-years or years, so that at most nine labels have to stand side by side. */
const monthsShown = (quarters: number): readonly string[] => {
  if (quarters <= 9) return ['01', '04', '07', '10'];
  return quarters <= 18 ? ['01', '07'] : ['01'];
};

const monthOf = (day: string): string => day.slice(5, 7);

const quarterStarts = (start: string, end: string): string[] => {
  const starts: string[] = [];
  for (let quarter = periodContaining(start, 'quarter'); quarter.start <= end; quarter = shiftPeriod(quarter, 1))
    if (quarter.start >= start) starts.push(quarter.start);
  return starts;
};

const ticksBetween = (start: string, end: string, at: Timeline['at']): Tick[] => {
  const starts = quarterStarts(start, end);
  const months = monthsShown(starts.length);
  return starts
    .filter((day) => months.includes(monthOf(day)))
    .map((day, i) => ({
      at: at(day),
      month: monthName(day),
      year: i === 0 || monthOf(day) === '01' ? day.slice(0, 4) : undefined,
    }));
};

export const timelineOf = (milestones: readonly EditionMilestone[], asOf: string): Timeline => {
  const days = daysOf(milestones, asOf);
  const { start } = periodContaining(earliest(days), 'month');
  const { end } = periodContaining(latest(days), 'month');
  const span = daysBetween(start, end) + 1;
  const at = (day: string): number => Math.min(1, Math.max(0, daysBetween(start, day) / span));
  return { start, end, asOf, at, ticks: ticksBetween(start, end, at) };
};

/** One milestone on the timeline, as shares of its width. */
export interface Span {
  readonly from: number;
  /** Where it was first due, if anybody had said. */
  readonly planned?: number;
  readonly expected: number;
  readonly isStartKnown: boolean;
  readonly isDone: boolean;
}

/** Finished work on a day that is not known was finished by the as-of date, whenever it was due. */
const finishOf = ({ status, currentDeadline, completedOn }: EditionMilestone, asOf: string): string => {
  const due = currentDeadline ?? asOf;
  return status === 'complete' ? (completedOn ?? (due < asOf ? due : asOf)) : due;
};

/** Drawn as a delay: it ends, or ended, after it was first due. */
export const isLate = (milestone: EditionMilestone, asOf: string): boolean =>
  finishOf(milestone, asOf) > (milestone.originalDeadline ?? '9999');

export const isFinishUnknown = ({ status, completedOn }: EditionMilestone): boolean =>
  status === 'complete' && completedOn === undefined;

/** undefined where there is no day to draw. */
export const spanOf = (milestone: EditionMilestone, { at, asOf }: Timeline): Span | undefined => {
  const { start, originalDeadline, status } = milestone;
  if (!isDrawn(milestone)) return undefined;
  return {
    from: start === undefined ? 0 : at(start),
    planned: originalDeadline === undefined ? undefined : at(originalDeadline),
    expected: at(finishOf(milestone, asOf)),
    isStartKnown: start !== undefined,
    isDone: status === 'complete',
  };
};
