import { describe, expect, test } from '@jest/globals';
import { parsePeriod } from '#calendar/period.ts';
import { checkScorecard } from '#scorecard/check.ts';
import { formulaInWords } from '#scorecard/formulaInWords.ts';
import { formula } from '#scorecard/formulaSchema.ts';
import { samePartOf } from '#scorecard/operands.ts';
import { daysNeeded } from '#scorecard/periods.ts';
import { scorecard } from '#scorecard/schema.ts';
import { answered, measureOf, recorded } from '#test/scorecard/council.ts';

describe('the same part of another year', () => {
  test.each([
    ['2019', '2021-12', '2019-12'],
    ['2019', '2021-01', '2019-01'],
    ['2019-20', '2021-12', '2019-12'],
    ['2019-20', '2022-03', '2020-03'],
    ['2019-20', '2021-22-q4', '2019-20-q4'],
    ['2019', '2021-22-q4', '2018-19-q4'],
    ['2019-20', '2021-22-h2', '2019-20-h2'],
    ['2019-20', '2021-22', '2019-20'],
    ['2019', '2021', '2019'],
    ['2019-12', '2021-12', '2019-12'],
    ['2019-12', '2021-11', '2019-12'],
    ['2019-20-q1', '2021-12', undefined],
  ])('%s, as %s is of its own year: %s', (year, period, expected) =>
    expect(samePartOf(parsePeriod(year), parsePeriod(period))?.id).toBe(expected),
  );
});

const typed = (measure: string, period: string, value: number) => recorded('2022-01-10', period, { measure, value });

interface Asked {
  readonly value: object;
  readonly period?: string;
  readonly unit?: string;
  readonly frequency?: string;
  readonly input?: object;
}

const measuresOf = ({ value, unit = 'count', frequency = 'month', input = {} }: Asked) => [
  { unit, frequency, polarity: 'none', value },
  { id: 'a', title: 'A', unit: 'count', frequency, polarity: 'higher', ...input },
];

const asked = (given: Asked, records: Parameters<typeof measureOf>[0]['records']) =>
  measureOf({
    measures: measuresOf(given),
    records,
    period: given.period ?? '2021-12',
    asOf: '2022-03-31',
    scorecard: { frequency: given.frequency ?? 'month' },
  });

describe('values of another time, worked by hand', () => {
  // December 2021 as a share of December 2019: 106,145 of 188,627 visits.
  test('a share of the same month of a year that is named', () =>
    expect(
      asked({ value: { quotient: { of: 'a', over: { measure: 'a', in: '2019' } } }, unit: 'percent' }, [
        typed('a', '2021-12', 106_145),
        typed('a', '2019-12', 188_627),
      ]),
    ).toMatchObject({ value: (100 * 106_145) / 188_627, numerator: 106_145, denominator: 188_627 }));

  test('how many times as many as a year before', () =>
    expect(
      asked({ value: { quotient: { of: 'a', over: { measure: 'a', monthsBefore: 12 } } } }, [
        typed('a', '2021-12', 1697),
        typed('a', '2020-12', 556),
      ]),
    ).toMatchObject({ value: 1697 / 556 }));

  test('growth and increment over eighteen months, of the same two readings', () => {
    const records = [typed('a', '2021-12', 150), typed('a', '2020-06', 120)];
    const before = { measure: 'a', monthsBefore: 18 };
    expect(asked({ value: { growth: { of: 'a', against: before } }, unit: 'percent' }, records)).toMatchObject({
      value: 25,
    });
    expect(asked({ value: { combine: { add: ['a'], subtract: [before] } } }, records)).toMatchObject({ value: 30 });
  });

  test('the change on the quarter before in numbers, where neither way is better', () =>
    expect(
      asked(
        {
          value: { combine: { add: ['a'], subtract: [{ measure: 'a', monthsBefore: 3 }] } },
          frequency: 'quarter',
          period: '2021-22-q3',
          input: { polarity: 'none' },
        },
        [typed('a', '2021-22-q3', 84), typed('a', '2021-22-q2', 82)],
      ),
    ).toMatchObject({ value: 2 }));

  // 305, 306 and 306 are 917 in three months of December; none of 2020 is among them.
  test('the mean of years that are named', () =>
    expect(
      asked({ value: { average: { of: 'a', in: ['2017', '2018', '2019'] } } }, [
        typed('a', '2017-12', 305),
        typed('a', '2018-12', 306),
        typed('a', '2019-12', 306),
        typed('a', '2020-12', 999),
      ]),
    ).toMatchObject({ value: 917 / 3, numerator: 917, denominator: 3 }));

  test('a mean with the period itself', () =>
    expect(
      asked({ value: { average: { of: 'a', periods: 2, step: 'period', withThis: true } } }, [
        typed('a', '2021-12', 42),
        typed('a', '2021-11', 36),
        typed('a', '2021-10', 9),
      ]),
    ).toMatchObject({ value: 39, denominator: 2 }));

  test('what is not known is named with its own period', () =>
    expect(
      asked({ value: { quotient: { of: 'a', over: { measure: 'a', in: '2019' } } } }, [typed('a', '2021-12', 5)])
        .notPublishedReason,
    ).toBe('No value is known of “A” for December 2019.'));
});

