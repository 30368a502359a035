import { describe, expect, test } from '@jest/globals';
import { measureOf, recorded } from '#test/scorecard/council.ts';

const yearly = (more: object) => ({
  measure: { frequency: 'year', value: { recorded: true }, ...more },
  period: '2017-18',
  asOf: '2018-06-30',
  scorecard: { frequency: 'year' },
});

const plan = (target: unknown, more: object = {}) => measureOf(yearly({ target, ...more })).targetPlan;

describe('every target that is set, before its year begins', () => {
  test.each([
    ['none', undefined, undefined],
    ['one for all periods', 80, undefined],
    ['to maintain a number', { maintain: 99 }, undefined],
    [
      'by year, in order, with one left blank',
      { '2019-20': 100, '2018-19': null },
      [
        { period: '2018-19', label: '2018–19' },
        { period: '2019-20', label: '2019–20', value: 100 },
      ],
    ],
    // 220 to 240 in two years: 10 a year.
    [
      'on a straight line',
      { path: 'straight-line', from: { period: '2018-19', value: 220 }, to: { period: '2020-21', value: 240 } },
      [
        { period: '2018-19', label: '2018–19', value: 220 },
        { period: '2019-20', label: '2019–20', value: 230 },
        { period: '2020-21', label: '2020–21', value: 240 },
      ],
    ],
    [
      'in steps',
      { path: 'steps', from: { period: '2018-19', value: 7 }, to: { period: '2020-21', value: 8 } },
      [
        { period: '2018-19', label: '2018–19', value: 7 },
        { period: '2019-20', label: '2019–20', value: 7 },
        { period: '2020-21', label: '2020–21', value: 8 },
      ],
    ],
  ])('%s', (_, target, expected) => expect(plan(target)).toEqual(expected));

  test('of a band', () =>
    expect(plan({ '2018-19': { from: 18, to: 22 } }, { polarity: 'band' })).toEqual([
      { period: '2018-19', label: '2018–19', range: { from: 18, to: 22 } },
    ]));
});

describe('what it began from', () => {
  const began = (baseline: object, records: Parameters<typeof measureOf>[0]['records'] = []) =>
    measureOf({ ...yearly({ compare: 'baseline', baseline }), records }).baseline;

  test.each([
    ['as the file says', { period: '2016-17', value: 62 }, [], { period: '2016-17', label: '2016–17', value: 62 }],
    [
      'as was recorded',
      { period: '2016-17' },
      [recorded('2017-05-01', '2016-17', { value: 61 })],
      { period: '2016-17', label: '2016–17', value: 61 },
    ],
    ['not known', { period: '2016-17' }, [], { period: '2016-17', label: '2016–17' }],
  ])('%s', (_, baseline, records, expected) => expect(began(baseline, records)).toEqual(expected));
});
