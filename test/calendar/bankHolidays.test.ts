import { describe, expect, test } from '@jest/globals';
import {
  bankHolidays,
  type Division,
  divisions,
  type HolidayData,
  holidayCoverage,
  holidaysRunOut,
  shipped,
} from '#calendar/bankHolidays.ts';
import { isDay, isWeekday } from '#calendar/day.ts';
import { parseGovUkHolidays } from '#calendar/govUkHolidays.ts';

const datesIn = (division: Division, period: string): string[] =>
  bankHolidays(division)
    .map((event) => event.date)
    .filter((date) => date.startsWith(period));

// From the royal proclamations and the Banking and Financial Dealings Act 1971, with a printed calendar.
describe('the bank holidays that are shipped', () => {
  test.each<[string, Division, string, string[]]>([
    ['Easter 2024', 'england-and-wales', '2024-0', ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26']],
    ['no Easter Monday in Scotland', 'scotland', '2024-0', ['01-01', '01-02', '03-29', '05-06', '05-27', '08-05']],
    [
      'St Patrick on a Sunday, and the Boyne',
      'northern-ireland',
      '2024-0',
      ['01-01', '03-18', '03-29', '04-01', '05-06', '05-27', '07-12', '08-26'],
    ],
    ['the Boyne on a Saturday', 'northern-ireland', '2025-07', ['07-14']],
    ['VE day instead of 4 May', 'england-and-wales', '2020-05', ['05-08', '05-25']],
    ['the platinum jubilee instead of 30 May', 'england-and-wales', '2022-05', ['05-02']],
    ['the platinum jubilee', 'england-and-wales', '2022-06', ['06-02', '06-03']],
    ['the state funeral', 'scotland', '2022-09', ['09-19']],
    ['the coronation', 'northern-ireland', '2023-05', ['05-01', '05-08', '05-29']],
    ['the World Cup, in Scotland', 'scotland', '2026-06', ['06-15']],
    ['the World Cup, in England', 'england-and-wales', '2026-06', []],
    ['St Andrew on a Saturday', 'scotland', '2024-12', ['12-02', '12-25', '12-26']],
    ['St Andrew on a Monday', 'scotland', '2026-11', ['11-30']],
    ['Christmas on a Saturday', 'england-and-wales', '2021-12', ['12-27', '12-28']],
    ['Christmas on a Sunday', 'england-and-wales', '2022-12', ['12-26', '12-27']],
    ['Christmas on a Saturday again', 'scotland', '2027-12', ['12-27', '12-28']],
    ['new year on a Saturday', 'scotland', '2022-01', ['01-03', '01-04']],
    ['new year on a Sunday', 'scotland', '2023-01', ['01-02', '01-03']],
    ['2 January on a Saturday', 'scotland', '2021-01', ['01-01', '01-04']],
  ])('%s', (_, division, period, dates) =>
    expect(datesIn(division, period)).toEqual(dates.map((date) => `${period.slice(0, 4)}-${date}`)),
  );

  // Eight a year in England and Wales, nine in Scotland, ten in Northern Ireland; three more for each, and the World Cup.
  test.each<[Division, number]>([
    ['england-and-wales', 8 * 8 + 3],
    ['scotland', 8 * 9 + 4],
    ['northern-ireland', 8 * 10 + 3],
  ])('%s has %d from 2019 to 2026', (division, count) =>
    expect(bankHolidays(division).filter(({ date }) => date >= '2019' && date < '2027')).toHaveLength(count),
  );

  test.each(divisions)('those of %s are weekdays, in order, and none twice', (division) => {
    const dates = bankHolidays(division).map((event) => event.date);
    expect(dates.every((date) => isDay(date) && isWeekday(date))).toBe(true);
    expect(dates).toEqual([...new Set(dates)].sort());
  });

  test('they are in the shape of GOV.UK', () => expect(parseGovUkHolidays(shipped)).toEqual(shipped));

  test('a substitute says so, and a solemn day has no bunting', () => {
    const of = (date: string) => bankHolidays('england-and-wales').find((event) => event.date === date);
    expect(of('2021-12-27')).toEqual({
      title: 'Christmas Day',
      date: '2021-12-27',
      notes: 'Substitute day',
      bunting: true,
    });
    expect(of('2022-12-26')).toMatchObject({ title: 'Boxing Day', notes: '' });
    expect(of('2022-09-19')).toMatchObject({ bunting: false });
  });
});

const dataOf = (...dates: string[]): HolidayData => {
  const events = dates.map((date) => ({ title: 'Holiday', date, notes: '', bunting: true }));
  const of = (division: Division) => ({ division, events });
  return {
    'england-and-wales': of('england-and-wales'),
    scotland: of('scotland'),
    'northern-ireland': of('northern-ireland'),
  };
};

describe('how far bank holidays are known', () => {
  test.each([
    ['whole years', ['2019-01-01', '2028-12-26'], '2019-01-01', '2028-12-31'],
    ['a substitute at either end', ['2021-01-04', '2027-12-28'], '2021-01-01', '2027-12-31'],
    ['in any order', ['2028-12-26', '2019-01-01', '2024-05-06'], '2019-01-01', '2028-12-31'],
    ['years cut short', ['2024-03-29', '2026-08-31'], '2024-03-29', '2026-08-31'],
  ])('%s', (_, dates, start, end) => expect(holidayCoverage('scotland', dataOf(...dates))).toEqual({ start, end }));

  const data = dataOf('2019-01-01', '2028-12-26');

  test.each([
    ['181 days before', '2028-07-03', false],
    ['180 days before', '2028-07-04', true],
    ['on the last day', '2028-12-31', true],
    ['long after', '2030-01-01', true],
  ])('a warning %s: %s', (_, asOf, warned) =>
    expect(holidaysRunOut('england-and-wales', asOf, data)).toBe(
      warned
        ? 'The bank holidays of England and Wales are known only until 2028-12-31, and working days after that cannot be counted'
        : undefined,
    ),
  );

  test.each([
    ['scotland', 'Scotland'],
    ['northern-ireland', 'Northern Ireland'],
  ] as const)('it names %s', (division, name) =>
    expect(holidaysRunOut(division, '2028-12-01', data)).toContain(`of ${name} are`),
  );

  test('the shipped ones need no refreshing in 2027', () =>
    expect(divisions.map((division) => holidaysRunOut(division, '2027-12-31'))).toEqual([
      undefined,
      undefined,
      undefined,
    ]));
});
