/** A day in London, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const minuteMs = 60_000;

/**
 * Summer time as it has been since 1996: from 01:00 UTC on the last Sunday of March until 01:00 UTC on the last
 * Sunday of October. Arithmetic, because `Intl` costs a microsecond for every event; a test compares the two.
 */
const lastSundayAtOne = (year: number, month: number): number => {
  const lastDay = new Date(Date.UTC(year, month + 1, 0));
  return lastDay.getTime() - lastDay.getUTCDay() * dayMs + hourMs;
};

const summers = new Map<number, { readonly begins: number; readonly ends: number }>();

const summerOf = (year: number) => {
  const summer = summers.get(year) ?? { begins: lastSundayAtOne(year, 2), ends: lastSundayAtOne(year, 9) };
  summers.set(year, summer);
  return summer;
};

/** At most a day or two off at the ends of a year. */
const likelyYear = (utcMs: number): number => 1970 + Math.floor(utcMs / (365.2425 * dayMs));

/** How far a London clock is ahead of UTC: an hour in summer, otherwise nothing. */
export const londonOffsetMs = (utcMs: number): number => {
  // Summers are far from the ends of a year, where a likely year may be the next one.
  const { begins, ends } = summerOf(likelyYear(utcMs));
  return utcMs >= begins && utcMs < ends ? hourMs : 0;
};

const msOf = (instant: Date | string): number => {
  const ms = typeof instant === 'string' ? Date.parse(instant) : instant.getTime();
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${String(instant)}`);
  return ms;
};

const londonClock = (instant: Date | string): Date => {
  const ms = msOf(instant);
  return new Date(ms + londonOffsetMs(ms));
};

const dayOfMs = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);
const msOfDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Written once each: a night asks for the same days thousands of times. Whoever sends days of all ages fills no memory. */
const written = new Map<number, Day>();
const mostWritten = 65_536;

/** The London day that an instant falls in. Right from 1996 on. Throws a RangeError for what is no instant. */
export const londonDay = (instant: Date | string): Day => dayNumbered(londonDayNumber(instant));

/** 0 to 23 on a London clock. */
export const londonHour = (instant: Date | string): number => londonClock(instant).getUTCHours();

/** Days from 1 January 1970 to a day, for arithmetic over many days. */
export const dayNumber = (day: Day): number => msOfDay(day) / dayMs;

export const dayNumbered = (number: number): Day => {
  const known = written.get(number);
  if (known !== undefined) return known;
  const day = dayOfMs(number * dayMs);
  if (written.size < mostWritten) written.set(number, day);
  return day;
};

/** The number of the London day that an instant falls in. */
export const londonDayNumber = (instant: Date | string): number => {
  const ms = msOf(instant);
  return Math.floor((ms + londonOffsetMs(ms)) / dayMs);
};

/**
 * The first instant at which a London clock shows that many minutes after midnight, or more: a time that the clocks
 * skip is the moment they change, and one that they show twice is its first showing. 1440 is the end of the day.
 */
export const londonTime = (number: number, minutes: number): Date => {
  const utcMidnight = number * dayMs;
  const inWinter = utcMidnight + minutes * minuteMs;
  const inSummer = inWinter - hourMs;
  if (londonOffsetMs(inSummer) === hourMs) return new Date(inSummer);
  return new Date(londonOffsetMs(inWinter) === 0 ? inWinter : utcMidnight + hourMs);
};

/** London midnight, which is 23:00 UTC of the day before in summer. Clocks never change at midnight. */
export const startOfDay = (day: Day): Date => {
  const utcMidnight = msOfDay(day);
  return new Date(utcMidnight - londonOffsetMs(utcMidnight - hourMs));
};

/** The last millisecond of a London day; it has 23 or 25 hours when the clocks change. */
export const endOfDay = (day: Day): Date => new Date(startOfDay(addDays(day, 1)).getTime() - 1);

export const addDays = (day: Day, days: number): Day => dayNumbered(dayNumber(day) + days);

/** Whole days from one to the other; negative when `to` is the earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((msOfDay(to) - msOfDay(from)) / dayMs);

export const isWeekday = (day: Day): boolean => {
  const weekday = new Date(msOfDay(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/** A real day of the calendar, so not `2023-02-29`. */
export const isDay = (text: string): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(msOfDay(text)) && dayOfMs(msOfDay(text)) === text;

/** Every day from start to end, both included; none when end lies before start. */
export function* daysOf({ start, end }: { readonly start: Day; readonly end: Day }): Generator<Day> {
  const last = dayNumber(end);
  for (let number = dayNumber(start); number <= last; number++) yield dayNumbered(number);
}
