import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { bandsOf, colourOf } from '#scorecard/bands.ts';
import { notReported, type Rated, rate } from '#scorecard/rating.ts';
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
  ])('%d higher is better: %s', (value, colour) => expect(rate(rated(), value, { value: 80 }).colour).toBe(colour));

  test.each([
    [79.9999, 'green'],
    [80, 'green'],
    [80.0001, 'amber'],
    [85, 'amber'],
    [85.0001, 'red'],
  ])('%d lower is better: %s', (value, colour) =>
    expect(rate(rated({ polarity: 'lower' }), value, { value: 80 }).colour).toBe(colour),
  );
});

describe('limits are decimals', () => {
  const outer = (target: number, within: number, unit: 'points' | 'percent', polarity: 'higher' | 'lower') => {
    const rating = { version: '1', amber: { within, of: 'target', unit } } as const;
    const amber = bandsOf({ polarity, rating }, { value: target })?.amber;
    return (amber?.least ?? amber?.most)?.at;
  };
  test.each([
    ['0.8 − 0.05 is 0.75', 0.8, 0.05, 'points', 'higher', 0.75],
    ['1.1 + 2.2 is 3.3', 1.1, 2.2, 'points', 'lower', 3.3],
    ['5 percent of 80 is 4', 80, 5, 'percent', 'higher', 76],
    ['5 percent of 80 above', 80, 5, 'percent', 'lower', 84],
    ['5 percent of −80 is 4 too', -80, 5, 'percent', 'higher', -84],
    ['nothing short of the target', 80, 0, 'points', 'higher', 80],
  ] as const)('%s', (_, target, within, unit, polarity, limit) =>
    expect(outer(target, within, unit, polarity)).toBe(limit),
  );

  test('without a tolerance there is no amber', () =>
    expect(bandsOf({ polarity: 'higher', rating: undefined }, { value: 80 })).not.toHaveProperty('amber'));
});

describe('a band of 18 to 22, amber within 2 outside', () => {
  const inBand = rated({ unit: 'count', polarity: 'band', target: { from: 18, to: 22 } });
  const near = { ...inBand, rating: { version: '1', amber: { within: 2, of: 'target', unit: 'points' } } as const };
  const byTenth = {
    ...inBand,
    rating: { version: '1', amber: { within: 10, of: 'target', unit: 'percent' } } as const,
  };
  const aim = { range: { from: 18, to: 22 } };
  test.each([
    [15, 'red', 'amber', 1],
    [16, 'amber', 'green', 2],
    [17, 'amber', 'green', 1],
    [18, 'green', undefined, undefined],
    [19, 'green', 'amber', 1],
    [22, 'green', undefined, undefined],
    [24, 'amber', 'green', 2],
    [25, 'red', 'amber', 1],
  ])('%d: %s', (value, colour, next, by) => {
    const shown = rate(near, value, aim);
    expect(shown.colour).toBe(colour);
    expect(shown.toNextBand).toEqual(next && { colour: next, by });
  });

  test('percent is of the nearer end', () => {
    expect([16.2, 16.1, 24.2, 24.3].map((value) => rate(byTenth, value, aim).colour)).toEqual([
      'amber',
      'red',
      'amber',
      'red',
    ]);
  });

  test.each([
    [20, 'Green: 20 meets the target of 18 to 22.'],
    [17, 'Amber: 17 is below the target of 18 to 22 but within 2 of it.'],
    [23, 'Amber: 23 is above the target of 18 to 22 but within 2 of it.'],
    [12, 'Red: 12 is below the target of 18 to 22 by more than 2.'],
    [30, 'Red: 30 is above the target of 18 to 22 by more than 2.'],
  ])('%d: %s', (value, reason) => expect(rate(near, value, aim).reason).toBe(reason));

  test('prints its rule', () =>
    expect(rate(near, 20, aim).rule?.text).toBe('Green at 18 to 22; amber at 16 to 24; red otherwise.'));
});

