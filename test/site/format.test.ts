import { describe, expect, test } from '@jest/globals';
import {
  axisFigure,
  difference,
  distance,
  figure,
  figureParts,
  longDay,
  longInstant,
  type Measured,
  periodTick,
  relative,
  shortDay,
  targetFigure,
} from '#site/format.ts';

const percent: Measured = { unit: 'percent', decimals: 1 };
const whole: Measured = { unit: 'percent', decimals: 0 };
const count: Measured = { unit: 'count', decimals: 0 };
const seconds: Measured = { unit: 'seconds', decimals: 0 };
const pounds: Measured = { unit: 'pounds', decimals: 0 };
const score: Measured = { unit: 'score', decimals: 2 };

describe('figures', () => {
  test.each([
    [82.70833, percent, '82.7%'],
    [82.65, percent, '82.7%'],
    [82.64999, percent, '82.6%'],
    [32.5, whole, '33%'],
    [-32.5, whole, '−33%'],
    [-0.04, percent, '0.0%'],
    [1.005, score, '1.01'],
    [1234567, count, '1,234,567'],
    [1, seconds, '1 second'],
    [91.6, seconds, '92 seconds'],
    [-1000, pounds, '−£1,000'],
    [0, count, '0'],
  ])('%d rounds once, half away from zero, to %j: %s', (value, measure, text) =>
    expect(figure(value, measure)).toBe(text),
  );

  test.each([
    [80, percent, '80%'],
    [99.95, percent, '99.95%'],
    [60, seconds, '60 seconds'],
  ])('a target of %d has its own decimals', (value, measure, text) => expect(targetFigure(value, measure)).toBe(text));

  test('a unit that is a word stands apart from its number', () => {
    expect(figureParts(91.6, seconds)).toEqual({ number: '92', unit: 'seconds' });
    expect(figureParts(82.7, percent)).toEqual({ number: '82.7%', unit: '' });
  });

  test('an axis leaves words to the subtitle', () => {
    expect(axisFigure(20, 'seconds', 0)).toBe('20');
    expect(axisFigure(20, 'percent', 0)).toBe('20%');
    expect(axisFigure(1500, 'pounds', 0)).toBe('£1,500');
  });
});

describe('differences', () => {
  test.each([
    [10.508, percent, '10.5 points'],
    [-1.9, percent, '1.9 points'],
    [1, whole, '1 point'],
    [11.6, seconds, '12 seconds'],
    [0.04, percent, 'less than 0.1 points'],
    [0.3, count, 'less than 1'],
    [0, percent, '0.0 points'],
    [1020, count, '1,020'],
  ])('%d is printed without its sign: %s', (change, measure, text) => expect(difference(change, measure)).toBe(text));

  test('what is left to the next rating never rounds to nothing', () => {
    expect(distance(0.004, percent)).toBe('0.004 points');
    expect(distance(2.70833, percent)).toBe('2.7 points');
  });

  test('a relative change has one decimal and no sign', () => expect(relative(-18.75)).toBe('18.8%'));
});

describe('dates and periods', () => {
  test('days are British', () => {
    expect(longDay('2023-12-15')).toBe('15 December 2023');
    expect(shortDay('2024-01-02')).toBe('2 Jan 2024');
  });

  test.each([
    ['2025-04-30T22:59:59.999Z', '30 April 2025'],
    ['2025-04-30T23:00:00.000Z', '1 May 2025'],
    ['2024-01-25T23:59:59.999Z', '25 January 2024'],
  ])('%s is a London day', (instant, day) => expect(longInstant(instant)).toBe(day));

  test.each([
    ['2023-24-q3', 'Q3', '2023–24'],
    ['2023-24-h1', 'H1', '2023–24'],
    ['2023-24', '2023–24', ''],
    ['2023', '2023', ''],
    ['2016-05', 'May', '2016'],
  ])('%s is %s of %s on an axis', (id, short, group) => expect(periodTick(id)).toEqual({ short, group }));
});
