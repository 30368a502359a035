import { describe, expect, test } from '@jest/globals';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { drawnShares, sharesOf } from '#site/shares.ts';
import { measure } from '#test/site/fixtures.ts';

type Rows = EditionMeasure['cuts'][number]['rows'];

const counted = (counts: readonly number[]): Rows => {
  const all = counts.reduce((sum, each) => sum + each, 0);
  return counts.map((value, i) => ({ name: `part ${i + 1}`, value, share: (100 * value) / all }));
};

const typed = (values: readonly number[], base?: number): Rows =>
  values.map((value, i) => ({ name: `part ${i + 1}`, value, denominator: base }));

const of = (by: string, rows: Rows, unit: EditionMeasure['unit'] = 'count') =>
  sharesOf(measure({ id: 'a', title: 'A', unit, cuts: [{ by, rows }] }));

describe('parts of a whole', () => {
  test.each([
    ['answers that were counted', 'answer', counted([30, 50, 20]), 'count', 'answers', 100],
    ['channels that were counted', 'channel', counted([1, 3]), 'count', 'channels', 4],
    ['shares that were typed in, with their base', 'answer', typed([45, 55], 210), 'percent', 'answers', 210],
    ['shares without a base', 'score', typed([45, 55]), 'percent', 'answers', undefined],
    ['shares that rounding leaves at 99', 'answer', typed([33, 33, 33]), 'percent', 'answers', undefined],
    ['shares that rounding leaves at 101', 'answer', typed([34, 34, 33]), 'percent', 'answers', undefined],
  ] as const)('are %s', (_, by, rows, unit, kind, base) =>
    expect(of(by, rows, unit)).toMatchObject([{ kind, base, rows: rows.map(({ name }) => ({ name })) }]),
  );

  test.each([
    ['a cut by something else', 'queue', counted([1, 3]), 'count'],
    ['shares that make 98', 'answer', typed([49, 49]), 'percent'],
    ['shares that make 102', 'answer', typed([51, 51]), 'percent'],
    ['a percentage within each channel', 'channel', typed([80, 90]), 'percent'],
    ['amounts without shares', 'channel', typed([744, 5012]), 'pounds'],
    ['shares of which one is not known', 'answer', [{ name: 'yes', share: 100 }, { name: 'no' }], 'count'],
  ] as const)('are not %s', (_, by, rows, unit) => expect(of(by, rows, unit)).toEqual([]));

  test('of which one is withheld are shown, and the base is not', () => {
    const rows = [
      { name: 'yes', value: 90, share: 90 },
      { name: 'no', suppressed: true },
    ];
    expect(of('answer', rows)).toMatchObject([{ base: undefined, rows: [{ share: 90 }, { share: undefined }] }]);
  });
});

describe('what is drawn of them', () => {
  const others = (count: number) => `${count} others`;
  const drawn = (counts: readonly number[]) =>
    drawnShares(counted(counts), others).map(({ name, share }) => [name, share]);

  test('four as they are, in their order', () =>
    expect(drawn([10, 40, 20, 30])).toEqual([
      ['part 1', 10],
      ['part 2', 40],
      ['part 3', 20],
      ['part 4', 30],
    ]));

  test('of five the three largest, in their order, and the others as one', () =>
    expect(drawn([10, 40, 5, 25, 20])).toEqual([
      ['part 2', 40],
      ['part 4', 25],
      ['part 5', 20],
      ['2 others', 15],
    ]));

  test('nothing of what is withheld', () =>
    expect(drawnShares([{ name: 'yes', share: 90 }, { name: 'no' }], others)).toEqual([{ name: 'yes', share: 90 }]));
});
