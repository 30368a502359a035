import { describe, expect, test } from '@jest/globals';
import type { Division } from '#calendar/bankHolidays.ts';
import { type Clock, dueBy, elapsed, isWithin } from '#calendar/clock.ts';
import { addDays, endOfDay } from '#calendar/day.ts';
import { london } from '#test/calendar/london.ts';

const seconds: Clock = { kind: 'elapsed' };
const days: Clock = { kind: 'calendar-days' };
const months: Clock = { kind: 'calendar-months' };
const workingDays = (division: Division = 'england-and-wales'): Clock => ({ kind: 'working-days', division });

describe('elapsed time', () => {
  test.each([
    ['not a moment', '2024-01-25T10:00:00.000Z', 0],
    ['a millisecond is a begun second', '2024-01-25T10:00:00.001Z', 1],
    ['80 seconds exactly', '2024-01-25T10:01:20.000Z', 80],
    ['a millisecond more', '2024-01-25T10:01:20.001Z', 81],
    ['a millisecond before the start', '2024-01-25T09:59:59.999Z', 0],
    ['a minute before the start', '2024-01-25T09:59:00.000Z', -60],
  ])('%s', (_, to, expected) => {
    const from = new Date('2024-01-25T10:00:00Z');
    expect(elapsed(seconds, from, new Date(to))).toBe(expected);
    expect(isWithin(seconds, from, new Date(to), 80)).toBe(expected <= 80);
  });

  test.each([
    ['noon to noon as the clocks go forward', '2024-03-30 12:00', '2024-03-31 12:00', 23],
    ['noon to noon as they go back', '2024-10-26 12:00', '2024-10-27 12:00', 25],
    ['noon to noon on another day', '2024-10-27 12:00', '2024-10-28 12:00', 24],
  ])('%s', (_, from, to, hours) => expect(elapsed(seconds, london(from), london(to))).toBe(hours * 3600));

  test('is due to the millisecond', () =>
    expect(dueBy(seconds, new Date('2024-03-30T12:00:00.123Z'), 86_400)).toEqual(new Date('2024-03-31T12:00:00.123Z')));
});

describe('calendar days', () => {
  test.each([
    ['the day of the start is day 0, to its end', '2024-01-25 00:00', '2024-01-25 23:59', 0],
    ['a minute later is day 1', '2024-01-25 23:59', '2024-01-26 00:00', 1],
    ['a day of 23 hours is a day', '2024-03-30 23:59', '2024-04-01 00:00', 2],
    ['a day of 25 hours is a day', '2024-10-26 23:59', '2024-10-28 00:00', 2],
    ['weekends and bank holidays count', '2024-03-28 09:00', '2024-04-02 09:00', 5],
    ['over a leap day', '2024-02-28 09:00', '2024-03-01 09:00', 2],
    ['over no leap day', '2023-02-28 09:00', '2023-03-01 09:00', 1],
    ['over the new year', '2023-12-31 09:00', '2024-01-01 09:00', 1],
    ['backwards', '2024-01-25 09:00', '2024-01-22 09:00', -3],
  ])('%s', (_, from, to, expected) => expect(elapsed(days, london(from), london(to))).toBe(expected));

  test('a summer evening in UTC is already tomorrow in London', () =>
    expect(elapsed(days, new Date('2024-07-01T22:59:59Z'), new Date('2024-07-01T23:00:00Z'))).toBe(1));

  test.each([
    ['in winter', '2024-01-25 09:00', 15, '2024-02-09T23:59:59.999Z'],
    ['into summer time', '2024-03-20 09:00', 15, '2024-04-04T22:59:59.999Z'],
    ['on the day that the clocks go forward', '2024-03-30 09:00', 1, '2024-03-31T22:59:59.999Z'],
    ['on the day that they go back', '2024-10-26 09:00', 1, '2024-10-27T23:59:59.999Z'],
    ['on a leap day', '2024-02-14 09:00', 15, '2024-02-29T23:59:59.999Z'],
    ['the same day', '2024-02-14 09:00', 0, '2024-02-14T23:59:59.999Z'],
  ])('due %s', (_, from, limit, due) => {
    expect(dueBy(days, london(from), limit).toISOString()).toBe(due);
    expect(isWithin(days, london(from), new Date(due), limit)).toBe(true);
    expect(isWithin(days, london(from), new Date(Date.parse(due) + 1), limit)).toBe(false);
  });
});

