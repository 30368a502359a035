import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { count, countWithin, mean, percentile, sum, sumOfBars } from '#metric/histogram.ts';
import type { Histogram } from '#metric/partial.ts';

const add = (...histograms: readonly Histogram[]): Histogram => {
  const bars = histograms.flat();
  return sumOfBars(
    bars.map(([value]) => value),
    bars.map(([, n]) => n),
    0,
    bars.length,
  );
};

const oneToTen: Histogram = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((value) => [value, 1]);
const waits: Histogram = [
  [0, 3],
  [80, 2],
  [81, 1],
];

describe('percentile by nearest rank', () => {
  // Worked by hand: rank = the smallest whole number that is at least at/100 × n; the value at that rank.
  test.each<[string, Histogram, number, number | undefined]>([
    ['of nothing is absent', [], 50, undefined],
    ['of one is that one', [[7, 1]], 1, 7],
    ['90% of ten is the 9th, although 0.9 × 10 may exceed 9', oneToTen, 90, 9],
    ['just above 90% of ten is the 10th', oneToTen, 90.1, 10],
    ['70% of ten is the 7th, although 0.7 × 10 is 7.000000000000001', oneToTen, 70, 7],
    ['the median of ten is the 5th', oneToTen, 50, 5],
    ['100% is the last', oneToTen, 100, 10],
    ['the smallest percentage is the first', oneToTen, 0.1, 1],
    [
      '99.9% of a thousand is the 999th',
      [
        [1, 999],
        [2, 1],
      ],
      99.9,
      1,
    ],
    [
      '99.9% of a thousand with two above is above',
      [
        [1, 998],
        [2, 2],
      ],
      99.9,
      2,
    ],
    ['half of six falls on the third', waits, 50, 0],
    ['just over half of six falls on the fourth', waits, 50.1, 80],
  ])('%s', (_, histogram, at, expected) => {
    expect(percentile(histogram, at)).toBe(expected);
  });

  test('is the value at that rank of the sorted list, for every list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 100 }),
        (values, at) => {
          const histogram = add(...values.map((value): Histogram => [[value, 1]]));
          const rank = Number((BigInt(at) * BigInt(values.length) + 99n) / 100n);
          expect(percentile(histogram, at)).toBe(values.toSorted((a, b) => a - b)[rank - 1]);
        },
      ),
    );
  });
});

describe('counting within limits, both included', () => {
  test.each<[string, { atMost?: number; atLeast?: number }, number]>([
    ['the limit itself', { atMost: 80 }, 5],
    ['just below it', { atMost: 79 }, 3],
    ['from the limit on', { atLeast: 81 }, 1],
    ['nothing below the lowest', { atMost: -1 }, 0],
    ['between two limits', { atLeast: 80, atMost: 81 }, 3],
    ['limits that cross', { atLeast: 81, atMost: 80 }, 0],
    ['no limit', {}, 6],
  ])('%s', (_, range, expected) => {
    expect(countWithin(waits, range)).toBe(expected);
  });
});

test.each<[string, Histogram, number, number, number | undefined]>([
  ['of nothing', [], 0, 0, undefined],
  ['of zeros', [[0, 4]], 4, 0, 0],
  ['of three at 0, two at 80 and one at 81', waits, 6, 241, 241 / 6],
])('count, sum and mean %s', (_, histogram, n, total, average) => {
  expect([count(histogram), sum(histogram), mean(histogram)]).toEqual([n, total, average]);
});

test('adding orders by value, as numbers', () => {
  expect(add([[100, 1]], [[9, 2]], [[100, 4]])).toEqual([
    [9, 2],
    [100, 5],
  ]);
});

describe('adding up', () => {
  const bars = (value: fc.Arbitrary<number>): fc.Arbitrary<Histogram> =>
    fc
      .uniqueArray(value, { maxLength: 400 })
      .chain((values) =>
        fc.tuple(
          ...values
            .toSorted((a, b) => a - b)
            .map((each) => fc.tuple(fc.constant(each), fc.integer({ min: 1, max: 9 }))),
        ),
      );
  // Seconds of a day have places; what lies beyond them, below 0 or between whole numbers has none.
  const seconds = fc.integer({ min: 0, max: 3_000 });
  const anywhere = fc.oneof(seconds, fc.constantFrom(-1, 0.5, 65_535, 65_536, 2 ** 40));

  const byHand = (all: readonly Histogram[]): Histogram => {
    const total = new Map<number, number>();
    for (const [value, n] of all.flat()) total.set(value, (total.get(value) ?? 0) + n);
    return [...total].sort(([a], [b]) => a - b);
  };

  test.each([
    ['seconds', seconds],
    ['anything', anywhere],
  ])('%s, however many there are, gives each value its counts, in order', (_, value) =>
    fc.assert(
      fc.property(fc.array(bars(value), { maxLength: 4 }), (all) => {
        expect(add(...all)).toEqual(byHand(all));
        // What one sum left behind would be in the next.
        expect(add(...all.toReversed())).toEqual(byHand(all));
      }),
      { numRuns: 60 },
    ),
  );
});
