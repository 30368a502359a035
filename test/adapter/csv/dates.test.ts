import { describe, expect, test } from '@jest/globals';
import { patternProblem } from '#adapter/csv/datePattern.ts';
import { type DateStyle, instantOfMoment, readDate, readTime } from '#adapter/csv/dates.ts';

const style = (order = 'day-first', more: Partial<DateStyle> = {}): DateStyle => ({
  order,
  twoDigitYears: false,
  zone: 'Europe/London',
  ...more,
});

const instant = (text: string, how: DateStyle): string | undefined => {
  const read = readDate(text, how);
  return read && !('problem' in read) ? instantOfMoment(read, how) : undefined;
};

describe('a date is the day', () => {
  test.each([
    ['13/02/2024', 'day-first', '2024-02-13'],
    ['3/2/2024', 'day-first', '2024-02-03'],
    ['03/02/2024', 'month-first', '2024-03-02'],
    ['02/13/2024', 'month-first', '2024-02-13'],
    ['13-02-2024', 'day-first', '2024-02-13'],
    ['13.02.2024', 'day-first', '2024-02-13'],
    ['29/02/2024', 'day-first', '2024-02-29'],
    // Whatever begins with the year has one meaning.
    ['2024-02-13', 'day-first', '2024-02-13'],
    ['2024/02/13', 'month-first', '2024-02-13'],
    ['20240213', 'day-first', '2024-02-13'],
    ['2024-02-13', 'iso', '2024-02-13'],
    // And so has a month in words.
    ['13 Feb 2024', 'month-first', '2024-02-13'],
    ['13-Feb-2024', 'day-first', '2024-02-13'],
    ['Tue, 13th February 2024', 'day-first', '2024-02-13'],
    ['Feb 13, 2024', 'day-first', '2024-02-13'],
    ['1 Sept 2024', 'day-first', '2024-09-01'],
    ['13.02.24', 'dd.MM.yy', '2024-02-13'],
    ['13 février', "d 'février'", undefined],
    ['Feb/13/2024', 'MMM/dd/yyyy', '2024-02-13'],
  ])('%s, %s: %s', (text, order, day) => {
    expect(readDate(text, style(order))).toMatchObject(day ? { day } : { problem: expect.any(String) });
  });
});

describe('no date at all', () => {
  test.each([
    ['0'],
    ['00/00/0000'],
    ['0000-00-00 00:00:00'],
    ['1970-01-01T00:00:00Z'],
    ['01/01/1970 01:00'],
    ['0001-01-01'],
    ['30/12/1899'],
  ])('%s', (text) => {
    expect(readDate(text, style())).toBeUndefined();
  });
});

describe('what cannot be read is told, with the mend', () => {
  test.each([
    ['02/13/2024', 'day-first', /say dates: month-first/, true],
    ['13/02/2024', 'month-first', /say dates: day-first/, true],
    // Both are over twelve, so the other order would not help.
    ['13/13/2024', 'day-first', /no day of the calendar/, undefined],
    ['30/02/2024', 'day-first', /no day of the calendar/, undefined],
    ['29/02/2023', 'day-first', /no day of the calendar/, undefined],
    ['13/02/24', 'day-first', /twoDigitYears: true/, undefined],
    ['13 Feb 24', 'day-first', /twoDigitYears: true/, undefined],
    ['13/02/2024', 'iso', /does not begin with the year/, undefined],
    ['45335', 'day-first', /spreadsheet's own number/, undefined],
    ['yesterday', 'day-first', /is no date/, undefined],
    ['13/02-2024', 'day-first', /is no date/, undefined],
    ['13/02/2024 25:00', 'day-first', /is no time/, undefined],
    ['soon', 'unix', /no number of seconds/, undefined],
    ['99999999999999', 'unix', /too far/, undefined],
    ['2024-02-13', 'dd/MM/yyyy', /not written as dd\/MM\/yyyy/, undefined],
  ])('%s, %s', (text, order, problem, otherOrder) => {
    const read = readDate(text, style(order));
    expect(read).toMatchObject({ problem: expect.stringMatching(problem) });
    expect(read).toHaveProperty('problem');
    expect((read as { otherOrder?: boolean }).otherOrder).toBe(otherOrder);
  });
});

describe('a time is the instant', () => {
  test.each([
    ['13/02/2024 09:41', {}, '2024-02-13T09:41:00.000Z'],
    ['13/07/2024 09:41', {}, '2024-07-13T08:41:00.000Z'],
    ['13/07/2024 9:41 pm', {}, '2024-07-13T20:41:00.000Z'],
    ['13/07/2024 12:05am', {}, '2024-07-12T23:05:00.000Z'],
    ['13/07/2024 12:05 p.m.', {}, '2024-07-13T11:05:00.000Z'],
    ['2024-07-13T09:41:22.5Z', {}, '2024-07-13T09:41:22.500Z'],
    ['2024-07-13T09:41:22+0100', {}, '2024-07-13T08:41:22.000Z'],
    ['13/07/2024 09:41:22 BST', {}, '2024-07-13T08:41:22.000Z'],
    ['13/07/2024 09:41:22 GMT', {}, '2024-07-13T09:41:22.000Z'],
    ['13/07/2024', {}, '2024-07-12T23:00:00.000Z'],
    ['13/07/2024 09:41', { zone: 'UTC' }, '2024-07-13T09:41:00.000Z'],
    ['13/07/2024 09:41', { zone: '+02:00' }, '2024-07-13T07:41:00.000Z'],
    // The clocks go back: the first of the two. They go forward: an hour on.
    ['27/10/2024 01:30', {}, '2024-10-27T00:30:00.000Z'],
    ['31/03/2024 01:30', {}, '2024-03-31T01:30:00.000Z'],
    ['1707817282', { order: 'unix' }, '2024-02-13T09:41:22.000Z'],
    ['1707817282500', { order: 'unix-ms' }, '2024-02-13T09:41:22.500Z'],
    ['13.02.24 09:41:22,250', { order: 'dd.MM.yy HH:mm:ss,SSS' }, '2024-02-13T09:41:22.250Z'],
    ['02/13/24 9:41 PM', { order: 'MM/dd/yy h:mm a' }, '2024-02-13T21:41:00.000Z'],
    ['13/02/24', { twoDigitYears: true }, '2024-02-13T00:00:00.000Z'],
  ])('%s %j: %s', (text, more, utc) => {
    expect(instant(text, style('day-first', more))).toBe(utc);
  });
});

test.each([
  ['9:41', '09:41:00.000'],
  ['09:41:22', '09:41:22.000'],
  ['23:59:59.9', '23:59:59.900'],
  ['24:00', undefined],
  ['13:00 pm', undefined],
  ['9.41', undefined],
])('the time %s', (text, time) => {
  expect(readTime(text)).toMatchObject(time ? { time } : { problem: expect.any(String) });
});

test.each([
  ['dd/MM/yyyy HH:mm', undefined],
  ["yyyy-MM-dd'T'HH:mm:ssXXX", undefined],
  ['dd/mm/yyyy', /does not have a day, a month and a year/],
  ['DD/MM/YYYY', /"DD" is no part of a date/],
  ['HH:mm', /does not have a day/],
])('the pattern %s', (pattern, problem) => {
  expect(patternProblem(pattern) ?? 'none').toMatch(problem ?? /^none$/);
});
