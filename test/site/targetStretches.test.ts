import { describe, expect, test } from '@jest/globals';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { tablesOf } from '#site/targetStretches.ts';

const planned = (id: string, ...periods: readonly string[]) =>
  ({ id, targetPlan: periods.map((period) => ({ period, label: period, value: 1 })) }) as unknown as EditionMeasure;
const withBaseline = (id: string) => ({ id, baseline: { label: '2019', value: 1 } }) as unknown as EditionMeasure;

const told = (measures: readonly EditionMeasure[], now: string) =>
  tablesOf(measures, now).map((table) => [
    table.within ?? 'all',
    table.measures.map(({ id }) => id).join(),
    table.periods.map(({ period }) => period).join(),
    table.hasLatest,
  ]);

const years = planned('y', '2023-24', '2024-25', '2025-26');
const quarters = planned('q', '2023-24-q3', '2023-24-q4', '2024-25-q1');
const months = planned('m', '2024-04', '2024-09', '2024-10', '2025-03');

describe('targets by period', () => {
  test('of years stand in one table', () =>
    expect(told([years], '2024-25-q2')).toEqual([['all', 'y', '2023-24,2024-25,2025-26', true]]));

  test('of quarters stand by the year; the latest where the period is', () =>
    expect(told([quarters], '2024-25-q1')).toEqual([
      ['2023-24', 'q', '2023-24-q3,2023-24-q4', false],
      ['2024-25', 'q', '2024-25-q1', true],
    ]));

  test('of months stand by the half-year', () =>
    expect(told([months], '2024-10')).toEqual([
      ['2024-25-h1', 'm', '2024-04,2024-09', false],
      ['2024-25-h2', 'm', '2024-10,2025-03', true],
    ]));

  test.each([
    ['2023-24-q1', 0],
    ['2023-24-q3', 0],
    ['2023-24-q4', 0],
    ['2024-25-q1', 1],
    ['2029-30-q4', 1],
  ])('in %s the latest stands in table %d', (now, table) =>
    expect(tablesOf([quarters], now).findIndex(({ hasLatest }) => hasLatest)).toBe(table),
  );

  test('a measure whose targets are of another year stands where the latest is, too', () =>
    expect(told([quarters, planned('old', '2023-24-q4')], '2024-25-q1')).toEqual([
      ['2023-24', 'q,old', '2023-24-q3,2023-24-q4', false],
      ['2024-25', 'q,old', '2024-25-q1', true],
    ]));

  test('a baseline alone stands in the first table, and where the latest is', () =>
    expect(told([quarters, withBaseline('b')], '2024-25-q1').map(([, ids]) => ids)).toEqual(['q,b', 'q,b']));

  test('baselines alone make a table', () =>
    expect(told([withBaseline('b')], '2024-25-q1')).toEqual([['all', 'b', '', true]]));

  test('periods of several lengths stand apart', () =>
    expect(told([years, quarters], '2024-25-q1').map(([within, ids]) => [within, ids])).toEqual([
      ['all', 'y'],
      ['2023-24', 'q'],
      ['2024-25', 'q'],
    ]));
});
