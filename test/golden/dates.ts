import * as z from 'zod';
import { addDays, daysBetween, isWeekday } from '#calendar/day.ts';
import { type Period, parsePeriod, periodContaining } from '#calendar/period.ts';
import { monthsIn, tiles } from '#scorecard/spans.ts';
import { day, given, number, text, type Way } from '#test/golden/cases.ts';

/** `2023/24`, as councils print it. */
const printed = ({ id }: Period): string => id.replace('-', '/');

export const yearOf = (on: string): string => printed(periodContaining(on, 'year'));

/** `2020/21` as we write it. */
export const yearNamed = (text: string): Period => parsePeriod(text.replace('/', '-'));

const beforeSunday = ['Saturday', 'Friday', 'Thursday', 'Wednesday', 'Tuesday', 'Monday'];

const weekdayOf = (on: string): string => {
  const isSaturday = (each: string): boolean => !isWeekday(each) && !isWeekday(addDays(each, 1));
  return beforeSunday.find((_, days) => isSaturday(addDays(on, days))) ?? 'Sunday';
};

const inclusive = (from: string, to: string): number => {
  const [first, last] = [parsePeriod(from), parsePeriod(to)];
  const months = monthsIn({ start: first.start, end: last.end });
  return first.frequency === 'year' ? months / 12 : months;
};

/** From one year to the same day of another. */
const yearsBetween = (from: number, to: number): number => {
  const [{ start }, { start: end }] = [parsePeriod(String(from)), parsePeriod(String(to))];
  return monthsIn({ start, end: addDays(end, -1) }) / 12;
};

/** Any April year: each has the same months. */
const aprilYear = parsePeriod('2021-22');

const monthNumber = ({ start }: Period): number => Number(start.slice(5, 7));

const monthOfPeriod = (n: number): number | undefined => tiles(aprilYear, 'month')?.map(monthNumber)[n - 1];

const monthsOfQuarter = (n: number): readonly number[] | undefined => {
  const quarter = tiles(aprilYear, 'quarter')?.[n - 1];
  return quarter && tiles(quarter, 'month')?.map(monthNumber);
};

const april = { year_start_month: z.literal(4) };

export const dateKinds: Readonly<Record<string, readonly Way[]>> = {
  calendar: [
    given({ date: day }, ({ date }) => weekdayOf(date)),
    given({ go_live: day, meeting: day }, ({ go_live: live, meeting }) => daysBetween(live, meeting) > 0),
    given({ from: number, to: number }, ({ from, to }) => yearsBetween(from, to)),
    given({ from: text, to: text }, ({ from, to }) => inclusive(from, to)),
  ],
  fiscal_calendar: [
    given({ meeting: day }, ({ meeting }) => yearOf(meeting)),
    given({ ...april, period: number }, ({ period }) => monthOfPeriod(period)),
    given({ ...april, quarter: number }, ({ quarter }) => monthsOfQuarter(quarter)),
  ],
};
