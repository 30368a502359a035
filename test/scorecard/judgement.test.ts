import { describe, expect, test } from '@jest/globals';
import { answered, editionOf, measureOf, recorded } from '#test/scorecard/council.ts';

const value = (period: string, n: number, more: object = {}) => recorded('2024-01-10', period, { value: n, ...more });
const of = (period: string, numerator: number, denominator: number) =>
  recorded('2024-01-10', period, { numerator, denominator });

describe('a target of a year and the total of a quarter', () => {
  const sum = { unit: 'pounds', target: { '2023-24': 6_000_000 } };
  const records = [value('2023-24-q3', 1_600_000)];

  test('is not judged unless the file says how', () =>
    expect(measureOf({ measure: sum, records })).toMatchObject({
      annualTarget: { value: 6_000_000, period: '2023-24' },
      rating: {
        colour: 'no-target',
        reason: 'A total of October to December 2023 (quarter 3) is not judged against the target of a longer period.',
      },
    }));

  test('shared out, it is judged by its months', () => {
    const shown = measureOf({ measure: { ...sum, annual: 'prorated' }, records });
    expect(shown).toMatchObject({
      target: 1_500_000,
      variance: 100_000,
      rating: {
        colour: 'green',
        rule: {
          text: "Green at £1,500,000 or more; red below that. The target is 3 months' part of the 12 months' target of £6,000,000.",
        },
      },
    });
  });

  test.each([
    ['half the year so far', '2023-24-q2', 3_000_000, 'green'],
    ['short of half', '2023-24-q2', 2_999_999, 'red'],
  ])('of the year so far: %s', (_, period, n, colour) => {
    const measure = { ...sum, accumulation: 'year-to-date', annual: 'prorated' };
    expect(measureOf({ measure, period, records: [value(period, n)] }).rating.colour).toBe(colour);
  });

  test('the whole year so far is judged by the whole target', () => {
    const given = { measure: { ...sum, accumulation: 'year-to-date' }, period: '2023-24-q4', asOf: '2024-04-20' };
    const shown = measureOf({ ...given, records: [value('2023-24-q4', 5_999_999)] });
    expect(shown).toMatchObject({ target: 6_000_000, rating: { colour: 'red' } });
    expect(shown).not.toHaveProperty('annualTarget');
  });

  test.each([
    ['a stock', { ...sum, accumulation: 'point-in-time' }],
    ['a percentage', { unit: 'percent', target: { '2023-24': 80 } }],
  ])('%s is judged by the target of its year', (_, measure) =>
    expect(measureOf({ measure, records: [value('2023-24-q3', 5)] }).rating.colour).toBe('red'),
  );
});

describe('too few cases', () => {
  const measure = { target: 80, minimumCases: 10 };
  test.each([
    [9, 'no-target'],
    [10, 'green'],
  ])('%d of them: %s', (cases, colour) => {
    const shown = measureOf({ measure, records: [of('2023-24-q3', cases, cases)] });
    expect(shown).toMatchObject({ value: 100, rating: { colour } });
  });

  test('say how many there were', () =>
    expect(measureOf({ measure, records: [of('2023-24-q3', 1, 1)] }).rating.reason).toBe(
      'The figure is from 1 case, too few to judge: the least is 10.',
    ));

  test.each([undefined, 3])('a difference below zero is no number of cases, at least %p of them', (minimumCases) => {
    const change = { unit: 'count', polarity: 'lower', target: 0, minimumCases };
    const shown = measureOf({ measure: change, records: [value('2022-23-q3', -10), value('2023-24-q3', -5)] });
    expect(shown).toMatchObject({
      improvement: { value: -50 },
      direction: 'deteriorating',
      rating: { colour: 'green' },
    });
  });

  test('where nobody counted them, the figure is judged', () =>
    expect(measureOf({ measure, records: [value('2023-24-q3', 90)] }).rating.colour).toBe('green'));

  test('a count is its own cases', () => {
    const counted = { unit: 'count', value: { count: 'call' }, polarity: 'lower', target: 5, minimumCases: 3 };
    const facts = [answered('2023-11-01', 1), answered('2023-11-02', 1)];
    expect(measureOf({ measure: counted, facts }).rating.colour).toBe('no-target');
  });
});

test('a target to maintain the baseline takes its figure', () => {
  const measure = { frequency: 'year', target: { maintain: 'baseline' }, baseline: { period: '2021-22' } };
  const records = [value('2021-22', 98), value('2022-23', 97.9)];
  expect(measureOf({ measure, records })).toMatchObject({
    target: 98,
    rating: { colour: 'red', rule: { text: expect.stringContaining('The target is to maintain this.') } },
  });
});

test('a band is published with its ends, in the series too', () => {
  const measure = { unit: 'count', polarity: 'band', target: { from: 18, to: 22 } };
  const shown = measureOf({ measure, records: [value('2023-24-q3', 20)] });
  expect(shown).toMatchObject({
    targetRange: { from: 18, to: 22 },
    rating: { colour: 'green' },
    series: [{ targetRange: { from: 18, to: 22 }, colour: 'green' }],
  });
  expect(shown).not.toHaveProperty('target');
});

test('a measure with bands needs no target', () => {
  const rating = { bands: { green: { atLeast: 80 }, amber: { atLeast: 75 } } };
  const edition = editionOf({ measure: { rating }, records: [value('2023-24-q3', 78)] });
  expect(edition.measures[0]?.rating).toMatchObject({
    colour: 'amber',
    toNextBand: { colour: 'green', by: 2 },
    rule: { text: 'Green at 80% or more; amber at 75% or more; red otherwise.' },
  });
});
