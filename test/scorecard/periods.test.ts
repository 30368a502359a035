import { describe, expect, test } from '@jest/globals';
import { parsePeriod } from '#calendar/period.ts';
import { candidates, daysNeeded, seriesPeriods, shownPeriod } from '#scorecard/periods.ts';
import type { Frequency } from '#scorecard/schema.ts';
import { inputOf } from '#test/scorecard/council.ts';

describe('the period shown', () => {
  test.each<[Frequency, string, string, string]>([
    ['quarter', '2023-24-q3', '2023-11-15', '2023-24-q3'],
    ['quarter', '2023-24-q3', '2024-01-25', '2023-24-q3'],
    ['year', '2023-24-q3', '2024-01-25', '2022-23'],
    ['year', '2023-24-q4', '2024-03-30', '2022-23'],
    ['year', '2023-24-q4', '2024-03-31', '2023-24'],
    ['year', '2023-24-q2', '2024-06-30', '2022-23'],
    ['half-year', '2023-24-q3', '2024-01-25', '2023-24-h1'],
    ['month', '2023-24-q3', '2024-01-25', '2023-12'],
    ['month', '2023-24-q3', '2023-11-29', '2023-10'],
    ['month', '2023-24-q3', '2023-11-30', '2023-11'],
    ['month', '2023-24-q3', '2023-10-30', '2023-09'],
    ['quarter', '2023-24', '2023-11-15', '2023-24-q2'],
  ])('of a %s in %s as of %s is %s', (frequency, edition, asOf, shown) =>
    expect(shownPeriod({ frequency }, parsePeriod(edition), asOf).id).toBe(shown),
  );
});

describe('the calendar year shown', () => {
  test.each([
    ['in a month', '2016-05', '2016-06-29', '2015'],
    ['in a month, a day before the year is over', '2016-12', '2016-12-30', '2015'],
    ['in its last month', '2016-12', '2016-12-31', '2016'],
    ['in a quarter', '2023-24-q3', '2024-01-25', '2023'],
    ['in an April year', '2023-24', '2024-03-31', '2023'],
    ['in itself', '2023', '2023-06-30', '2023'],
  ])('%s, %s as of %s, is %s', (_, edition, asOf, shown) =>
    expect(shownPeriod({ frequency: 'year', year: 'calendar' }, parsePeriod(edition), asOf).id).toBe(shown),
  );

  test('gives way to the April year that ended before, where that is asked for', () =>
    expect(shownPeriod({ frequency: 'year', year: 'april' }, parsePeriod('2023'), '2023-12-31').id).toBe('2022-23'));
});

test('stand-ins are newest first, a series oldest first', () => {
  const shown = parsePeriod('2023-24-q1');
  expect(candidates(shown, 2).map(({ id }) => id)).toEqual(['2023-24-q1', '2022-23-q4', '2022-23-q3']);
  expect(seriesPeriods(shown, 2).map(({ id }) => id)).toEqual(['2022-23-q4', '2023-24-q1']);
});

describe('the days needed', () => {
  test.each([
    ['the series', {}, 12, '2021-01-01'],
    ['the comparison, where the series is shorter', {}, 1, '2022-10-01'],
    ['the comparison of the oldest stand-in', { lag: 2 }, 1, '2022-04-01'],
    ['the baseline', { compare: 'baseline', baseline: { period: '2018-19' } }, 1, '2018-04-01'],
    ['whole years of a yearly measure', { frequency: 'year' }, 2, '2021-04-01'],
    ['the year so far', { value: { yearToDate: { count: 'call' } } }, 1, '2021-10-01'],
    ['the months that are rolled up', { value: { rolling: { months: 18, of: { count: 'call' } } } }, 1, '2021-04-01'],
    ['readings that may be two years old', { value: { increment: 'gauge.value' } }, 1, '2020-10-01'],
  ])('%s', (_, measure, history, from) => {
    const { scorecard } = inputOf({ measure, scorecard: { history } });
    expect(daysNeeded(scorecard, parsePeriod('2023-24-q3'), '2024-01-25')).toEqual({ from, to: '2023-12-31' });
  });

  test('reach back through the measures that a figure is worked out from', () => {
    const total = { id: 'total', value: { rolling: { months: 18, of: { count: 'call' } } } };
    const mean = { value: { average: { of: 'total', periods: 3, step: 'year' } } };
    const { scorecard } = inputOf({ measures: [mean, total], scorecard: { history: 1 } });
    // A year for the comparison, three for the mean, eighteen months for each of its totals.
    expect(daysNeeded(scorecard, parsePeriod('2023-24-q3'), '2024-01-25').from).toBe('2018-04-01');
  });

  test('end with the as-of day', () => {
    const { scorecard } = inputOf({});
    expect(daysNeeded(scorecard, parsePeriod('2023-24-q3'), '2023-11-15').to).toBe('2023-11-15');
  });
});
