import { describe, expect, test } from '@jest/globals';
import { parsePeriod } from '#calendar/period.ts';
import type { Measure } from '#scorecard/schema.ts';
import { aimOf } from '#scorecard/target.ts';
import { target as schema } from '#scorecard/targetSchema.ts';

const aim = (target: unknown, period: string, baseline?: number) =>
  aimOf({ target: schema.parse(target), unit: 'count' } as Measure, parsePeriod(period), baseline);
const valueIn = (target: unknown, period: string, baseline?: number) => aim(target, period, baseline)?.value;

describe('the target of a period', () => {
  const target = { '2023-24': 80, '2023-24-h2': 82, '2023-24-q4': 85, '2025': 90, '2026-27': null };
  test.each([
    ['its own', '2023-24-q4', 85],
    ['of the half around it', '2023-24-q3', 82],
    ['of the year around it', '2023-24-q1', 80],
    ['of its own half', '2023-24-h2', 82],
    ['of its own year', '2023-24', 80],
    ['of the quarter around a month', '2024-01', 85],
    ['of the half around a month', '2023-12', 82],
    ['of the calendar year around it', '2025-26-q1', 90],
    ['none', '2024-25-q1', undefined],
    ['left blank', '2026-27', undefined],
    ['left blank around it', '2026-27-q2', undefined],
  ])('%s: %s', (_, id, expected) => expect(valueIn(target, id)).toBe(expected));

  test('a blank of its own is not filled from the year around it', () =>
    expect(valueIn({ '2023-24': 80, '2023-24-q3': null }, '2023-24-q3')).toBeUndefined());

  test('one number serves every period', () => expect(valueIn(80, '2031-32-q2')).toBe(80));
  test('no target serves none', () => expect(aimOf({ unit: 'count' }, parsePeriod('2031-32-q2'))).toBeUndefined());
  test('a band by period', () =>
    expect(aim({ '2023-24': { from: 18, to: 22 } }, '2023-24-q1')?.range).toEqual({ from: 18, to: 22 }));
});

describe('to maintain', () => {
  test('a number', () => expect(valueIn({ maintain: 98 }, '2023-24')).toBe(98));
  test('the baseline', () => expect(valueIn({ maintain: 'baseline' }, '2023-24', 97.5)).toBe(97.5));
  test('an unknown baseline is no target', () => expect(valueIn({ maintain: 'baseline' }, '2023-24')).toBeUndefined());
  test.each([
    ['2016-17', undefined],
    ['2017-18', undefined],
    ['2017-18-q4', undefined],
    ['2018-19', 99],
    ['2018-19-q1', 99],
  ])('the baseline of 2017-18 is not judged by itself: %s', (id, expected) => {
    const measure = { target: schema.parse({ maintain: 'baseline' }), baseline: { period: '2017-18' } };
    expect(aimOf({ ...measure, unit: 'percent' }, parsePeriod(id), 99)?.value).toBe(expected);
  });
});

describe('a path', () => {
  const straight = {
    path: 'straight-line',
    from: { period: '2017-18', value: 200 },
    to: { period: '2022-23', value: 300 },
  };
  test.each([
    ['before it begins', '2016-17', undefined],
    ['where it begins', '2017-18', 200],
    ['a fifth of the way', '2018-19', 220],
    ['four fifths', '2021-22', 280],
    ['where it ends', '2022-23', 300],
    ['after it', '2024-25', 300],
    ['a quarter has the target of its year', '2019-20-q2', 240],
  ])('straight, %s: %s', (_, period, value) => expect(valueIn(straight, period)).toBe(value));

  test.each([
    ['2020-21-q1', 0.1],
    ['2020-21-q2', 0.2],
    ['2020-21-q3', 0.3],
    ['2020-21-q4', 0.4],
  ])('exact decimals: %s', (period, value) => {
    const from = { period: '2019-20-q4', value: 0 };
    expect(valueIn({ path: 'straight-line', from, to: { period: '2020-21-q4', value: 0.4 } }, period)).toBe(value);
  });

  const steps = {
    path: 'steps',
    from: { period: '2018-19', value: 7 },
    via: [{ period: '2020-21', value: 8 }],
    to: { period: '2022-23', value: 9 },
  };
  test.each([
    ['2018-19', 7],
    ['2019-20', 7],
    ['2020-21', 8],
    ['2021-22', 8],
    ['2022-23', 9],
    ['2023-24', 9],
  ])('in steps: %s', (period, value) => expect(valueIn(steps, period)).toBe(value));

  test('bends where it is told to', () => expect(valueIn({ ...steps, path: 'straight-line' }, '2019-20')).toBe(7.5));

  test('of calendar years', () => {
    const path = { path: 'straight-line', from: { period: '2020', value: 10 }, to: { period: '2022', value: 20 } };
    expect(['2020', '2021', '2021-22-q4'].map((period) => valueIn(path, period))).toEqual([10, 15, 20]);
  });

  test('says how the target came about', () => {
    expect(aim(straight, '2018-19')?.note).toBe(
      'The target follows a straight line from 200 in 2017–18 to 300 in 2022–23.',
    );
    expect(aim(steps, '2018-19')?.note).toBe(
      'The target goes in steps from 7 in 2018–19 by 8 in 2020–21 to 9 in 2022–23.',
    );
  });
});
