import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { divided, minus, relativeChange, sumOf, times } from '#scorecard/decimal.ts';
import { rounded } from '#scorecard/format.ts';

test.each([
  ['0.3 − 0.1', minus(0.3, 0.1), 0.2],
  ['100.05 − 100', minus(100.05, 100), 0.05],
  ['1 − 1', minus(1, 1), 0],
  ['1853.02 − 1851.84', minus(1853.02, 1851.84), 1.18],
  ['100 × 0.145', times(100, 0.145), 14.5],
  ['100 × −0.57', times(100, -0.57), -57],
  ['100 × 40870.95', times(100, 40870.95), 4_087_095],
  ['1000 × 1.003', times(1000, 1.003), 1003],
  ['10.8 ÷ 9', divided(10.8, 9), 1.2],
  ['−3.6 ÷ 12', divided(-3.6, 12), -0.3],
  ['12 × 0.3', times(12, 0.3), 3.6],
  ['10 to 40880.95', relativeChange(40880.95, 10), 408_709.5],
  ['1.1 + 2.2', sumOf([1.1, 2.2]), 3.3],
  ['nothing', sumOf([]), 0],
  ['0.1 + 0.2 − 0.3', sumOf([0.1, 0.2, -0.3]), 0],
  ['100 to 100.05', relativeChange(100.05, 100), 0.05],
  ['−10 to −5', relativeChange(-5, -10), 50],
])('%s', (_, found, expected) => expect(found).toBe(expected));

describe('what is no short decimal stays as it is', () => {
  test.each([
    [minus(427, 917 / 3), 427 - 917 / 3],
    [sumOf([1 / 3, 1 / 3]), 2 / 3],
    [divided(1, 3), 1 / 3],
    [divided(100, 297), 100 / 297],
    [times(100, 1 / 3), 100 * (1 / 3)],
  ])('%d', (found, expected) => expect(found).toBe(expected));
});

/** Half away from zero, of a fraction of whole numbers. */
const exactly = (of: bigint, over: bigint, places: number): number => {
  const size = (of < 0n ? -of : of) * 10n ** BigInt(places);
  const units = (2n * size + over) / (2n * over);
  const value = Number(`${units}e${-places}`);
  return of < 0n && value !== 0 ? -value : value;
};

describe('a change rounds as it does on paper', () => {
  // Written with up to two decimals: `cents` of them.
  const cents = fc.integer({ min: 1, max: 10_000_000 });
  test.each([0, 1, 2])('to %d decimals', (places) =>
    fc.assert(
      fc.property(cents, fc.oneof(cents, fc.constantFrom(100, 1_000, 10_000, 20_000)), (now, then) =>
        expect(rounded(relativeChange(now / 100, then / 100), places)).toBe(
          exactly(100n * BigInt(now - then), BigInt(then), places),
        ),
      ),
    ),
  );
});
