import { describe, expect, test } from '@jest/globals';
import { parsePeriod } from '#calendar/period.ts';
import { rankIn } from '#scorecard/historyRank.ts';
import { measureOf, recorded } from '#test/scorecard/council.ts';

/** Values of months, the last of them now. */
const rank = (values: Readonly<Record<string, number>>) => {
  const known = Object.entries(values).map(([id, value]) => ({ period: parsePeriod(id), value }));
  const now = known.at(-1);
  if (!now) throw new Error('no value');
  return rankIn(now, known);
};

describe('the rank in history, worked by hand', () => {
  test.each([
    ['two are too few', { '2023-11': 1, '2023-12': 2 }, undefined],
    [
      'the highest of three',
      { '2023-10': 1, '2023-11': 2, '2023-12': 3 },
      {
        rank: 1,
        of: 3,
        direction: 'highest',
        among: 'all periods',
        tied: false,
        words: 'highest of 3 known periods since Oct 2023',
      },
    ],
    [
      'the lowest',
      { '2023-10': 3, '2023-11': 2, '2023-12': 1 },
      { rank: 1, direction: 'lowest', among: 'all periods' },
    ],
    [
      'tied for the highest',
      { '2023-10': 1, '2023-11': 3, '2023-12': 3 },
      { rank: 1, direction: 'highest', tied: true, words: 'highest of 3 known periods since Oct 2023, tied' },
    ],
    [
      'second of four',
      { '2023-09': 1, '2023-10': 2, '2023-11': 4, '2023-12': 3 },
      {
        rank: 2,
        direction: 'highest',
        among: 'all periods',
        words: 'number 2 from the highest of 4 known periods since Sep 2023',
      },
    ],
    [
      'nearer to the lowest',
      { '2023-08': 5, '2023-09': 1, '2023-10': 4, '2023-11': 3, '2023-12': 2 },
      { rank: 2, direction: 'lowest' },
    ],
    [
      'the busiest December of three, though not the busiest month',
      { '2021-12': 5, '2022-07': 9, '2022-12': 4, '2023-07': 3, '2023-12': 6 },
      {
        rank: 1,
        of: 3,
        direction: 'highest',
        among: 'same month',
        words: 'highest of 3 known values of the same month since Dec 2021',
      },
    ],
    [
      'two Decembers are too few',
      { '2022-07': 9, '2022-12': 4, '2023-07': 3, '2023-12': 6 },
      { rank: 2, among: 'all periods' },
    ],
  ])('%s', (_, values, expected) =>
    expected === undefined ? expect(rank(values)).toBeUndefined() : expect(rank(values)).toMatchObject(expected),
  );
});

const typed = (period: string, value: number) => recorded('2024-01-10', period, { value });
const records = [typed('2013-14-q3', 50), typed('2018-19-q3', 60), typed('2023-24-q3', 70), typed('2023-24-q4', 90)];

test('is published when the measure asks for it, with all that was typed in before its period', () => {
  const measure = { unit: 'count', polarity: 'none', historyRank: true };
  expect(measureOf({ measure, records }).historyRank).toEqual({
    rank: 1,
    of: 3,
    direction: 'highest',
    among: 'all periods',
    tied: false,
    words: 'highest of 3 known periods since Q3 2013–14',
  });
  expect(measureOf({ measure: { ...measure, historyRank: false }, records }).historyRank).toBeUndefined();
  expect(measureOf({ measure, records, period: '2023-24-q4' }).historyRank).toBeUndefined();
});

test('what adds up over the year is ranked among the same points of other years', () => {
  const measure = { unit: 'count', polarity: 'none', historyRank: true, accumulation: 'year-to-date' };
  const thirds = [typed('2021-22-q3', 30), typed('2022-23-q3', 32), typed('2023-24-q3', 31)];
  const fourths = [typed('2021-22-q4', 40), typed('2022-23-q4', 42)];
  expect(measureOf({ measure, records: [...thirds, ...fourths] }).historyRank).toMatchObject({
    rank: 2,
    of: 3,
    among: 'same quarter',
  });
  expect(measureOf({ measure, records: [...thirds.slice(1), ...fourths] }).historyRank).toBeUndefined();
  const yearly = { ...measure, frequency: 'year' };
  const years = [typed('2020-21', 1), typed('2021-22', 2), typed('2022-23', 3)];
  expect(measureOf({ measure: yearly, records: years }).historyRank).toMatchObject({ rank: 1, among: 'all periods' });
});