// Each row: the day of receipt, a number of working days, and the last day in time, counted on a printed calendar.
describe('working days', () => {
  test.each<[string, Division, string, number, string]>([
    ['an ordinary week', 'england-and-wales', '2024-01-22', 4, '2024-01-26'],
    ['over a weekend', 'england-and-wales', '2024-01-22', 5, '2024-01-29'],
    ['20 of them are four weeks', 'england-and-wales', '2024-01-22', 20, '2024-02-19'],
    ['the same day', 'england-and-wales', '2024-01-22', 0, '2024-01-22'],
    ['received on a Saturday, as if on Monday', 'england-and-wales', '2024-01-20', 0, '2024-01-22'],
    ['received on a Sunday, day 1 is Tuesday', 'england-and-wales', '2024-01-21', 1, '2024-01-23'],
    ['the day before Good Friday', 'england-and-wales', '2024-03-28', 1, '2024-04-02'],
    ['five over Easter', 'england-and-wales', '2024-03-28', 5, '2024-04-08'],
    ['Easter Monday is worked in Scotland', 'scotland', '2024-03-28', 1, '2024-04-01'],
    ['received on Good Friday, as if on Tuesday', 'england-and-wales', '2024-03-29', 1, '2024-04-03'],
    ['over a leap day', 'england-and-wales', '2024-02-28', 2, '2024-03-01'],
    ['over no leap day', 'england-and-wales', '2023-02-28', 1, '2023-03-01'],
    ['Christmas 2021, both substitutes', 'england-and-wales', '2021-12-24', 1, '2021-12-29'],
    ['into 2022', 'england-and-wales', '2021-12-24', 4, '2022-01-04'],
    ['into 2022 in Scotland, 4 January too', 'scotland', '2021-12-24', 4, '2022-01-05'],
    ['Christmas 2022, on a Sunday', 'england-and-wales', '2022-12-23', 1, '2022-12-28'],
    ['into 2023', 'england-and-wales', '2022-12-23', 4, '2023-01-03'],
    ['into 2023 in Scotland, 3 January too', 'scotland', '2022-12-23', 4, '2023-01-04'],
    ['Christmas 2027, both substitutes', 'northern-ireland', '2027-12-24', 1, '2027-12-29'],
    ['into 2028', 'northern-ireland', '2027-12-24', 4, '2028-01-04'],
    ['the first Monday of August, England', 'england-and-wales', '2024-08-02', 1, '2024-08-05'],
    ['the first Monday of August, Scotland', 'scotland', '2024-08-02', 1, '2024-08-06'],
    ['the last Monday of August, England', 'england-and-wales', '2024-08-23', 1, '2024-08-27'],
    ['the last Monday of August, Scotland', 'scotland', '2024-08-23', 1, '2024-08-26'],
    ['the World Cup, Scotland', 'scotland', '2026-06-12', 1, '2026-06-16'],
    ['the World Cup, England', 'england-and-wales', '2026-06-12', 1, '2026-06-15'],
    ['the Boyne on a Saturday', 'northern-ireland', '2025-07-11', 1, '2025-07-15'],
    ['May day 2020 was worked', 'england-and-wales', '2020-05-01', 1, '2020-05-04'],
    ['VE day was not', 'england-and-wales', '2020-05-07', 1, '2020-05-11'],
    ['the platinum jubilee', 'england-and-wales', '2022-06-01', 1, '2022-06-06'],
    ['the state funeral', 'england-and-wales', '2022-09-16', 1, '2022-09-20'],
    ['the coronation', 'scotland', '2023-05-05', 1, '2023-05-09'],
    ['as the clocks go forward', 'scotland', '2025-03-28', 1, '2025-03-31'],
    ['as they go back', 'scotland', '2025-10-24', 1, '2025-10-27'],
  ])('%s', (_, division, received, limit, lastDay) => {
    const clock = workingDays(division);
    for (const from of [london(`${received} 00:00`), london(`${received} 23:59`)]) {
      expect(dueBy(clock, from, limit)).toEqual(endOfDay(lastDay));
      expect(elapsed(clock, from, london(`${lastDay} 00:00`))).toBe(limit);
      expect(elapsed(clock, from, london(`${addDays(lastDay, 1)} 00:00`))).toBe(limit + 1);
    }
  });

  test('a reply on a Saturday counts as one at the start of Monday', () =>
    expect(elapsed(workingDays(), london('2024-01-25 09:00'), london('2024-01-27 09:00'))).toBe(2));

  test('days closed besides are no working days, whichever day of the week they are', () => {
    const closed = ['2024-12-30', '2024-12-27', '2024-12-28', '2024-12-25'];
    const clock: Clock = { kind: 'working-days', division: 'england-and-wales', closed };
    expect(dueBy(clock, london('2024-12-24 12:00'), 2)).toEqual(endOfDay('2025-01-02'));
    expect(dueBy(workingDays(), london('2024-12-24 12:00'), 2)).toEqual(endOfDay('2024-12-30'));
  });

  test('an extension is added to the limit', () => {
    const [from, to] = [london('2024-01-22 09:00'), london('2024-02-19 09:00')];
    expect(isWithin(workingDays(), from, to, 10)).toBe(false);
    expect(isWithin(workingDays(), from, to, 10, 9)).toBe(false);
    expect(isWithin(workingDays(), from, to, 10, 10)).toBe(true);
  });

  test.each([
    ['from', '2018-12-31 09:00', '2019-01-03 09:00', '2018-12-31'],
    ['to', '2024-01-01 09:00', '2099-12-31 09:00', '2099-12-31'],
  ])('%s a day whose bank holidays are not known is refused', (_, from, to, day) =>
    expect(() => elapsed(workingDays('scotland'), london(from), london(to))).toThrow(
      new RegExp(`^the bank holidays of scotland are known from 2019-01-01 to .* leaves out ${day}$`),
    ),
  );

  test('so is a due date past them', () =>
    expect(() => dueBy(workingDays(), london('2024-01-22 09:00'), 20_000)).toThrow(RangeError));
});

