import { bankHolidays, type Division, holidayCoverage } from '#calendar/bankHolidays.ts';
import { type Day, dayNumber, dayNumbered, isWeekday } from '#calendar/day.ts';

/** Mondays to Fridays that are no bank holiday of a division, nor closed otherwise. Days are numbers, for speed. */
export interface WorkingCalendar {
  readonly division: Division;
  /** The first and the last day whose bank holidays are known. */
  readonly start: number;
  readonly end: number;
  /** Weekdays that are no working days, ascending, each once. */
  readonly closed: readonly number[];
}

export const workingCalendar = (division: Division, closed: readonly Day[] = []): WorkingCalendar => {
  const { start, end } = holidayCoverage(division);
  const days = new Set([...bankHolidays(division).map((event) => event.date), ...closed]);
  return {
    division,
    start: dayNumber(start),
    end: dayNumber(end),
    closed: [...days]
      .filter(isWeekday)
      .map(dayNumber)
      .sort((a, b) => a - b),
  };
};

/** Throws a RangeError for a day whose bank holidays are not known: a count that guessed would be invented. */
export const requireKnown = ({ division, start, end }: Omit<WorkingCalendar, 'closed'>, day: number): void => {
  if (day >= start && day <= end) return;
  const known = `from ${dayNumbered(start)} to ${dayNumbered(end)}`;
  throw new RangeError(`the bank holidays of ${division} are known ${known}, which leaves out ${dayNumbered(day)}`);
};

// Day 0 was a Thursday: three days after a Monday.
const mondayOffset = 3;

const weekdaysBefore = (day: number): number => {
  const weeks = Math.floor((day + mondayOffset) / 7);
  return weeks * 5 + Math.min(day + mondayOffset - weeks * 7, 5);
};

const weekdayAt = (index: number): number => {
  const weeks = Math.floor(index / 5);
  return weeks * 7 + (index - weeks * 5) - mondayOffset;
};

/** How many of an ascending list are less than a number. */
const countBelow = (ascending: readonly number[], limit: number): number => {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Working days before a day, counted from a fixed day; a Saturday has as many before it as the Monday after it. */
export const workingDaysBefore = (calendar: WorkingCalendar, day: number): number => {
  requireKnown(calendar, day);
  return weekdaysBefore(day) - countBelow(calendar.closed, day);
};

/** The working day that has so many working days before it. */
export const workingDayAt = (calendar: WorkingCalendar, index: number): number => {
  let day = weekdayAt(index);
  // Each step passes the closed days found so far, and never passes the day sought.
  for (let next = day; ; day = next) {
    next = weekdayAt(index + countBelow(calendar.closed, day + 1));
    if (next === day) break;
  }
  requireKnown(calendar, day);
  return day;
};
