import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  dayNumber,
  dayNumbered,
  daysBetween,
  daysOf,
  endOfDay,
  isDay,
  isWeekday,
  londonDay,
  londonDayNumber,
  londonHour,
  londonTime,
  startOfDay,
} from '#calendar/day.ts';

describe('the London day of an instant', () => {
  test.each([
    ['a winter evening', '2024-03-30T23:59:59.999Z', '2024-03-30', 23],
    ['midnight before the clocks go forward', '2024-03-31T00:00:00Z', '2024-03-31', 0],
    ['the last winter instant', '2024-03-31T00:59:59.999Z', '2024-03-31', 0],
    ['the first summer instant: 01:00 becomes 02:00', '2024-03-31T01:00:00Z', '2024-03-31', 2],
    ['the year end of a council in summer time', '2023-03-31T22:59:59.999Z', '2023-03-31', 23],
    ['an hour later it is 1 April', '2023-03-31T23:00:00Z', '2023-04-01', 0],
    ['the last summer instant', '2024-10-27T00:59:59.999Z', '2024-10-27', 1],
    ['the same hour again in winter time', '2024-10-27T01:00:00Z', '2024-10-27', 1],
    ['an offset is honoured', '2024-07-01T00:30:00+02:00', '2024-06-30', 23],
    ['new year', '2024-01-01T00:00:00Z', '2024-01-01', 0],
  ])('%s', (_, instant, day, hour) => {
    expect(londonDay(instant)).toBe(day);
    expect(londonHour(instant)).toBe(hour);
  });

  test('agrees with Intl for any instant from 1996 to 2100', () => {
    const intl = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
    const instants = fc.date({
      min: new Date('1996-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(fc.property(instants, (instant) => expect(londonDay(instant)).toBe(intl.format(instant))));
  });

  test('what is no instant is refused', () =>
    expect(() => londonDay('yesterday')).toThrow('not an instant: yesterday'));
});

describe('the ends of a day', () => {
  test.each([
    ['winter', '2024-01-25', '2024-01-25T00:00:00.000Z', '2024-01-25T23:59:59.999Z'],
    ['summer', '2023-07-01', '2023-06-30T23:00:00.000Z', '2023-07-01T22:59:59.999Z'],
    ['23 hours', '2024-03-31', '2024-03-31T00:00:00.000Z', '2024-03-31T22:59:59.999Z'],
    ['25 hours', '2024-10-27', '2024-10-26T23:00:00.000Z', '2024-10-27T23:59:59.999Z'],
  ])('%s', (_, day, start, end) => {
    expect(startOfDay(day).toISOString()).toBe(start);
    expect(endOfDay(day).toISOString()).toBe(end);
  });
});

describe('days as numbers', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2024-02-29', 19_782],
  ])('%s is %d', (day, number) => {
    expect(dayNumber(day)).toBe(number);
    expect(dayNumbered(number)).toBe(day);
  });

  test.each([
    ['in winter', '2024-02-28T23:59:59.999Z', '2024-02-28'],
    ['in summer', '2024-07-01T23:00:00.000Z', '2024-07-02'],
  ])('the London day of an instant %s', (_, instant, day) =>
    expect(dayNumbered(londonDayNumber(new Date(instant)))).toBe(day),
  );
});

describe('a time on a London clock', () => {
  test.each([
    ['in winter', '2024-01-25', '09:00', '2024-01-25T09:00:00.000Z'],
    ['in summer', '2024-07-01', '09:00', '2024-07-01T08:00:00.000Z'],
    ['midnight in summer', '2024-07-01', '00:00', '2024-06-30T23:00:00.000Z'],
    ['the end of a day in winter', '2024-01-25', '24:00', '2024-01-26T00:00:00.000Z'],
    ['a minute before the clocks go forward', '2024-03-31', '00:59', '2024-03-31T00:59:00.000Z'],
    ['as they go forward', '2024-03-31', '01:00', '2024-03-31T01:00:00.000Z'],
    ['a time that is skipped', '2024-03-31', '01:30', '2024-03-31T01:00:00.000Z'],
    ['the hour after', '2024-03-31', '02:00', '2024-03-31T01:00:00.000Z'],
    ['the end of a day of 23 hours', '2024-03-31', '24:00', '2024-03-31T23:00:00.000Z'],
    ['before the hour that is shown twice', '2024-10-27', '00:59', '2024-10-26T23:59:00.000Z'],
    ['a time that is shown twice', '2024-10-27', '01:30', '2024-10-27T00:30:00.000Z'],
    ['the hour after both', '2024-10-27', '02:00', '2024-10-27T02:00:00.000Z'],
    ['the end of a day of 25 hours', '2024-10-27', '24:00', '2024-10-28T00:00:00.000Z'],
  ])('%s', (_, day, time, instant) => {
    const [hours, minutes] = time.split(':').map(Number);
    expect(londonTime(dayNumber(day), Number(hours) * 60 + Number(minutes)).toISOString()).toBe(instant);
  });
});

describe('counting days', () => {
  test.each([
    ['2023-08-31', '2023-12-31', 122],
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['2024-03-31', '2024-03-31', 0],
    ['2024-01-02', '2023-12-31', -2],
    ['2024-03-30', '2024-04-01', 2],
  ])('from %s to %s are %d', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });

  test('daysOf includes both ends and is empty backwards', () => {
    expect([...daysOf({ start: '2024-02-28', end: '2024-03-01' })]).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect([...daysOf({ start: '2024-03-01', end: '2024-02-28' })]).toEqual([]);
  });

  test('Friday is a weekday, Saturday and Sunday are not', () => {
    expect(['2024-01-26', '2024-01-27', '2024-01-28', '2024-01-29'].map(isWeekday)).toEqual([true, false, false, true]);
  });

  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2024-13-01', false],
    ['2024-1-1', false],
    ['', false],
  ])('%s is a day: %s', (text, expected) => expect(isDay(text)).toBe(expected));
});
