import { describe, expect, test } from '@jest/globals';
import { parsePeriod, shiftPeriod } from '#calendar/period.ts';
import { against } from '#scorecard/comparators.ts';
import { editionOf, measureOf, recorded } from '#test/scorecard/council.ts';
import { editionSchema } from '#test/scorecard/editionSchema.ts';

/** One figure a month, the last of December 2023. */
const months = (values: readonly number[], more: object = {}) =>
  values.map((value, i) => {
    const period = shiftPeriod(parsePeriod('2023-12'), i + 1 - values.length).id;
    return recorded('2024-01-10', period, { value, ...more });
  });
const monthly = { frequency: 'month', noChange: { method: 'xmr' }, compare: 'previous-period' };
const given = (values: readonly number[], measure: object = {}) => ({
  measure: { ...monthly, ...measure },
  scorecard: { frequency: 'month', history: 24 },
  period: '2023-12',
  records: months(values),
});
const eleven = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10];

describe('direction by process limits', () => {
  // Eleven of 10 and 12 and then 20: mean 140 ÷ 12; eleven ranges, ten of 2 and one of 10: 30 ÷ 11.
  test('a figure outside them is a change, and publishes them', () => {
    const edition = editionOf(given([...eleven, 20]));
    expect(edition.measures[0]).toMatchObject({
      direction: 'improving',
      directionReason: 'Of 12 figures with a mean of 11.7%, the newest figure lies above the upper process limit.',
      process: {
        mean: 11.6666666667,
        lower: 4.4121212121,
        upper: 18.9212121212,
        from: '2023-01',
        rule: 'outside-limits',
      },
    });
    expect(editionSchema.parse(edition)).toEqual(edition);
  });

  test.each([
    ['lower is better', { polarity: 'lower' }, 'deteriorating'],
    ['neither', { polarity: 'none' }, 'not-applicable'],
  ])('%s', (_, more, direction) => expect(measureOf(given([...eleven, 20], more)).direction).toBe(direction));

  test('chance is no change, though the figure moved', () => {
    const shown = measureOf(given([...eleven, 13]));
    expect(shown).toMatchObject({ direction: 'no-change', improvement: { value: 30 } });
    expect(shown.process).not.toHaveProperty('rule');
  });

  test('with too few figures there is none, and why', () => {
    const shown = measureOf(given(eleven));
    expect(shown).toMatchObject({
      direction: 'not-applicable',
      directionReason: 'Process limits need 12 figures; there are 11.',
    });
    expect(shown).not.toHaveProperty('process');
  });

  test('or the tolerance, where there is one', () =>
    expect(
      measureOf(given([...eleven, 13].slice(-5), { noChange: { method: 'xmr', within: 1, unit: 'points' } })),
    ).toMatchObject({
      direction: 'improving',
      directionReason: 'Process limits need 12 figures; there are 5, so the tolerance was used.',
    }));

  test('figures before a change of definition do not count', () => {
    const versions = [{ from: '2023-02', note: 'x', definition: 'y' }];
    expect(measureOf(given([...eleven, 20], { versions })).directionReason).toBe(
      'Process limits need 12 figures; there are 11.',
    );
  });

  test.each([
    [{ method: 'xmr' }, 'not-applicable', '.'],
    [{ method: 'xmr', within: 1, unit: 'points' }, 'improving', ', so the tolerance was used.'],
  ])('nor does a month that is not over: %j', (noChange, direction, rest) => {
    const records = months([...eleven, 20], {}).map((each) => ({ ...each, time: '2023-12-01T12:00:00.000Z' }));
    const shown = measureOf({ ...given([], { noChange }), records, asOf: '2023-12-30' });
    expect(shown).toMatchObject({
      direction,
      directionReason: `Process limits are of whole periods, and this one is not over${rest}`,
    });
    expect(shown).not.toHaveProperty('process');
  });

  test('nor do figures from too few cases', () => {
    const records = [
      ...months([...eleven, 20]).slice(1),
      recorded('2024-01-10', '2023-01', { numerator: 1, denominator: 10 }),
    ];
    const shown = measureOf({ ...given([], { minimumCases: 20 }), records });
    expect(shown.directionReason).toBe('Process limits need 12 figures; there are 11.');
  });
});

