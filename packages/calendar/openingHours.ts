import { bankHolidays, type Division, holidayCoverage } from '#calendar/bankHolidays.ts';
import { type Day, dayNumber, londonDayNumber, londonTime } from '#calendar/day.ts';
import { requireKnown } from '#calendar/workingDays.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Opening and closing time of each day that is open at all, on a London clock: `{ mon: ['09:00', '17:00'] }`. */
export type WeekHours = { readonly [day in Weekday]?: readonly [opens: string, closes: string] };

export interface OpeningCalendar {
  /** Minutes after midnight, Monday first. */
  readonly windows: readonly (readonly [number, number] | undefined)[];
  readonly closed: ReadonlySet<number>;
  /** Where bank holidays are closed: whose, and the days for which they are known. */
  readonly known?: { readonly division: Division; readonly start: number; readonly end: number };
}

interface Opening {
  readonly division?: Division;
  readonly closed?: readonly Day[];
}

const minutesOf = (time: string): number => {
  if (!/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time)) throw new RangeError(`not a time of day: "${time}"`);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
};

const windowOf = (hours: WeekHours, day: Weekday): readonly [number, number] | undefined => {
  const times = hours[day];
  if (!times) return undefined;
  const [opens, closes] = [minutesOf(times[0]), minutesOf(times[1])];
  if (closes <= opens) throw new RangeError(`${day} opens at ${times[0]} and closes at ${times[1]}, no later`);
  return [opens, closes];
};

const knownFor = (division: Division): OpeningCalendar['known'] => {
  const { start, end } = holidayCoverage(division);
  return { division, start: dayNumber(start), end: dayNumber(end) };
};

/** Throws a RangeError for times that are none, and for a week that never opens. */
export const openingCalendar = (hours: WeekHours, { division, closed = [] }: Opening): OpeningCalendar => {
  const windows = weekdays.map((day) => windowOf(hours, day));
  if (windows.every((window) => window === undefined)) throw new RangeError('opening hours must open on some day');
  const holidays = division ? bankHolidays(division).map((event) => event.date) : [];
  return {
    windows,
    closed: new Set([...holidays, ...closed].map(dayNumber)),
    ...(division && { known: knownFor(division) }),
  };
};

// Day 0 was a Thursday.
const weekdayOf = (day: number): number => (day + 3) % 7;
const sunday = 6;

const openOn = (calendar: OpeningCalendar, day: number): readonly [number, number] | undefined => {
  if (calendar.known) requireKnown(calendar.known, day);
  return calendar.closed.has(day) ? undefined : calendar.windows[weekdayOf(day)];
};

/** Whether it opens at all; of days whose bank holidays are not known it is not said that it does. */
export const isOpen = (calendar: OpeningCalendar, day: Day): boolean => {
  const number = dayNumber(day);
  const { known } = calendar;
  if (known && (number < known.start || number > known.end)) return false;
  return openOn(calendar, number) !== undefined;
};

/** Milliseconds open on a day between two instants. */
const openBetween = (calendar: OpeningCalendar, day: number, from: number, to: number): number => {
  const window = openOn(calendar, day);
  if (!window) return 0;
  const opens = londonTime(day, window[0]).getTime();
  const closes = londonTime(day, window[1]).getTime();
  return Math.max(0, Math.min(closes, to) - Math.max(opens, from));
};

/** Milliseconds open on a whole day. Clocks change on Sundays only; other days are as long as they say. */
const openAllDay = (calendar: OpeningCalendar, day: number): number => {
  if (weekdayOf(day) === sunday) return openBetween(calendar, day, -Infinity, Infinity);
  const window = openOn(calendar, day);
  return window ? (window[1] - window[0]) * 60_000 : 0;
};

/** Milliseconds open from one instant to a later one. */
export const openMs = (calendar: OpeningCalendar, from: Date, to: Date): number => {
  const [first, last] = [londonDayNumber(from), londonDayNumber(to)];
  let total = openBetween(calendar, first, from.getTime(), to.getTime());
  for (let day = first + 1; day < last; day++) total += openAllDay(calendar, day);
  return first === last ? total : total + openBetween(calendar, last, from.getTime(), to.getTime());
};

/** The last instant by which no more than so many milliseconds were open: closed time after them is still in time. */
export const openUntil = (calendar: OpeningCalendar, from: Date, ms: number): Date => {
  let left = ms;
  const start = from.getTime();
  for (let day = londonDayNumber(from); ; day++) {
    const open = openBetween(calendar, day, start, Infinity);
    if (left < open) return new Date(Math.max(start, openingOf(calendar, day)) + left);
    left -= open;
  }
};

const openingOf = (calendar: OpeningCalendar, day: number): number =>
  londonTime(day, openOn(calendar, day)?.[0] ?? 0).getTime();
