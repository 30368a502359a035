import { describe, expect, test } from '@jest/globals';
import { answered, measureOf, recorded } from '#test/scorecard/council.ts';

const counted = { unit: 'count', value: { count: 'call' } };
const calls = (day: string, n: number) => Array.from({ length: n }, () => answered(day, 10));
const facts = [...calls('2023-08-01', 2), ...calls('2023-11-01', 3)];
const typed = (period: string, value: number, more: object = {}) => recorded('2024-01-10', period, { value, ...more });

describe('a typed-in part of a whole is the decimal that it is on paper', () => {
  // 100 × 0.57 is 56.99999999999999 in binary fractions.
  test.each([
    ['percent', 0.57, 1, 57],
    ['percent', 2.18, 1, 218],
    ['percent', 1599, 2000, 79.95],
    ['percent', 1, 3, 100 / 3],
    ['pounds', 0.57, 1, 0.57],
  ])('in %s: %d of %d is %d', (unit, numerator, denominator, value) => {
    const records = [recorded('2024-01-10', '2023-24-q3', { numerator, denominator })];
    expect(measureOf({ measure: { unit, target: value }, records })).toMatchObject({
      value,
      rating: { colour: 'green' },
    });
  });

  const projected = { projected: { of: { measure: 'part' } } };
  const rate = { rate: { of: { measure: 'part' }, per: 1000, over: { measure: 'whole' } } };
  test.each([
    ['a rate', rate, 'quarter', '2023-24-q3', 1.003, 1003],
    ['a projection', projected, 'month', '2023-12', 0.3, 0.4],
    ['a projection of tenths', projected, 'month', '2023-12', 0.9, 1.2],
  ])('so is %s', (_, value, frequency, period, part, expected) => {
    const input = { unit: 'pounds', frequency, polarity: 'none' };
    const year = { accumulation: 'year-to-date', compare: 'same-period-last-year' };
    const given = {
      measures: [
        { unit: 'pounds', value },
        { ...input, id: 'part', ...(frequency === 'month' ? year : {}) },
        { ...input, id: 'whole' },
      ],
      records: [
        recorded('2024-01-10', period, { measure: 'part', value: part }),
        recorded('2024-01-10', period, { measure: 'whole', value: 1 }),
      ],
    };
    expect(measureOf(given).value).toBe(expected);
  });
});

describe('a typed-in figure beside a formula', () => {
  test.each([
    ['never overrides what was counted', {}, [typed('2023-24-q3', 99)], { value: 3, status: 'confirmed' }],
    [
      'overrides it with a reason, and both are published',
      {},
      [typed('2023-24-q3', 99, { reason: 'The telephone system lost a week.', status: 'provisional' })],
      { value: 99, status: 'provisional', overridden: { value: 3, reason: 'The telephone system lost a week.' } },
    ],
    ['fills a period without data', {}, [typed('2022-23-q3', 99)], { value: 3 }],
    ['stands alone before the formula begins', { from: '2023-24-q4' }, [typed('2023-24-q3', 99)], { value: 99 }],
    ['gives way where the formula begins', { from: '2023-24-q3' }, [typed('2023-24-q3', 99)], { value: 3 }],
    [
      'a reason for a period that was not counted overrides nothing',
      { from: '2023-24-q4' },
      [typed('2023-24-q3', 99, { reason: 'From the old system.' })],
      { value: 99 },
    ],
  ])('%s', (_, more, records, expected) => {
    const measure = measureOf({ measure: { ...counted, ...more }, facts, records });
    expect(measure).toMatchObject(expected);
    expect(measure.overridden).toEqual((expected as { overridden?: object }).overridden);
  });

  test('before its formula begins a measure has recorded figures only, in the series too', () => {
    const measure = measureOf({
      measure: { ...counted, from: '2023-24-q3' },
      facts,
      records: [typed('2023-24-q1', 7)],
    });
    expect(measure.series.map(({ period, value }) => [period, value])).toEqual([
      ['2023-24-q1', 7],
      ['2023-24-q2', undefined],
      ['2023-24-q3', 3],
    ]);
  });

  test('a period before the formula with nothing typed in says so', () =>
    expect(measureOf({ measure: { ...counted, from: '2023-24-q4' }, facts }).notPublishedReason).toBe(
      'Nothing was recorded for October to December 2023 (quarter 3), and the formula begins with January to March 2024 (quarter 4).',
    ));
});
