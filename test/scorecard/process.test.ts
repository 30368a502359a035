import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { processLimits, signalOf } from '#scorecard/process.ts';

const alternating = (n: number): number[] => Array.from({ length: n }, (_, i) => (i % 2 ? 12 : 10));

describe('limits', () => {
  // Six 10s and six 12s: mean 11; eleven moving ranges of 2, so 2.66 × 2 = 5.32 either side.
  test('are 2.66 average moving ranges either side of the mean', () =>
    expect(processLimits(alternating(12))).toEqual({ mean: 11, lower: 5.68, upper: 16.32 }));

  test('need twelve points', () => expect(processLimits(alternating(11))).toBeUndefined());

  test('of a value that never changes are that value', () =>
    expect(processLimits(Array(12).fill(0.1))).toEqual({ mean: 0.1, lower: 0.1, upper: 0.1 }));
});

describe('signals', () => {
  const limits = { mean: 10, lower: 4, upper: 16 }; // two sigma at 6 and 14
  const before = [9, 11, 9, 11, 9];
  test.each([
    ['above the upper limit', [...before, 16.1], { rule: 'outside-limits', side: 1 }],
    ['on the upper limit', [...before, 16], undefined],
    ['below the lower limit', [...before, 3.9], { rule: 'outside-limits', side: -1 }],
    ['an outlier before the last', [...before, 17, 10], undefined],
    ['seven above the mean', [9, 11, 12, 11, 12, 11, 12, 11], { rule: 'shift', side: 1 }],
    ['six above the mean', [9, 11, 12, 11, 12, 11, 12], undefined],
    ['seven, one of them on the mean', [11, 12, 11, 10, 11, 12, 11], undefined],
    ['seven below', [9, 8, 9, 8, 9, 8, 9], { rule: 'shift', side: -1 }],
    ['six rising', [7, 8, 9, 11, 12, 13], { rule: 'trend', side: 1 }],
    ['five rising', [9, 8, 9, 11, 12, 13], undefined],
    ['six, two of them equal', [7, 8, 9, 9, 12, 13], undefined],
    ['six falling', [13, 12, 11, 9, 8, 7], { rule: 'trend', side: -1 }],
    ['two of three beyond two sigma', [9, 14.1, 10, 14.1], { rule: 'two-of-three', side: 1 }],
    ['two together beyond two sigma', [9, 10, 5.9, 5.9], { rule: 'two-of-three', side: -1 }],
    ['on two sigma', [9, 14, 10, 14], undefined],
    ['two of three on two sides', [9, 14.1, 10, 5.9], undefined],
    ['two of three, the last inside', [9, 14.1, 14.1, 10], undefined],
    ['an outlier in a shift is told as the outlier', [11, 12, 11, 12, 11, 12, 17], { rule: 'outside-limits', side: 1 }],
    ['chance', [9, 11, 9, 11, 9, 11, 9], undefined],
  ])('%s', (_, values, signal) => expect(signalOf(values, limits)).toEqual(signal));
});

test('mirrored figures give mirrored signals', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 30 }), (values) => {
      const mirrored = values.map((value) => -value);
      const [limits, mirror] = [processLimits(values), processLimits(mirrored)];
      if (!limits || !mirror) throw new Error('twelve points have limits');
      const [signal, other] = [signalOf(values, limits), signalOf(mirrored, mirror)];
      expect(other?.rule).toBe(signal?.rule);
      expect((other?.side ?? 0) + (signal?.side ?? 0)).toBe(0);
    }),
  ));