describe("a week's average, of weeks that are over", () => {
  const perWeek = { average: { each: 'week', of: { count: 'call' }, since: '2021-04-01' } };
  const calls = ['2021-03-31', '2021-04-01', '2021-04-07', '2021-04-08', '2021-04-15'].map((day) => answered(day, 9));
  const asOf = (day: string) =>
    measureOf({
      measure: { value: perWeek, unit: 'count', polarity: 'none', frequency: 'month' },
      facts: calls,
      period: '2021-04',
      asOf: day,
      scorecard: { frequency: 'month', history: 1 },
    });
  test.each([
    ['2021-04-06', undefined, 'No whole week of April 2021 is over yet.'],
    ['2021-04-07', { value: 2, numerator: 2, denominator: 1 }, undefined],
    ['2021-04-13', { value: 2, numerator: 2, denominator: 1 }, undefined],
    ['2021-04-14', { value: 1.5, numerator: 3, denominator: 2 }, undefined],
    ['2021-04-30', { value: 1, numerator: 4, denominator: 4 }, undefined],
  ])('as of %s', (day, figure, reason) => {
    const found = asOf(day);
    expect(found.notPublishedReason).toBe(reason);
    expect(found).toMatchObject(figure ?? {});
  });
});

test('events of the year that is named are read, however long ago', () => {
  const given = {
    value: { quotient: { of: 'a', over: { measure: 'a', in: '2017' } } },
    unit: 'percent',
    input: { value: { count: 'call' } },
  };
  expect(
    measureOf({
      measures: measuresOf(given),
      facts: [answered('2017-12-05', 9), answered('2017-12-06', 9), answered('2021-12-05', 9)],
      period: '2021-12',
      asOf: '2022-01-05',
      scorecard: { frequency: 'month', history: 2 },
    }),
  ).toMatchObject({ value: 50, numerator: 1, denominator: 2 });
  const groups = [
    { id: 'g', title: 'G', measures: [{ id: 'm', title: 'M', ...measuresOf(given)[0] }, measuresOf(given)[1]] },
  ];
  const file = scorecard.parse({ id: 's', title: 'S', frequency: 'month', history: 2, groups });
  expect(daysNeeded(file, parsePeriod('2021-12'), '2022-01-05').from).toBe('2017-01-01');
});

const scorecardOf = (value: string): string => `
id: s
title: S
groups:
  - id: g
    title: G
    measures:
      - { id: m, title: M, unit: count, polarity: none, frequency: quarter, value: ${value} }
      - { id: a, title: A, unit: count, polarity: none, frequency: quarter, value: { recorded: true } }
`;

describe('check', () => {
  test.each([
    ["{ combine: { add: [a], subtract: [{ measure: a, in: '2019' }] } }", undefined],
    ['{ combine: { add: [a], subtract: [{ measure: a, in: 2019-20-q2 }] } }', undefined],
    ['{ combine: { add: [a], subtract: [{ measure: a, monthsBefore: 18 }] } }', undefined],
    [
      '{ combine: { add: [a], subtract: [{ measure: a, monthsBefore: 4 }] } }',
      '4 months are no whole number of periods of a quarter',
    ],
    [
      '{ combine: { add: [{ measure: a, in: 2019-12 }] } }',
      '2019-12 is a month, and this measure has one figure a quarter',
    ],
    ['{ average: { of: a, in: [2017-18, 2019-12] } }', '2019-12 is a month, and this measure has one figure a quarter'],
    ['{ combine: { add: [{ measure: b, monthsBefore: 3 }] } }', 'no measure of this scorecard has the id "b"'],
    ["{ average: { each: week, of: { count: call }, since: '2023-04-03' } }", undefined],
    ['{ average: { each: week, of: { measure: a } } }', 'figures of other measures are of no weeks'],
    [
      "{ average: { each: month, of: { count: call }, since: '2023-04-03' } }",
      '2023-04-03 is not the first day of a month',
    ],
    ['{ combine: { add: [a, { measure: m, monthsBefore: 3 }] } }', 'it is worked out from itself: m → m'],
  ])('%s', (value, message) => {
    const checked = checkScorecard('s.yaml', scorecardOf(value));
    expect('problems' in checked ? checked.problems.map((each) => each.message) : []).toEqual(
      message === undefined ? [] : [message],
    );
  });
});

describe('in words', () => {
  test.each([
    [{ quotient: { of: 'a', over: { measure: 'a', in: '2019' } } }, '“a”, divided by “a” of the same part of 2019.'],
    [{ combine: { add: ['a'], subtract: [{ measure: 'a', monthsBefore: 18 }] } }, '“a” less “a” 18 months before.'],
    [
      { growth: { of: 'a', against: { measure: 'a', in: '2019-20-q3' } } },
      'Change of “a” in percent of “a” of Q3 2019–20.',
    ],
    [
      { average: { each: 'week', of: { count: 'call' }, since: '2023-04-03' } },
      'Number of calls, divided by the whole weeks since 3 April 2023.',
    ],
    [{ average: { of: 'a', in: ['2017', '2018'] } }, 'Mean of “a” in the same part of 2017, 2018.'],
    [
      { average: { of: 'a', periods: 3, step: 'year', withThis: true } },
      'Mean of “a” in the period and the same period of the 2 years before.',
    ],
  ])('%j', (value, words) => expect(formulaInWords(formula.parse(value), 'count')).toBe(words));
});