describe('where the day of the start is day 1', () => {
  test.each<[string, Clock, number, string]>([
    ['calendar days', { kind: 'calendar-days', startDay: 1 }, 5, '2024-03-30'],
    ['working days', { kind: 'working-days', division: 'scotland', startDay: 1 }, 5, '2024-04-02'],
    ['day 0 as usual', { kind: 'working-days', division: 'scotland', startDay: 0 }, 5, '2024-04-03'],
  ])('%s', (_, clock, limit, lastDay) => {
    const from = london('2024-03-26 09:00');
    expect(dueBy(clock, from, limit)).toEqual(endOfDay(lastDay));
    expect(elapsed(clock, from, london(`${lastDay} 12:00`))).toBe(limit);
  });
});

describe('calendar months', () => {
  test.each([
    ['six from 31 August, to a leap day', '2023-08-31', 6, '2024-02-29'],
    ['six from 31 August, in another year', '2022-08-31', 6, '2023-02-28'],
    ['six from 30 August', '2023-08-30', 6, '2024-02-29'],
    ['six from 28 August', '2023-08-28', 6, '2024-02-28'],
    ['six from 30 September', '2023-09-30', 6, '2024-03-30'],
    ['one from 31 January', '2024-01-31', 1, '2024-02-29'],
    ['one from 29 February', '2024-02-29', 1, '2024-03-29'],
    ['twelve from 29 February', '2024-02-29', 12, '2025-02-28'],
    ['48 from 29 February', '2024-02-29', 48, '2028-02-29'],
    ['over the new year', '2023-12-31', 2, '2024-02-29'],
    ['to December', '2023-11-30', 1, '2023-12-30'],
    ['a century that is no leap year', '2099-08-31', 6, '2100-02-28'],
    ['a century that is one', '1999-08-31', 6, '2000-02-29'],
    ['none', '2024-05-31', 0, '2024-05-31'],
  ])('%s', (_, from, limit, lastDay) => {
    const start = london(`${from} 12:00`);
    expect(dueBy(months, start, limit)).toEqual(endOfDay(lastDay));
    expect(elapsed(months, start, london(`${lastDay} 23:59`))).toBe(limit);
    expect(elapsed(months, start, london(`${addDays(lastDay, 1)} 00:00`))).toBe(limit + 1);
  });

  test.each([
    ['the next day has begun a month', '2023-08-31', '2023-09-01', 1],
    ['a month to the day', '2023-08-15', '2023-09-15', 1],
    ['a day more', '2023-08-15', '2023-09-16', 2],
    ['the day before is in month 0', '2023-08-15', '2023-08-14', 0],
    ['a month before', '2023-08-15', '2023-07-15', -1],
  ])('%s', (_, from, to, expected) =>
    expect(elapsed(months, london(`${from} 12:00`), london(`${to} 12:00`))).toBe(expected),
  );

  test('a start at half past midnight in summer is of that London day', () =>
    expect(dueBy(months, new Date('2023-08-31T23:30:00Z'), 6)).toEqual(endOfDay('2024-03-01')));
});

test.each([1.5, -1, Number.NaN, Number.POSITIVE_INFINITY])('%d is no limit', (limit) => {
  const at = london('2024-01-22 09:00');
  expect(() => dueBy(days, at, limit)).toThrow(`not a limit: ${limit} is no whole number`);
  expect(() => isWithin(days, at, at, limit)).toThrow(RangeError);
  expect(() => isWithin(days, at, at, 2, limit)).toThrow(RangeError);
});
