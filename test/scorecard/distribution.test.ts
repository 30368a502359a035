import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { checkScorecard } from '#scorecard/check.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { abandoned, answered, council, editionOf, measureOf } from '#test/scorecard/council.ts';
import { editionSchema } from '#test/scorecard/editionSchema.ts';

const where = { outcome: 'answered' };
const mean = {
  unit: 'seconds',
  polarity: 'lower',
  value: { mean: 'call.waitSeconds', where },
  distribution: { of: 'call.waitSeconds', where, limits: [20, 60] },
};
const day = '2023-10-10';

const spread = (waits: readonly number[], more: object = {}): EditionMeasure['distribution'] =>
  measureOf({ measure: { ...mean, ...more }, facts: waits.map((wait) => answered(day, wait)) }).distribution;

describe('the values behind a figure', () => {
  test.each([
    // Limits belong to the bar that they end.
    [[20], 20, 20, 20, [1, 0, 0]],
    [[21], 21, 21, 21, [0, 1, 0]],
    [[60, 61], 60, 61, 61, [0, 1, 1]],
    [[0, 0, 0, 600], 0, 600, 600, [3, 0, 1]],
    // As docs/measures.md has it.
    [[20, 21, 60, 61], 21, 61, 61, [1, 2, 1]],
    // Nearest rank: of ten, the fifth and the ninth.
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5, 9, 10, [10, 0, 0]],
  ])('of %j: median %d, ninetieth %d, longest %d, bars %j', (waits, median, ninetieth, longest, counts) => {
    const [all] = spread(waits)?.rows ?? [];
    expect(all).toMatchObject({ count: waits.length, median, ninetieth, longest });
    expect(all?.bands).toEqual([
      { atMost: 20, count: counts[0] },
      { atMost: 60, count: counts[1] },
      { count: counts[2] },
    ]);
  });

  test('are those that match, and nothing is said of none', () => {
    const facts = [answered(day, 10), abandoned(day, 500)];
    expect(measureOf({ measure: mean, facts }).distribution?.rows[0]).toMatchObject({ count: 1, longest: 10 });
    expect(measureOf({ measure: mean, facts: [abandoned(day, 500)] }).distribution).toBeUndefined();
    expect(measureOf({ measure: mean }).distribution).toBeUndefined();
  });

  test('of each queue stand apart, by name, what is not listed last', () => {
    const queues = ['bins', 'benefits', 'unheard of'];
    const facts = queues.map((queue, i) => answered(day, 10 * i, { queue }));
    const edition = editionOf({ measure: { ...mean, distribution: { ...mean.distribution, by: 'queue' } }, facts });
    const rows = edition.measures[0]?.distribution?.rows ?? [];
    expect(rows.map(({ name, count, longest }) => [name, count, longest])).toEqual([
      [undefined, 3, 20],
      ['benefits', 1, 10],
      ['bins', 1, 0],
      ['other', 1, 20],
    ]);
    expect(editionSchema.parse(edition)).toEqual(edition);
  });

  test('of too few people are withheld, and never one row alone', () => {
    const facts = [
      ...Array.from({ length: 9 }, () => answered(day, 10, { queue: 'bins' })),
      ...Array.from({ length: 6 }, () => answered(day, 20, { queue: 'benefits' })),
      answered(day, 999, { queue: 'unheard of' }),
    ];
    const measure = { ...mean, suppressBelow: 5, distribution: { ...mean.distribution, by: 'queue' } };
    const rows = measureOf({ measure, facts }).distribution?.rows ?? [];
    expect(rows.map(({ name, suppressed }) => [name, suppressed])).toEqual([
      [undefined, undefined],
      ['benefits', true],
      ['bins', undefined],
      ['other', true],
    ]);
    expect(rows.filter(({ suppressed }) => suppressed).every(({ longest }) => longest === undefined)).toBe(true);
    expect(spread([1, 2, 3, 4], { suppressBelow: 5 })).toBeUndefined();
  });

  test('are each in exactly one bar', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 40 }), (waits) => {
        const [all] = spread(waits)?.rows ?? [];
        expect(all?.bands?.reduce((sum, { count }) => sum + count, 0)).toBe(waits.length);
      }),
      { numRuns: 40 },
    ));
});

const problemsOf = (distribution: string): string => {
  const text = `id: s
title: S
groups:
  - id: g
    title: G
    measures:
      - id: m
        title: M
        unit: seconds
        polarity: lower
        frequency: quarter
        value: { mean: call.waitSeconds }
        distribution: ${distribution}
`;
  const checked = checkScorecard('s.yaml', text, council);
  return 'problems' in checked
    ? checked.problems.map(({ line, path, message }) => `${line} ${path} ${message}`).join('\n')
    : '';
};

test.each([
  ['{ of: call.waitSeconds, limits: [20, 60] }', ''],
  ['{ of: call.waitSeconds, limits: [60, 20] }', 'must rise'],
  ['{ of: call.waitSeconds, limits: [] }', 'limits'],
  ['{ of: message.replyMinutes, limits: [20] }', 'the figure is not worked out of message'],
  ['{ of: call.waitSeconds, by: colour, limits: [20] }', 'colour'],
  ['{ of: call.waitSeconds, where: { outcome: lost }, limits: [20] }', 'lost'],
])('check of %s says: %s', (distribution, expected) => {
  const problems = problemsOf(distribution);
  if (expected === '') expect(problems).toBe('');
  else expect(problems).toContain(expected);
});
