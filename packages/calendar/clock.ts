import type { Division } from '#calendar/bankHolidays.ts';
import { type Day, dayNumbered, endOfDay, londonDay, londonDayNumber } from '#calendar/day.ts';
import { addMonths, monthsUntil } from '#calendar/months.ts';
import { openingCalendar, openMs, openUntil, type WeekHours } from '#calendar/openingHours.ts';
import { workingCalendar, workingDayAt, workingDaysBefore } from '#calendar/workingDays.ts';

/** Whether the day that a count starts on is day 0, as is usual, or already day 1. */
type StartDay = { readonly startDay?: 0 | 1 };

/** How the time between two moments is counted. Data, as a scorecard file states it. See docs/clocks.md. */
export type Clock =
  | { readonly kind: 'elapsed' }
  | ({ readonly kind: 'calendar-days' } & StartDay)
  | ({ readonly kind: 'working-days'; readonly division: Division; readonly closed?: readonly Day[] } & StartDay)
  | { readonly kind: 'calendar-months' }
  | {
      readonly kind: 'opening-hours';
      readonly hours: WeekHours;
      /** Closed on its bank holidays; without it open on them. */
      readonly division?: Division;
      readonly closed?: readonly Day[];
    };

/**
 * What a clock must tell. The two agree: an instant is no later than `dueBy(from, limit)` exactly when the time
 * elapsed until then is no more than the limit, so a begun unit counts whole.
 */
interface Count {
  elapsed(from: Date, to: Date): number;
  dueBy(from: Date, limit: number): Date;
}

const secondMs = 1000;
// Adding 0 makes a 0 of the -0 that Math.ceil may give.
const wholeSeconds = (ms: number): number => Math.ceil(ms / secondMs) + 0;

const countElapsed: Count = {
  elapsed: (from, to) => wholeSeconds(to.getTime() - from.getTime()),
  dueBy: (from, limit) => new Date(from.getTime() + limit * secondMs),
};

const countDays = ({ startDay = 0 }: StartDay): Count => ({
  elapsed: (from, to) => londonDayNumber(to) - londonDayNumber(from) + startDay,
  dueBy: (from, limit) => endOfDay(dayNumbered(londonDayNumber(from) + limit - startDay)),
});

const countWorkingDays = ({ division, closed, startDay = 0 }: Clock & { kind: 'working-days' }): Count => {
  const calendar = workingCalendar(division, closed);
  const indexOf = (instant: Date): number => workingDaysBefore(calendar, londonDayNumber(instant));
  return {
    elapsed: (from, to) => indexOf(to) - indexOf(from) + startDay,
    dueBy: (from, limit) => endOfDay(dayNumbered(workingDayAt(calendar, indexOf(from) + limit - startDay))),
  };
};

const countMonths: Count = {
  elapsed: (from, to) => monthsUntil(londonDay(from), londonDay(to)),
  dueBy: (from, limit) => endOfDay(addMonths(londonDay(from), limit)),
};

const countOpeningHours = (clock: Clock & { kind: 'opening-hours' }): Count => {
  const calendar = openingCalendar(clock.hours, clock);
  return {
    elapsed: (from, to) => wholeSeconds(from <= to ? openMs(calendar, from, to) : -openMs(calendar, to, from)),
    dueBy: (from, limit) => openUntil(calendar, from, limit * secondMs),
  };
};

const makeCount = (clock: Clock): Count => {
  switch (clock.kind) {
    case 'elapsed':
      return countElapsed;
    case 'calendar-days':
      return countDays(clock);
    case 'working-days':
      return countWorkingDays(clock);
    case 'calendar-months':
      return countMonths;
    case 'opening-hours':
      return countOpeningHours(clock);
  }
};

// A clock's calendar is built once, though every case of five years is counted by it.
const counts = new WeakMap<Clock, Count>();

const countOf = (clock: Clock): Count => {
  const known = counts.get(clock);
  if (known) return known;
  const count = makeCount(clock);
  counts.set(clock, count);
  return count;
};

const requireLimit = (limit: number): number => {
  if (!Number.isSafeInteger(limit) || limit < 0) throw new RangeError(`not a limit: ${limit} is no whole number`);
  return limit;
};

/** In the clock's unit: seconds (elapsed, opening hours), days, working days or months. Negative when `to` is earlier. */
export const elapsed = (clock: Clock, from: Date, to: Date): number => countOf(clock).elapsed(from, to);

/** The last instant in time. Throws a RangeError where bank holidays are needed and not known. */
export const dueBy = (clock: Clock, from: Date, limit: number): Date => countOf(clock).dueBy(from, requireLimit(limit));

/** Whether no more than the limit, and its extension where one was granted, had elapsed. */
export const isWithin = (clock: Clock, from: Date, to: Date, limit: number, extension = 0): boolean =>
  elapsed(clock, from, to) <= requireLimit(limit) + requireLimit(extension);
