import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { parsePeriod } from '#calendar/period.ts';
import { rounded } from '#scorecard/format.ts';
import { comparisonPeriod, directionOf, directionOfChange, improvementOf } from '#scorecard/improvement.ts';
import { mostImproved, mostWorsened } from '#scorecard/rankings.ts';
import { editionOf, recorded } from '#test/scorecard/council.ts';
import { answerOf, goldenOf } from '#test/scorecard/golden.ts';

describe('improvement is relative and positive when better', () => {
  test.each([
    ['higher', 110, 100, 10],
    ['higher', 90, 100, -10],
    ['lower', 90, 100, 10],
    ['lower', 110, 100, -10],
    ['higher', 100, 100, 0],
    ['lower', 100, 100, 0],
    ['higher', 0, 50, -100],
    ['higher', -5, -10, 50],
  ] as const)('%s, %d after %d: %d', (polarity, now, then, value) =>
    expect(improvementOf(polarity, now, then)).toEqual({ value }),
  );

  test.each([
    ['higher', 5, 0, /is 0/],
    ['none', 5, 4, /Neither/],
    ['band', 5, 4, /Neither/],
  ] as const)('%s, %d after %d: none, and says why', (polarity, now, then, reason) =>
    expect(improvementOf(polarity, now, then)).toEqual({ none: expect.stringMatching(reason) }),
  );

  test('what is an improvement when higher is better is as much a worsening when lower is', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (now, then) => {
        const sizeOf = (polarity: 'higher' | 'lower') =>
          (improvementOf(polarity, now, then) as { value: number }).value;
        expect(sizeOf('higher') + sizeOf('lower')).toBe(0);
      }),
    ));
});

describe('direction of travel', () => {
  const points = { within: 0.5, unit: 'points' } as const;
  const percent = { within: 5, unit: 'percent' } as const;
  test.each([
    ['any rise', 'higher', undefined, 80.1, 80, 'improving'],
    ['any rise where lower is better', 'lower', undefined, 80.1, 80, 'deteriorating'],
    ['no change', 'higher', undefined, 80, 80, 'no-change'],
    ['exactly the tolerance', 'higher', points, 80.5, 80, 'no-change'],
    [
      'exactly the tolerance, where binary fractions differ',
      'higher',
      { ...points, within: 0.1 },
      0.3,
      0.2,
      'no-change',
    ],
    ['just over the tolerance', 'higher', points, 80.51, 80, 'improving'],
    ['exactly five percent', 'higher', percent, 105, 100, 'no-change'],
    ['over five percent', 'lower', percent, 105.1, 100, 'deteriorating'],
    ['from nothing to something', 'lower', undefined, 3, 0, 'deteriorating'],
    ['nothing to nothing', 'lower', percent, 0, 0, 'no-change'],
    ['neither way better', 'none', undefined, 3, 1, 'not-applicable'],
    ['a band', 'band', undefined, 3, 1, 'not-applicable'],
  ] as const)('%s', (_, polarity, noChange, now, then, direction) =>
    expect(directionOf({ polarity, noChange }, now, then)).toBe(direction),
  );

  test.each([
    ['higher', undefined, 4, 'improving'],
    ['lower', undefined, -4, 'deteriorating'],
    ['lower', undefined, 0, 'no-change'],
    ['higher', { within: 5, unit: 'percent' }, -5, 'no-change'],
    ['higher', { within: 5, unit: 'points' }, -5, 'deteriorating'],
    ['none', undefined, 4, 'not-applicable'],
  ] as const)('of a recorded change: %s, %j, %d', (polarity, noChange, improvement, direction) =>
    expect(directionOfChange({ polarity, noChange }, improvement)).toBe(direction),
  );
});

describe('the period compared with', () => {
  test.each([
    ['12-months-prior', '2023-24-q3', '2022-23-q3'],
    ['same-period-last-year', '2024-01', '2023-01'],
    ['previous-period', '2023-24-q1', '2022-23-q4'],
    ['previous-period', '2023-24', '2022-23'],
    ['baseline', '2023-24-q3', '2018-19'],
  ] as const)('%s of %s is %s', (compare, period, expected) =>
    expect(comparisonPeriod({ compare, baseline: { period: '2018-19' } }, parsePeriod(period)).id).toBe(expected),
  );
});

describe('rankings', () => {
  const measure = (id: string, value?: number, title = id) => ({
    id,
    title,
    ...(value !== undefined && { improvement: { value } }),
  });
  const measures = [
    measure('a', -3),
    measure('b', 4),
    measure('c'),
    measure('d', 0),
    measure('e', 12.2),
    measure('f', -70.9),
  ];

  test('the largest first, and each in one list only', () => {
    expect(mostImproved(measures)).toEqual(['e', 'b']);
    expect(mostWorsened(measures)).toEqual(['f', 'a']);
  });

  test('equal sizes are settled by title, whatever the order they come in', () => {
    const ties = [measure('z', 5, 'Alpha'), measure('a', 5, 'Beta'), measure('b', 5, 'Alpha')];
    expect(mostImproved(ties)).toEqual(['b', 'z', 'a']);
    expect(mostImproved(ties.toReversed())).toEqual(['b', 'z', 'a']);
  });

  const all = ['improving', 'deteriorating', 'no-change', 'not-applicable'] as const;
  test('neither list holds what its own direction of travel denies', () => {
    const of = (value: number) => all.map((direction) => ({ ...measure(`${direction} ${value}`, value), direction }));
    expect(mostImproved([...of(2), ...of(-2)])).toEqual(['improving 2', 'not-applicable 2']);
    expect(mostWorsened([...of(2), ...of(-2)])).toEqual(['deteriorating -2', 'not-applicable -2']);
  });

  test.each([
    [0.5, []],
    [0.51, ['m']],
  ])('a change of %d where half a point is no noticeable change', (change, expected) => {
    const records = [
      recorded('2024-01-10', '2022-23-q3', { value: 80 }),
      recorded('2024-01-10', '2023-24-q3', { value: 80 + change }),
    ];
    const edition = editionOf({ measure: { noChange: { within: 0.5, unit: 'points' } }, records });
    expect([edition.mostImproved, edition.mostWorsened]).toEqual([expected, []]);
    expect(edition.measures[0]?.improvement?.value).toBeCloseTo((100 * change) / 80, 8);
  });

  test.each(goldenOf('list_membership'))('$id', (golden) => {
    const value = golden.inputs['improvement'] as number | null;
    const rows = [measure('m', value ?? undefined)];
    const lists = [...mostImproved(rows).map(() => 'improved'), ...mostWorsened(rows).map(() => 'worsened')];
    expect(lists).toEqual(answerOf(golden));
  });
});

const yoy = ({ a, b }: Record<string, number>): number => {
  const improvement = improvementOf('higher', a ?? 0, b ?? 0);
  return 'value' in improvement ? improvement.value : Number.NaN;
};

test.each(goldenOf('yoy'))('$id', (golden) =>
  expect(rounded(yoy(golden.inputs as Record<string, number>), 2)).toBe(answerOf(golden)),
);
