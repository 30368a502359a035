import { describe, expect, test } from '@jest/globals';
import { emptyRegisters, errorPercent, estimate, raise, record } from '#metric/hyperLogLog.ts';
import { hashedId } from '#metric/idCollector.ts';

const sketchOf = (ids: readonly string[]) => {
  const registers = emptyRegisters();
  for (const id of ids) record(registers, id);
  return registers;
};
const numbered = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => hashedId(`visitor ${from + i}`));

describe('a hash of 64 bits', () => {
  // The first 14 bits are the register, the place of the first 1 among the other 50 its rank; 51 when there is none.
  test.each([
    ['0000000000000000', 0, 51],
    ['0000000000000001', 0, 50],
    ['0000000080000000', 0, 19],
    ['0000000100000000', 0, 18],
    ['0002000000000000', 0, 1],
    ['0004000000000000', 1, 51],
    ['fffc000000000000', 16_383, 51],
    ['ffffffffffffffff', 16_383, 1],
  ])('%s raises register %i to %i', (id, register, rank) => {
    const registers = sketchOf([id]);
    expect([...registers.entries()].filter(([, value]) => value > 0)).toEqual([[register, rank]]);
  });
});

// The same ids every time, so that the test is settled: three standard errors is what one in 370 would pass.
test.each([1, 10, 1000, 4097, 10_000, 40_000, 100_000, 300_000])(
  '%i ids are estimated within three standard errors',
  (n) => {
    const difference = Math.abs(estimate(sketchOf(numbered(0, n))) / n - 1) * 100;
    expect(difference).toBeLessThan(3 * errorPercent);
  },
);

test('nothing is estimated as 0', () => expect(estimate(emptyRegisters())).toBe(0));

test('two sketches together are the sketch of both', () => {
  const both = sketchOf(numbered(0, 5000));
  raise(both, sketchOf(numbered(3000, 5000)));
  expect(both).toEqual(sketchOf(numbered(0, 8000)));
});

test('the standard error is 1.04 over the square root of the registers', () => expect(errorPercent).toBe(0.8125));
