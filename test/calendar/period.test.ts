import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#calendar/day.ts';
import {
  type Frequency,
  isComplete,
  isPeriodId,
  parsePeriod,
  periodContaining,
  periodLabel,
  previousQuarterEnd,
  shiftPeriod,
  shortLabel,
  yearBefore,
} from '#calendar/period.ts';

describe('reading a period id', () => {
  test.each([
    ['2023-24-q1', '2023-04-01', '2023-06-30', 'April to June 2023 (quarter 1)', 'Q1 2023–24'],
    ['2023-24-q3', '2023-10-01', '2023-12-31', 'October to December 2023 (quarter 3)', 'Q3 2023–24'],
    ['2023-24-q4', '2024-01-01', '2024-03-31', 'January to March 2024 (quarter 4)', 'Q4 2023–24'],
    ['2023-24-h1', '2023-04-01', '2023-09-30', 'April to September 2023 (half 1)', 'H1 2023–24'],
    ['2023-24-h2', '2023-10-01', '2024-03-31', 'October 2023 to March 2024 (half 2)', 'H2 2023–24'],
    ['2023-24', '2023-04-01', '2024-03-31', 'April 2023 to March 2024', '2023–24'],
    ['1999-00', '1999-04-01', '2000-03-31', 'April 1999 to March 2000', '1999–00'],
    ['2023', '2023-01-01', '2023-12-31', 'January 2023 to December 2023', '2023'],
    ['2016-05', '2016-05-01', '2016-05-31', 'May 2016', 'May 2016'],
    ['2024-02', '2024-02-01', '2024-02-29', 'February 2024', 'Feb 2024'],
  ])('%s', (id, start, end, label, short) => {
    const period = parsePeriod(id);
    expect(period).toMatchObject({ id, start, end });
    expect(periodLabel(period)).toBe(label);
    expect(shortLabel(period)).toBe(short);
  });

  test.each(['2023-25', '2023-24-q5', '2023-24-h3', '2016-13', '2016-00', '23-24', 'q3', ''])('"%s" is none', (id) => {
    expect(isPeriodId(id)).toBe(false);
    expect(() => parsePeriod(id)).toThrow(`not a period: "${id}"`);
  });
});

describe('moving along', () => {
  test.each([
    ['2023-24-q1', -1, '2022-23-q4'],
    ['2023-24-q4', 1, '2024-25-q1'],
    ['2023-24-h1', -1, '2022-23-h2'],
    ['2023-24', 2, '2025-26'],
    ['2023', -1, '2022'],
    ['2016-01', -1, '2015-12'],
  ])('%s and %d is %s', (id, n, expected) => expect(shiftPeriod(parsePeriod(id), n).id).toBe(expected));

  test.each([
    ['2023-24-q3', '2022-23-q3'],
    ['2023-24-h1', '2022-23-h1'],
    ['2023-24', '2022-23'],
    ['2023', '2022'],
    ['2016-05', '2015-05'],
  ])('a year before %s is %s', (id, expected) => expect(yearBefore(parsePeriod(id)).id).toBe(expected));

  // From 2012 to 2099: before and after, the ids of some months are read as April years.
  const day = fc.integer({ min: 0, max: 32_000 }).map((n) => addDays('2012-01-01', n));
  const frequency = fc.constantFrom<Frequency>('month', 'quarter', 'half-year', 'year');

  test('every day lies in exactly the period that contains it, whose id reads back the same', () => {
    fc.assert(
      fc.property(day, frequency, (someDay, kind) => {
        const period = periodContaining(someDay, kind);
        expect(period.start <= someDay && someDay <= period.end).toBe(true);
        expect(parsePeriod(period.id)).toEqual(period);
        expect(shiftPeriod(period, 1).start).toBe(addDays(period.end, 1));
        expect(shiftPeriod(shiftPeriod(period, 7), -7)).toEqual(period);
      }),
    );
  });
});

describe('complete as of a day', () => {
  test.each([
    ['2023-12-30', false],
    ['2023-12-31', true],
    ['2024-01-25', true],
  ])('quarter 3 as of %s: %s', (asOf, complete) => expect(isComplete(parsePeriod('2023-24-q3'), asOf)).toBe(complete));

  test.each([
    ['2023-09-29', '2023-06-30'],
    ['2023-09-30', '2023-09-30'],
    ['2023-12-15', '2023-09-30'],
    ['2024-01-25', '2023-12-31'],
    ['2024-03-31', '2024-03-31'],
  ])('the previous quarter end as of %s is %s', (asOf, end) => expect(previousQuarterEnd(asOf)).toBe(end));
});