describe('published limits are cut at what the measure can be', () => {
  const turns = (low: number, high: number) => Array.from({ length: 12 }, (_, i) => (i % 2 ? high : low));
  const ofCalls = (where: object) => ({ count: 'call', where });
  const ratio = { ratio: { of: ofCalls({ outcome: 'abandoned' }), over: ofCalls({}) } };
  const across = { ratio: { of: { count: 'survey' }, over: { count: 'call' } } };
  // By turns, so that every moving range is the difference d: the mean ± 2.66 d.
  test.each([
    ['a share, below 0', {}, [0, 4], [0, 12.64]],
    ['a share, above 100', {}, [96, 100], [87.36, 100]],
    ['a share, on both sides', {}, [30, 70], [0, 100]],
    ['a share, within', {}, [50, 52], [45.68, 56.32]],
    ['a percentage that has been below 0', {}, [-1, 5], [-13.96, 17.96]],
    ['a percentage that has been above 100', {}, [60, 101], [0, 189.56]],
    ['a ratio of one stream', { value: ratio, from: '2024-01' }, [96, 100], [87.36, 100]],
    ['a ratio of two', { value: across, from: '2024-01' }, [96, 100], [87.36, 108.64]],
    [
      'a growth',
      { value: { growth: { of: 'm', against: 'previous-period' } }, from: '2024-01' },
      [0, 4],
      [-8.64, 12.64],
    ],
    ['a count', { unit: 'count' }, [0, 4], [0, 12.64]],
    ['a count above 100', { unit: 'count' }, [96, 100], [87.36, 108.64]],
    ['a duration', { unit: 'days' }, [0, 4], [0, 12.64]],
    ['money', { unit: 'pounds' }, [0, 4], [-8.64, 12.64]],
    ['a score', { unit: 'score' }, [0, 4], [-8.64, 12.64]],
    [
      'a share since April',
      {
        value: { yearToDate: { share: 'call', where: { outcome: 'answered' } } },
        from: '2024-01',
        compare: '12-months-prior',
      },
      [96, 100],
      [87.36, 100],
    ],
  ])('%s', (_, measure, [low = 0, high = 0], [lower, upper]) =>
    expect(measureOf(given(turns(low, high), measure)).process).toMatchObject({ lower, upper }),
  );

  // Two sigma of the whole limits are 2 + 2 ÷ 3 × 10.64 = 9.09; of the cut ones it would be the same above, and 0.67 below.
  test('and the rules are told by the whole', () =>
    expect(measureOf(given([...turns(0, 4), 0, 0])).process).not.toHaveProperty('rule'));
});

describe('too few cases', () => {
  const measure = { minimumCases: 10, target: 5 };
  const of = (period: string, cases: number) =>
    recorded('2024-01-10', period, { numerator: cases, denominator: cases * 2 });
  test.each([
    ['now', 4, 20, 'The figure is from 8 cases, too few to judge: the least is 10.'],
    ['then', 20, 4, 'The figure is from 8 cases, too few to judge: the least is 10.'],
  ])('%s: neither compared nor listed', (_, now, then, reason) => {
    const edition = editionOf({ measure, records: [of('2022-23-q3', then), of('2023-24-q3', now)] });
    expect(edition.measures[0]).toMatchObject({ direction: 'not-applicable', notComparedReason: reason });
    expect([edition.mostImproved, edition.mostWorsened]).toEqual([[], []]);
  });
});

describe('others', () => {
  test.each([
    ['lower is better, ours is lower', 'lower', 1.8, 2.4, { differencePercent: 25, better: true }],
    ['lower is better, ours is higher', 'lower', 3, 2.4, { differencePercent: -25, better: false }],
    ['higher is better', 'higher', 90, 60, { differencePercent: 50, better: true }],
    ['the same', 'higher', 60, 60, { differencePercent: 0 }],
    ['theirs is nothing', 'higher', 60, 0, { better: true }],
    ['neither is better', 'none', 90, 60, { differencePercent: 50 }],
  ] as const)('%s', (_, polarity, ours, theirs, told) => {
    const shown = against(polarity, ours, theirs);
    expect(Object.keys(shown).sort()).toEqual(Object.keys(told).sort());
    expect(shown.differencePercent ?? 0).toBe('differencePercent' in told ? told.differencePercent : 0);
    expect(shown.better).toBe('better' in told ? told.better : undefined);
  });
});

describe('a forecast', () => {
  const value = (period: string, n: number, more: object = {}) => recorded('2024-01-10', period, { value: n, ...more });
  const expecting = { series: 'forecast' };
  test('stands beside the figure of its period, and never takes its colour', () => {
    const records = [value('2023-24-q3', 70), value('2023-24-q3', 85, expecting)];
    const edition = editionOf({ measure: { target: 80 }, records });
    expect(edition.measures[0]).toMatchObject({
      value: 70,
      rating: { colour: 'red' },
      forecast: { value: 85, period: '2023-24-q3', rating: { colour: 'green' } },
      comparators: [],
    });
    expect(editionSchema.parse(edition)).toEqual(edition);
  });

  test('of the year that is running, beside the last whole year', () => {
    const measure = { frequency: 'year', unit: 'count', target: { '2022-23': 90, '2023-24': 100 } };
    const records = [value('2022-23', 95), value('2023-24', 98, expecting)];
    expect(measureOf({ measure, records })).toMatchObject({
      value: 95,
      rating: { colour: 'green' },
      forecast: { value: 98, period: '2023-24', rating: { colour: 'red' } },
    });
  });
});
