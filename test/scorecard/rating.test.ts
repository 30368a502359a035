import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { parsePeriod } from '#calendar/period.ts';
import { colourOf, limitsOf, notReported, type Rated, rate, targetFor } from '#scorecard/rating.ts';
import { answerOf, goldenOf } from '#test/scorecard/golden.ts';

const rated = (over: Partial<Rated> = {}): Rated => ({
  unit: 'percent',
  polarity: 'higher',
  target: 80,
  rating: { version: '1', amber: { within: 5, of: 'target', unit: 'points' } },
  ...over,
});

describe('a target of 80%, amber within 5 points', () => {
  test.each([
    [80.0001, 'green'],
    [80, 'green'],
    [79.9999, 'amber'],
    [75, 'amber'],
    [74.9999, 'red'],
    [0, 'red'],
  ])('%d higher is better: %s', (value, colour) => expect(rate(rated(), value, 80).colour).toBe(colour));

  test.each([
    [79.9999, 'green'],
    [80, 'green'],
    [80.0001, 'amber'],
    [85, 'amber'],
    [85.0001, 'red'],
  ])('%d lower is better: %s', (value, colour) =>
    expect(rate(rated({ polarity: 'lower' }), value, 80).colour).toBe(colour),
  );
});

describe('limits are decimals', () => {
  const limits = (target: number, within: number, unit: 'points' | 'percent', polarity: 'higher' | 'lower') =>
    limitsOf({ polarity, rating: { version: '1', amber: { within, of: 'target', unit } } }, target);
  test.each([
    ['0.8 − 0.05 is 0.75', 0.8, 0.05, 'points', 'higher', 0.75],
    ['1.1 + 2.2 is 3.3', 1.1, 2.2, 'points', 'lower', 3.3],
    ['5 percent of 80 is 4', 80, 5, 'percent', 'higher', 76],
    ['5 percent of 80 above', 80, 5, 'percent', 'lower', 84],
    ['5 percent of −80 is 4 too', -80, 5, 'percent', 'higher', -84],
    ['nothing short of the target', 80, 0, 'points', 'higher', 80],
  ] as const)('%s', (_, target, within, unit, polarity, amber) =>
    expect(limits(target, within, unit, polarity).amber).toBe(amber),
  );

  test('without a tolerance there is no amber', () =>
    expect(limitsOf({ polarity: 'higher', rating: undefined }, 80)).toEqual({ green: 80 }));
});

describe('laws', () => {
  const number = fc.integer({ min: -10_000, max: 10_000 }).map((n) => n / 100);
  const tolerance = fc.integer({ min: 0, max: 5_000 }).map((n) => n / 100);
  const rank = { red: 0, amber: 1, green: 2 };

  test('no gap and no overlap: a better value never has a worse colour', () =>
    fc.assert(
      fc.property(number, tolerance, number, number, (target, within, a, b) => {
        const limits = { green: target, amber: target - within };
        const [low, high] = a <= b ? [a, b] : [b, a];
        expect(rank[colourOf(low, limits, 'higher')]).toBeLessThanOrEqual(rank[colourOf(high, limits, 'higher')]);
      }),
    ));

  test('mirrored polarity gives the mirrored colour', () =>
    fc.assert(
      fc.property(number, number, tolerance, (value, target, within) => {
        const rating = { version: '1', amber: { within, of: 'target', unit: 'points' } } as const;
        const upward = colourOf(value, limitsOf({ polarity: 'higher', rating }, target), 'higher');
        const downward = colourOf(-value, limitsOf({ polarity: 'lower', rating }, -target), 'lower');
        expect(downward).toBe(upward);
      }),
    ));
});

describe('the sentence and the distance', () => {
  const lower = rated({
    polarity: 'lower',
    rating: { version: '1', amber: { within: 10, of: 'target', unit: 'percent' } },
  });
  test.each([
    [rated(), 78.2, 80, 'Amber: 78.2% is below the target of 80% but within 5 points of it.', 'green', 1.8],
    [rated(), 74, 80, 'Red: 74.0% is below the target of 80% by more than 5 points.', 'amber', 1],
    [rated(), 81.5, 80, 'Green: 81.5% meets the target of 80% or more.', 'amber', 1.5],
    [rated({ rating: undefined }), 74, 80, 'Red: 74.0% is below the target of 80%.', 'green', 6],
    [rated({ rating: undefined }), 82, 80, 'Green: 82.0% meets the target of 80% or more.', 'red', 2],
    [lower, 5.2, 5, 'Amber: 5.2% is above the target of 5% but within 10% of it.', 'green', 0.2],
    [lower, 4, 5, 'Green: 4.0% meets the target of 5% or less.', 'amber', 1],
  ] as const)('%#', (measure, value, target, reason, colour, by) =>
    expect(rate(measure, value, target)).toMatchObject({ reason, toNextBand: { colour, by } }),
  );

  test('rounding never hides which side of the target a value lies on', () =>
    expect(rate(rated(), 79.97, 80).reason).toBe(
      'Amber: 79.97% is below the target of 80% but within 5 points of it.',
    ));

  test('on the limit there is no distance', () => expect(rate(rated(), 80, 80).toNextBand).toBeUndefined());

  test('names the rule with its version and owner', () => {
    const rating = {
      version: '2',
      owner: 'Head of performance',
      amber: { within: 5, of: 'target', unit: 'points' },
    } as const;
    expect(rate(rated({ rating }), 90, 80).rule).toEqual({
      text: 'Green at 80% or more; amber at 75% or more; red below that.',
      version: '2',
      owner: 'Head of performance',
    });
  });
});

describe('what is not judged', () => {
  test.each([
    ['no target at all', rated({ target: undefined }), undefined, 'No target is set for this measure.'],
    ['none for this period', rated({ target: { '2022-23': 80 } }), undefined, 'No target is set for this period.'],
    ['a band', rated({ polarity: 'band' }), 80, 'A measure that belongs in a band is not judged yet.'],
    ['neither way is better', rated({ polarity: 'none' }), 80, 'This measure is published without a judgement.'],
  ])('%s', (_, measure, target, reason) => expect(rate(measure, 90, target)).toEqual({ colour: 'no-target', reason }));

  test('not reported is another state', () =>
    expect(notReported('Nothing was recorded.')).toEqual({ colour: 'not-reported', reason: 'Nothing was recorded.' }));
});

describe('the target of a period', () => {
  const target = { '2023-24': 80, '2023-24-h2': 82, '2023-24-q4': 85, '2025': 90 };
  test.each([
    ['2023-24-q4', 85],
    ['2023-24-q3', 82],
    ['2023-24-q1', 80],
    ['2023-24-h2', 82],
    ['2023-24', 80],
    ['2024-01', 85],
    ['2023-12', 82],
    ['2025-26-q1', 90],
    ['2024-25-q1', undefined],
  ])('%s: %s', (id, expected) => expect(targetFor(target, parsePeriod(id))).toBe(expected));

  test('one number serves every period', () => expect(targetFor(80, parsePeriod('2031-32-q2'))).toBe(80));
  test('no target serves none', () => expect(targetFor(undefined, parsePeriod('2031-32-q2'))).toBeUndefined());
});

test.each(goldenOf('measure_rag').filter(({ consistent }) => consistent))('$id', (golden) => {
  const { value, target } = golden.inputs as { value: number; target: number };
  const { colour } = rate(rated({ rating: undefined }), value, target);
  expect(colour === 'green' ? 'Green' : 'not Green').toBe(answerOf(golden));
});
