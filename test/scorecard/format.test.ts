import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  anyOf,
  formatBeside,
  formatExact,
  formatTolerance,
  formatValue,
  longDate,
  rounded,
  tidy,
} from '#scorecard/format.ts';
import { answerOf, goldenOf } from '#test/scorecard/golden.ts';

describe('rounding is half away from zero, on the decimal', () => {
  test.each([
    [32.5, 0, 33],
    [-32.5, 0, -33],
    [32.4999, 0, 32],
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [0.045, 2, 0.05],
    [-0.4, 0, 0],
    [1e-7, 2, 0],
    [1.5e21, 0, 1.5e21],
    [12.25, 1, 12.3],
  ])('%d to %d places is %d', (value, decimals, expected) => expect(rounded(value, decimals)).toBe(expected));

  test('mirrors at zero, and is never further away than half a step', () =>
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat(4), (value, decimals) => {
        expect(rounded(-value, decimals) + rounded(value, decimals)).toBe(0);
        expect(Math.abs(rounded(value, decimals) - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
      }),
    ));

  test.each(goldenOf('tile_rounding'))('$id', (golden) => {
    const { list, list_percent: percent } = golden.inputs as { list?: number; list_percent?: number };
    expect(rounded(list ?? percent ?? Number.NaN, 0)).toBe(answerOf(golden));
  });
});

test.each([
  [formatValue(78.25, 'percent', 1), '78.3%'],
  [formatValue(-0.04, 'percent', 1), '0.0%'],
  [formatValue(1_234_567.5, 'count', 0), '1,234,568'],
  [formatValue(-1234, 'count', 0), '−1,234'],
  [formatValue(1, 'seconds', 0), '1 second'],
  [formatValue(90, 'seconds', 0), '90 seconds'],
  [formatValue(-12.5, 'pounds', 2), '−£12.50'],
  [formatValue(7, 'pence', 0), '7p'],
  [formatValue(12.4, 'fte', 1), '12.4 FTE'],
  [formatExact(99.99, 'percent'), '99.99%'],
  [formatExact(80, 'percent'), '80%'],
  [formatExact(1000, 'count'), '1,000'],
  [formatExact(95.1234, 'percent'), '95.1234%'],
  [formatExact((100 * 44) / 46, 'percent'), '95.65%'],
  [formatExact(100 / 3 / 100, 'score'), '0.333333'],
  [formatTolerance(1, 'percent'), '1 point'],
  [formatTolerance(0.5, 'percent'), '0.5 points'],
  [formatTolerance(10, 'seconds'), '10 seconds'],
  [formatBeside(79.96, 80, 'percent', 1), '79.96%'],
  [formatBeside(80, 80, 'percent', 1), '80.0%'],
  [longDate('2023-12-01'), '1 December 2023'],
  [anyOf(['a']), 'a'],
  [anyOf(['a', 'b', 'c']), 'a, b or c'],
  [anyOf([]), ''],
])('prints %s', (printed, expected) => expect(printed).toBe(expected));

test('tidy removes binary noise only', () => {
  expect(tidy(78.2 - 80)).toBe(-1.8);
  expect(tidy(0.1 + 0.2)).toBe(0.3);
});
