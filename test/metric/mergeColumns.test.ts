import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ColumnCuboid } from '#metric/columns.ts';
import { addColumns } from '#metric/mergeColumns.ts';
import type { CubeRow, Cuboid } from '#metric/partial.ts';
import { plain } from '#test/support/plain.ts';

const dimensions = ['queue', 'outcome', 'service', 'hour'];
const names = ['waitSeconds', 'talkSeconds'];

const sumOf = (cuboids: readonly Cuboid[]): readonly CubeRow[] =>
  plain(new ColumnCuboid(dimensions, () => addColumns(cuboids, dimensions, names))).rows;

/** As one would by hand: key by key, value by value. */
function byHand(cuboids: readonly Cuboid[]): readonly CubeRow[] {
  const sums = new Map<string, { key: readonly string[]; count: number; numbers: Map<string, Map<number, number>> }>();
  for (const row of cuboids.flatMap(({ rows }) => rows)) {
    const text = row.key.join('\0');
    const sum = sums.get(text) ?? { key: row.key, count: 0, numbers: new Map() };
    sums.set(text, sum);
    sum.count += row.count;
    for (const [name, histogram] of Object.entries(row.numbers)) {
      const values = sum.numbers.get(name) ?? new Map<number, number>();
      sum.numbers.set(name, values);
      for (const [value, count] of histogram) values.set(value, (values.get(value) ?? 0) + count);
    }
  }
  const inOrder = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([, { key, count, numbers }]) => ({
    key,
    count,
    numbers: Object.fromEntries(
      names.flatMap((name) => {
        const values = numbers.get(name);
        return values ? [[name, [...values].sort(([a], [b]) => a - b)] as const] : [];
      }),
    ),
  }));
}

const histogram = fc
  .uniqueArray(fc.tuple(fc.integer({ min: -5, max: 400 }), fc.integer({ min: 1, max: 9 })), {
    selector: ([value]) => value,
    maxLength: 300,
  })
  .map((bars) => bars.sort(([a], [b]) => a - b));
const some = fc.constantFrom('', 'benefits', 'housing', 'streets', 'é', 'Z');
const key = fc.tuple(some, some, some, some);
const rows = fc.array(
  fc.record({
    key,
    count: fc.integer({ min: 1, max: 99 }),
    numbers: fc.record({ waitSeconds: histogram, talkSeconds: histogram }, { requiredKeys: [] }),
  }),
  { maxLength: 12 },
);
const cuboids = fc.array(
  rows.map((each): Cuboid => ({ dimensions, rows: each })),
  { maxLength: 5 },
);

/** So many different values of each dimension, more together than a whole number can tell apart. */
const wide = (values: number): Cuboid => ({
  dimensions,
  rows: Array.from({ length: values }, (_, n) => ({
    key: dimensions.map((_, place) => `v${(n * (place + 3)) % values}`),
    count: 1,
    numbers: {},
  })),
});

describe('cuboids merged by column', () => {
  test('are what adding up row by row gives', () => {
    fc.assert(fc.property(cuboids, (each) => expect(sumOf(each)).toEqual(plain(byHand(each)))));
  });

  test.each([10, 1_100, 10_000])('of %d values in each dimension are so too', (values) => {
    const twice = [wide(values), wide(values)];
    const sum = sumOf(twice);
    expect(sum).toHaveLength(values);
    expect(sum).toEqual(byHand(twice));
  });

  test('of nothing are nothing', () => expect(sumOf([])).toEqual([]));
});