describe('bands of their own', () => {
  const bands = (polarity: Rated['polarity'], green: object, amber?: object): Rated => ({
    ...rated({ unit: 'count', polarity, target: undefined }),
    rating: { version: '1', bands: { green, amber } },
  });
  const up = bands('higher', { atLeast: 80 }, { atLeast: 75 });
  const down = bands('lower', { below: 5 }, { atMost: 8 });
  const both = bands('band', { atLeast: 18, atMost: 22 }, { atLeast: 16, atMost: 22 });
  test.each([
    ['higher', up, 80, 'green', undefined],
    ['higher', up, 79.9999, 'amber', 'green'],
    ['higher', up, 75, 'amber', 'green'],
    ['higher', up, 74.9999, 'red', 'amber'],
    ['lower, green below 5', down, 4.9999, 'green', 'amber'],
    ['lower, 5 itself is amber', down, 5, 'amber', undefined],
    ['lower', down, 8, 'amber', 'green'],
    ['lower', down, 8.0001, 'red', 'amber'],
    ['a band, amber below it only', both, 17, 'amber', 'green'],
    ['a band, no amber above', both, 22.5, 'red', 'amber'],
    ['a band, the nearer end has no amber', both, 21, 'green', 'red'],
    ['amber says where it begins', bands('higher', { atLeast: 80 }, { atLeast: 75, below: 80 }), 79, 'amber', 'green'],
    ['no amber', bands('higher', { above: 80 }), 80, 'red', undefined],
  ])('%s: %d is %s', (_, measure, value, colour, next) => {
    const shown = rate(measure, value, undefined);
    expect([shown.colour, shown.toNextBand?.colour]).toEqual([colour, next]);
  });

  test.each([
    [81, 'Green: 81 is inside green (80 or more).'],
    [78, 'Amber: 78 is outside green (80 or more) but inside amber (75 or more).'],
    [79.9, 'Amber: 79.9 is outside green (80 or more) but inside amber (75 or more).'],
    [74, 'Red: 74 is outside amber (75 or more).'],
  ])('%d: %s', (value, reason) => expect(rate(up, value, undefined).reason).toBe(reason));

  test('print their rule', () =>
    expect(rate(down, 3, undefined).rule?.text).toBe('Green at less than 5; amber at 8 or less; red otherwise.'));
});

describe('laws', () => {
  const number = fc.integer({ min: -10_000, max: 10_000 }).map((n) => n / 100);
  const tolerance = fc.integer({ min: 0, max: 5_000 }).map((n) => n / 100);
  const rank = { red: 0, amber: 1, green: 2 };

  const within = (size: number) => ({ version: '1', amber: { within: size, of: 'target', unit: 'points' } }) as const;
  const colour = (polarity: Rated['polarity'], aim: object, size: number, value: number) => {
    const bands = bandsOf({ polarity, rating: within(size) }, aim);
    if (!bands) throw new Error('nothing to judge by');
    return colourOf(value, bands);
  };

  test('no gap and no overlap: a better value never has a worse colour', () =>
    fc.assert(
      fc.property(number, tolerance, number, number, (target, size, a, b) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        const [worse, better] = [low, high].map((value) => rank[colour('higher', { value: target }, size, value)]);
        expect(worse).toBeLessThanOrEqual(better ?? -1);
      }),
    ));

  test('mirrored polarity gives the mirrored colour', () =>
    fc.assert(
      fc.property(number, number, tolerance, (value, target, size) => {
        expect(colour('lower', { value: -target }, size, -value)).toBe(
          colour('higher', { value: target }, size, value),
        );
      }),
    ));

  test('a band is the same from both sides, and is never better farther out', () =>
    fc.assert(
      fc.property(number, tolerance, tolerance, tolerance, (from, width, size, out) => {
        const range = { from, to: Number((from + width).toFixed(2)) };
        const below = Number((range.from - out).toFixed(2));
        const above = Number((range.to + out).toFixed(2));
        const [low, high] = [below, above].map((value) => colour('band', { range }, size, value));
        expect(low).toBe(high);
        expect(low).toBe(out === 0 ? 'green' : out <= size ? 'amber' : 'red');
      }),
    ));

  test('a tolerance is met exactly at its decimal limit', () =>
    fc.assert(
      fc.property(number, tolerance, (target, size) => {
        const limit = Number((target - size).toFixed(2));
        expect(colour('higher', { value: target }, size, limit)).not.toBe('red');
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
    expect(rate(measure, value, { value: target })).toMatchObject({ reason, toNextBand: { colour, by } }),
  );

  test('rounding never hides which side of the target a value lies on', () =>
    expect(rate(rated(), 79.97, { value: 80 }).reason).toBe(
      'Amber: 79.97% is below the target of 80% but within 5 points of it.',
    ));

  test('on the limit there is no distance', () => expect(rate(rated(), 80, { value: 80 }).toNextBand).toBeUndefined());

  test('names the rule with its version and owner', () => {
    const rating = {
      version: '2',
      owner: 'Head of performance',
      amber: { within: 5, of: 'target', unit: 'points' },
    } as const;
    expect(rate(rated({ rating }), 90, { value: 80 }).rule).toEqual({
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
    [
      'neither way is better',
      rated({ polarity: 'none' }),
      { value: 80 },
      'This measure is published without a judgement.',
    ],
  ])('%s', (_, measure, aim, reason) => expect(rate(measure, 90, aim)).toEqual({ colour: 'no-target', reason }));

  test('not reported is another state', () =>
    expect(notReported('Nothing was recorded.')).toEqual({ colour: 'not-reported', reason: 'Nothing was recorded.' }));
});

test.each(goldenOf('measure_rag').filter(({ consistent }) => consistent))('$id', (golden) => {
  const { value, target } = golden.inputs as { value: number; target: number };
  const { colour } = rate(rated({ rating: undefined }), value, { value: target });
  expect(colour === 'green' ? 'Green' : 'not Green').toBe(answerOf(golden));
});
