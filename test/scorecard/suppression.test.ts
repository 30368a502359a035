import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { measure as schema } from '#scorecard/schema.ts';
import { suppressedCuts } from '#scorecard/suppression.ts';
import { abandoned, answered, editionOf, measureOf, recorded } from '#test/scorecard/council.ts';
import { editionSchema } from '#test/scorecard/editionSchema.ts';

const of = (period: string, numerator: number, denominator: number) =>
  recorded('2024-01-10', period, { numerator, denominator });
const few = { suppressBelow: 5, target: 80 };

describe('figures from fewer than five people', () => {
  test.each([
    [4, 'not-reported', ['suppressed']],
    [5, 'green', []],
  ])('of %d: %s', (people, colour, flags) =>
    expect(measureOf({ measure: few, records: [of('2023-24-q3', people, people)] })).toMatchObject({
      rating: { colour },
      flags,
    }),
  );

  test('are nowhere in the edition', () => {
    const records = [of('2022-23-q3', 1, 3), of('2023-24-q1', 40, 50), of('2023-24-q3', 3, 4)];
    const edition = editionOf({ measure: few, records });
    const [shown] = edition.measures;
    expect(shown).toMatchObject({
      status: 'not-published',
      notPublishedReason:
        'The figure for October to December 2023 (quarter 3) is from fewer than 5 people, so it is not published.',
      series: [{ period: '2023-24-q1', value: 80 }, {}, {}],
    });
    for (const key of ['value', 'numerator', 'denominator', 'improvement', 'variance'])
      expect(shown).not.toHaveProperty(key);
    expect(shown?.series[2]).not.toHaveProperty('value');
    expect(editionSchema.parse(edition)).toEqual(edition);
  });

  test('are not compared with', () => {
    const shown = measureOf({ measure: few, records: [of('2022-23-q3', 1, 3), of('2023-24-q3', 40, 50)] });
    expect(shown.notComparedReason).toBe(
      'The figure for October to December 2022 (quarter 3) is from fewer than 5 people, so it is not published.',
    );
  });

  test('a count is of itself; none at all tells of nobody', () => {
    const counted = { unit: 'count', suppressBelow: 5 };
    const shownOf = (n: number) =>
      measureOf({ measure: counted, records: [recorded('2024-01-10', '2023-24-q3', { value: n })] }).flags;
    expect([0, 1, 4, 5].map(shownOf)).toEqual([[], ['suppressed'], ['suppressed'], []]);
  });

  test('a newer one is not passed over for an older one', () =>
    expect(
      measureOf({ measure: { ...few, lag: 2 }, records: [of('2023-24-q2', 40, 50), of('2023-24-q3', 1, 2)] }).period,
    ).toBe('2023-24-q3'));
});

test('what few people asked is left out of a list, name and all', () => {
  const measure = {
    unit: 'count',
    polarity: 'none',
    suppressBelow: 3,
    value: { top: { of: { count: 'call' }, by: 'queue', n: 5 } },
  };
  const facts = [...Array(3).fill('bins'), 'benefits'].map((queue) => answered('2023-11-01', 9, { queue }));
  expect(measureOf({ measure, facts }).ranking).toEqual([{ rank: 1, name: 'bins', value: 3 }]);
});

test('a rate is of those counted, not of the whole town', () => {
  const rate = { of: { count: 'call' }, per: 1000, over: { measure: 'people' } };
  const measures = [
    { unit: 'count', polarity: 'none', suppressBelow: 5, value: { rate } },
    { id: 'people', unit: 'count', polarity: 'none' },
  ];
  const records = [recorded('2024-01-10', '2023-24-q3', { measure: 'people', value: 1500 })];
  const edition = editionOf({ measures, records, facts: [answered('2023-11-01', 9)] });
  expect(edition.measures[0]?.flags).toEqual(['suppressed']);
});

describe('cuts', () => {
  const rowsOf = (counts: Readonly<Record<string, number>>) => {
    const measure = schema.parse({
      id: 'm',
      title: 'M',
      unit: 'count',
      polarity: 'none',
      frequency: 'quarter',
      value: { recorded: true },
      suppressBelow: 5,
    });
    const rows = Object.entries(counts).map(([name, value]) => ({ name, value }));
    return suppressedCuts(measure, [{ by: 'site', rows }])[0]?.rows ?? [];
  };
  const hidden = (counts: Readonly<Record<string, number>>) =>
    rowsOf(counts).flatMap(({ name, suppressed }) => (suppressed ? [name] : []));

  test.each([
    ['none', { a: 5, b: 9 }, []],
    ['one, and the next smallest with it', { a: 3, b: 9, c: 7 }, ['a', 'c']],
    ['two protect one another', { a: 3, b: 2, c: 7 }, ['a', 'b']],
    ['nobody protects nobody', { a: 3, b: 0, c: 7 }, ['a', 'c']],
    ['one alone', { a: 3, b: 0 }, ['a']],
  ])('%s', (_, counts, names) => expect(hidden(counts)).toEqual(names));

  test('no row from too few is shown, and none is hidden alone while another could be', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }), (numbers) => {
        const rows = rowsOf(Object.fromEntries(numbers.map((n, i) => [`r${i}`, n])));
        const shown = rows.flatMap(({ value }) => value ?? []);
        expect(shown.filter((n) => n > 0 && n < 5)).toEqual([]);
        if (rows.length - shown.length === 1) expect(shown.filter((n) => n > 0)).toEqual([]);
      }),
    ));

  test('in an edition: by their denominators, and none of a figure that is hidden itself', () => {
    const level = { value: { share: 'call', where: { outcome: 'answered' } }, suppressBelow: 5, cuts: ['queue'] };
    const calls = (queue: string, n: number) =>
      Array.from({ length: n }, (_, i) => (i ? answered : abandoned)('2023-11-01', 9, { queue }));
    const { cuts } = measureOf({ measure: level, facts: [...calls('bins', 4), ...calls('benefits', 6)] });
    expect(cuts[0]?.rows).toEqual([
      { name: 'benefits', suppressed: true },
      { name: 'bins', suppressed: true },
    ]);
    expect(measureOf({ measure: level, facts: calls('bins', 4) }).cuts).toEqual([]);
  });
});
