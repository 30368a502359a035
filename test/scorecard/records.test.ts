import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Fact } from '#event/types.ts';
import { foldRecords, recordedFigure } from '#scorecard/records.ts';
import { fact, recorded } from '#test/scorecard/council.ts';

const newestValue = (facts: readonly Fact[], asOf = '2024-01-25') =>
  foldRecords(facts, asOf).of('m', '2023-24-q3').value?.value;
const value = (day: string, n: number, over: Partial<Fact> = {}) => recorded(day, '2023-24-q3', { value: n }, over);
const at = '2024-01-10T12:00:00.000Z';

describe('the newest record holds', () => {
  test.each([
    ['nothing recorded', [], undefined],
    ['the later time', [value('2024-01-11', 2), value('2024-01-10', 1)], 2],
    ['at one time, the higher revision', [value('2024-01-10', 2, { revision: 1 }), value('2024-01-10', 1)], 2],
    [
      'at one time and revision, the higher id',
      [value('2024-01-10', 2, { id: 'b' }), value('2024-01-10', 1, { id: 'a' })],
      2,
    ],
    ['withdrawn ones are gone', [value('2024-01-10', 1), value('2024-01-11', 2, { withdrawn: true })], 1],
    ['one of another period', [recorded('2024-01-10', '2023-24-q2', { value: 1 })], undefined],
    ['one of another measure', [recorded('2024-01-10', '2023-24-q3', { measure: 'n', value: 1 })], undefined],
    ['a comparator', [recorded('2024-01-10', '2023-24-q3', { value: 1, series: 'Neighbours' })], undefined],
    ['a part', [recorded('2024-01-10', '2023-24-q3', { value: 1, cut: { queue: 'bins' } })], undefined],
    ['its own series by name', [recorded('2024-01-10', '2023-24-q3', { value: 1, series: 'own' })], 1],
  ])('%s', (_, facts, expected) => expect(newestValue(facts)).toBe(expected));

  test('as of a day means by its end in London', () => {
    const last = value('2023-07-01', 1, { time: '2023-07-01T22:59:59.999Z' });
    const next = value('2023-07-02', 2, { time: '2023-07-01T23:00:00.000Z' });
    expect(newestValue([last, next], '2023-07-01')).toBe(1);
    expect(newestValue([last, next], '2023-07-02')).toBe(2);
  });

  test('in whatever order they come', () => {
    const facts = [
      value('2024-01-10', 1, { id: 'a', time: at }),
      value('2024-01-10', 2, { id: 'b', time: at, revision: 2 }),
      value('2024-01-09', 3),
    ];
    const shuffles = fc.shuffledSubarray(facts, { minLength: facts.length });
    return fc.assert(fc.property(shuffles, (shuffled) => newestValue(shuffled) === 2));
  });

  test('a change recorded later does not take the value away', () => {
    const facts = [value('2024-01-10', 80), recorded('2024-01-11', '2023-24-q3', { improvement: -18.8 })];
    expect(foldRecords(facts, '2024-01-25').of('m', '2023-24-q3')).toMatchObject({
      value: { value: 80 },
      change: { improvement: -18.8 },
    });
  });
});

test.each([
  [{ value: 3.5 }, 'score', { value: 3.5 }],
  [{ numerator: 1, denominator: 8 }, 'percent', { value: 12.5, numerator: 1, denominator: 8 }],
  [{ numerator: 1, denominator: 8 }, 'score', { value: 0.125, numerator: 1, denominator: 8 }],
  [{ numerator: 0, denominator: 0 }, 'percent', { numerator: 0, denominator: 0 }],
  [{ rank: 5 }, 'count', { value: 5 }],
] as const)('%j in %s', (data, unit, figure) =>
  expect(recordedFigure({ measure: 'm', period: '2023-24-q3', ...data }, unit)).toEqual(figure),
);

describe('lists', () => {
  const facts = [
    recorded('2024-01-10', '2023-24-q3', { value: 1, series: 'Neighbours' }),
    recorded('2024-01-11', '2023-24-q3', { value: 2, series: 'Neighbours' }),
    recorded('2024-01-10', '2023-24-q3', { value: 3, series: 'England' }),
    recorded('2024-01-10', '2023-24-q3', { value: 4, series: 'forecast' }),
    recorded('2024-01-10', '2023-24-q3', { value: 5, cut: { queue: 'bins' } }),
    recorded('2024-01-11', '2023-24-q3', { value: 6, cut: { queue: 'bins' } }),
    recorded('2024-01-11', '2023-24-q3', { improvement: 6, series: 'England' }),
  ];
  const records = foldRecords(facts, '2024-01-25');
  test('comparators by name, the newest of each; a forecast is none', () =>
    expect(records.comparators('m', '2023-24-q3').map(({ series, value: v }) => [series, v])).toEqual([
      ['England', 3],
      ['Neighbours', 2],
    ]));
  test('parts, the newest of each', () =>
    expect(records.cuts('m', '2023-24-q3').map((each) => each.value)).toEqual([6]));
});

describe('commentary', () => {
  const say = (day: string, text: string, over: object = {}) =>
    fact('commentary.recorded', day, {
      scorecard: 'service',
      measure: 'm',
      period: '2023-24-q3',
      kind: 'comment',
      text,
      recordedBy: 'Head of service',
      ...over,
    });
  const records = foldRecords(
    [
      say('2024-01-11', 'newer'),
      say('2024-01-10', 'older'),
      say('2024-01-09', 'how it went', { kind: 'performance' }),
      say('2024-01-12', 'group', { measure: undefined, group: 'g' }),
    ],
    '2024-01-25',
  );
  test('the newest of each kind, how it went first', () =>
    expect(records.commentary({ measure: 'm' }, ['2023-24-q3'])).toEqual([
      {
        kind: 'performance',
        text: 'how it went',
        recordedBy: 'Head of service',
        on: '2024-01-09',
        period: '2023-24-q3',
      },
      { kind: 'comment', text: 'newer', recordedBy: 'Head of service', on: '2024-01-11', period: '2023-24-q3' },
    ]));
  test('of another period, none', () => expect(records.commentary({ measure: 'm' }, ['2023-24-q2'])).toEqual([]));
  test('of a group', () =>
    expect(records.commentary({ group: 'g' }, ['2023-24-q3']).map(({ text }) => text)).toEqual(['group']));
});
