import { describe, expect, test } from '@jest/globals';
import { checkScorecard } from '#scorecard/check.ts';
import { editionOf } from '#test/scorecard/council.ts';

const recordedAs = (accumulation?: string) => ({ value: { recorded: true }, ...(accumulation && { accumulation }) });
const sum = { combine: { add: ['a', 'b'] } };

/** What the figure of the first measure is of, and how it is labelled. */
const stretch = (value: object, a: object = recordedAs(), b: object = recordedAs()) => {
  const input = { unit: 'count', polarity: 'none' };
  const measures = [
    { ...input, value },
    { id: 'a', title: 'A', ...input, ...a },
    { id: 'b', title: 'B', ...input, ...b },
  ];
  const [measure] = editionOf({ measures }).measures;
  return [measure?.accumulation, measure?.periodLabel];
};

const quarter = 'October to December 2023 (quarter 3)';
const year = 'April to December 2023 (year so far)';
const toDate = recordedAs('year-to-date');
const stock = recordedAs('point-in-time');

describe('what a figure is of', () => {
  test.each([
    ['a count', { count: 'call' }, [{}, {}], ['in-period', quarter]],
    ['a year to date', { yearToDate: { count: 'call' } }, [{}, {}], ['year-to-date', year]],
    [
      'a rolling stretch',
      { rolling: { months: 18, of: { count: 'call' } } },
      [{}, {}],
      ['rolling', 'July 2022 to December 2023 (18 months)'],
    ],
    ['a reading', { latest: 'gauge.value', where: { gauge: 'g' } }, [{}, {}], ['point-in-time', quarter]],
    ['of two quarters', sum, [recordedAs(), recordedAs()], ['in-period', quarter]],
    ['of two years to date', { quotient: { of: 'a', over: 'b' } }, [toDate, toDate], ['year-to-date', year]],
    [
      'days lost so far for each of the staff',
      { quotient: { of: 'a', over: 'b' } },
      [toDate, stock],
      ['year-to-date', year],
    ],
    ['of two stocks', sum, [stock, stock], ['point-in-time', quarter]],
    ['by way of another', sum, [{ value: { combine: { add: ['b'] } } }, toDate], ['year-to-date', year]],
  ] as const)('%s', (_, value, [a, b], expected) =>
    expect(stretch(value, 'value' in a ? a : recordedAs(), 'value' in b ? b : recordedAs())).toEqual(expected),
  );
});

const scorecardOf = (measure: string, accumulation: string, unit = 'percent'): string => `
id: s
title: S
groups:
  - id: g
    title: G
    measures:
      - { id: m, title: M, unit: ${unit}, polarity: higher, frequency: quarter, ${measure} }
      - { id: a, title: A, unit: count, polarity: higher, frequency: quarter, value: { recorded: true }, accumulation: ${accumulation} }
`;

const quotient = 'value: { quotient: { of: a, over: a } }';
const growth = (against: string): string => `value: { growth: { of: a, against: ${against} } }`;
const average = (step: string): string => `value: { average: { of: a, periods: 2, step: ${step} } }`;
const adding = 'adds up over the year, so that only the same point of another year compares with it';

const messagesOf = (accumulation: string, measure: string, unit?: string): readonly string[] => {
  const checked = checkScorecard('s.yaml', scorecardOf(measure, accumulation, unit));
  return 'problems' in checked ? checked.problems.map((each) => each.message) : [];
};

describe('check compares a year so far with the same point of another year only', () => {
  test.each([
    ['the year before', quotient, undefined],
    ['the period before', `${quotient}, compare: previous-period`, `what it is worked out from ${adding}`],
    ['growth on the year before', growth('12-months-prior'), undefined],
    ['growth on the period before', growth('previous-period'), `"a" ${adding}`],
    ['growth on two years before', growth('{ measure: a, monthsBefore: 24 }'), undefined],
    ['growth on half a year before', growth('{ measure: a, monthsBefore: 6 }'), `"a" ${adding}`],
    ['process limits', `${quotient}, noChange: { method: xmr }`, expect.stringContaining('its process has no limits')],
    ['growth on the same part of a year', growth('{ measure: a, in: 2019-20 }'), undefined],
  ])('%s', (_, measure, message) => {
    expect(messagesOf('year-to-date', measure)).toEqual(message === undefined ? [] : [message]);
    expect(messagesOf('in-period', measure)).toEqual([]);
  });

  test('nor does an average mix its points', () => {
    expect(messagesOf('year-to-date', average('period'), 'count')).toEqual([`"a" ${adding}`]);
    expect(messagesOf('year-to-date', average('year'), 'count')).toEqual([]);
    expect(messagesOf('in-period', average('period'), 'count')).toEqual([]);
  });
});
