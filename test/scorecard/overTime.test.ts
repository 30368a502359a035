import { describe, expect, test } from '@jest/globals';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { answered, editionOf, fact, recorded } from '#test/scorecard/council.ts';

const calls = (day: string, n: number) => Array.from({ length: n }, () => answered(day, 10));
const reading = (day: string, gauge: string, value: number, network?: string) =>
  fact('gauge.read', day, { gauge, value, ...(network && { dimensions: { network } }) });
const monthly = (period: string, value: number, measure = 'monthly') =>
  recorded('2023-12-31', period, { measure, value });

type Given = Omit<Parameters<typeof editionOf>[0], 'measure' | 'measures'>;

/** The figure of one formula in October to December 2023, as of 25 January 2024. */
const figure = (value: object, given: Given = {}, measure: object = {}, others: readonly object[] = []) => {
  const measures = [{ unit: 'count', polarity: 'none', value, ...measure }, ...others];
  const found = editionOf({ ...given, measures }).measures[0] as EditionMeasure;
  const { value: number, numerator, denominator, notPublishedReason } = found;
  return { value: number, numerator, denominator, notPublishedReason };
};
const known = (value: number, more: object = {}) => ({ value, ...more });
const unknown = (notPublishedReason: string) => ({ notPublishedReason });

/** 30 March to 31 December 2023: one call outside the April year, and 2, 3, 4 and 5 in it. */
const year = [
  ...calls('2023-03-31', 1),
  ...calls('2023-04-01', 2),
  ...calls('2023-06-30', 3),
  ...calls('2023-10-01', 4),
  ...calls('2023-12-31', 5),
];

const asMonths = { id: 'monthly', unit: 'count', polarity: 'none', frequency: 'month', value: { recorded: true } };
const asMonthlyTotals = { ...asMonths, accumulation: 'year-to-date', compare: 'same-period-last-year' };

describe('a year to date, worked by hand', () => {
  test.each([
    ['from 1 April', { yearToDate: { count: 'call' } }, known(14)],
    ['from 1 January', { yearToDate: { count: 'call' }, year: 'calendar' }, known(15)],
    [
      'of a percentage, over all its calls',
      { yearToDate: { share: 'call', where: { waitSeconds: { atMost: 5 } } } },
      known(0, { numerator: 0, denominator: 14 }),
      { unit: 'percent' },
    ],
    [
      'where nothing came',
      { yearToDate: { count: 'visit' } },
      unknown('No data was received for October to December 2023 (quarter 3).'),
    ],
  ])('%s', (_, value, expected, measure: object = {}) =>
    expect(figure(value, { facts: year }, measure)).toEqual(expect.objectContaining(expected)),
  );

  test('of another measure, its values since April are added up', () => {
    const records = [
      '2023-03',
      '2023-04',
      '2023-05',
      '2023-06',
      '2023-07',
      '2023-08',
      '2023-09',
      '2023-10',
      '2023-11',
      '2023-12',
    ].map((period, i) => monthly(period, 100 + i));
    expect(figure({ yearToDate: { measure: 'monthly' } }, { records }, {}, [asMonths])).toMatchObject(known(945));
    expect(
      figure({ yearToDate: { measure: 'monthly' } }, { records: records.slice(0, -1) }, {}, [asMonths]),
    ).toMatchObject(unknown('No value is known of “M” for December 2023.'));
  });

  test('in an edition of a later quarter of the series, each quarter has its own year to date', () => {
    const [measure] = editionOf({
      facts: year,
      measures: [{ unit: 'count', value: { yearToDate: { count: 'call' } } }],
    }).measures;
    expect(measure?.series.map(({ period, value }) => [period, value])).toEqual([
      ['2022-23-q4', 1],
      ['2023-24-q1', 5],
      ['2023-24-q2', 5],
      ['2023-24-q3', 14],
    ]);
  });
});

describe('a rolling sum, worked by hand', () => {
  test.each([
    ['nine months', 9, known(14)],
    ['ten months take in March', 10, known(15)],
    ['three months are the quarter', 3, known(9)],
  ])('%s', (_, months, expected) =>
    expect(figure({ rolling: { months, of: { count: 'call' } } }, { facts: year })).toMatchObject(expected),
  );
});

describe('a projected year end, worked by hand', () => {
  const nine = (of: object, more: object = {}) => ({ projected: { of, ...more } });
  test.each([
    ['nine months: 14 × 12 ÷ 9', nine({ count: 'call' }), '2024-01-25', known((14 * 12) / 9)],
    ['to the nearest 10', nine({ count: 'call' }, { roundTo: 10 }), '2024-01-25', known(20)],
    ['the calendar year is over: 15', nine({ count: 'call' }, { year: 'calendar' }), '2024-01-25', known(15)],
    ['November is not over: 9 × 12 ÷ 7', nine({ count: 'call' }), '2023-11-29', known((9 * 12) / 7)],
    ['November is over on its last day: 9 × 12 ÷ 8', nine({ count: 'call' }), '2023-11-30', known((9 * 12) / 8)],
  ])('%s', (_, value, asOf, expected) => expect(figure(value, { facts: year, asOf })).toMatchObject(expected));

  test('before the first month is over there is none', () =>
    expect(figure(nine({ count: 'call' }), { facts: year, period: '2023-24-q1', asOf: '2023-04-29' })).toMatchObject(
      unknown('No whole month of April to June 2023 (quarter 1) is over yet.'),
    ));

  // 189,648 in nine months is 252,864 in twelve.
  test('of a recorded total of the year so far', () => {
    const records = [monthly('2023-12', 189_648)];
    const total = nine({ measure: 'monthly' }, { roundTo: 10_000 });
    expect(figure(total, { records }, {}, [asMonthlyTotals])).toMatchObject(known(250_000));
  });

  test.each([
    [5000, 10_000],
    [4999, 0],
    [15_000, 20_000],
  ])('half a step goes up: %d to the nearest 10,000 is %d', (total, expected) => {
    const records = [monthly('2024-03', total)];
    const value = nine({ measure: 'monthly' }, { roundTo: 10_000 });
    const given = { records, period: '2023-24-q4', asOf: '2024-03-31' };
    expect(figure(value, given, {}, [asMonthlyTotals])).toMatchObject(known(expected));
  });
});

describe('an average month, worked by hand', () => {
  // 12,648 referrals in April to December: 1,405.33 a month.
  test.each([
    [
      'of the year so far',
      { each: 'month', of: { measure: 'monthly' }, since: 'year' },
      asMonthlyTotals,
      known(12_648 / 9),
    ],
    ['of the quarter', { each: 'month', of: { count: 'call' } }, asMonths, known(3, { numerator: 9, denominator: 3 })],
  ])('%s', (_, average, other, expected) =>
    expect(figure({ average }, { facts: year, records: [monthly('2023-12', 12_648)] }, {}, [other])).toMatchObject(
      expected,
    ),
  );
});

describe('an increment between two readings, worked by hand', () => {
  const downloads = { increment: 'gauge.value', where: { gauge: 'downloads' } };
  const at = (...readings: readonly (readonly [string, number, string?])[]) => ({
    facts: readings.map(([day, value, network]) => reading(day, 'downloads', value, network)),
  });
  test.each([
    [
      'the last in the period less the last before it',
      at(['2023-09-30', 2186], ['2023-10-05', 9999], ['2023-12-31', 2225]),
      known(39),
    ],
    ['whatever came between', at(['2023-08-01', 10], ['2023-10-01', 12]), known(2)],
    ['a fall is negative', at(['2023-09-30', 10], ['2023-12-31', 8]), known(-2)],
    [
      'two platforms are added',
      at(['2023-09-30', 100, 'a'], ['2023-09-30', 50, 'b'], ['2023-12-31', 118, 'a'], ['2023-12-31', 71, 'b']),
      known(39),
    ],
    [
      'a platform that was not read again stays',
      at(['2023-09-30', 100, 'a'], ['2023-09-30', 50, 'b'], ['2023-12-31', 118, 'a']),
      known(18),
    ],
    [
      'no reading in the period',
      at(['2023-09-30', 10]),
      unknown('No reading was taken in October to December 2023 (quarter 3).'),
    ],
    [
      'no reading before it',
      at(['2023-10-01', 10]),
      unknown('No reading is known from before October to December 2023 (quarter 3).'),
    ],
    [
      'a reading older than two years',
      at(['2021-09-30', 1], ['2023-12-31', 8]),
      unknown('No reading is known from before October to December 2023 (quarter 3).'),
    ],
  ])('%s', (_, given, expected) => expect(figure(downloads, given)).toMatchObject(expected));

  test('cut by platform, each has its own', () => {
    const facts = at(
      ['2023-09-30', 100, 'a'],
      ['2023-09-30', 50, 'b'],
      ['2023-12-31', 118, 'a'],
      ['2023-12-31', 71, 'b'],
    ).facts;
    const [measure] = editionOf({ facts, measures: [{ unit: 'count', value: downloads, cuts: ['network'] }] }).measures;
    expect(measure?.cuts).toEqual([
      {
        by: 'network',
        rows: [
          { name: 'a', value: 18 },
          { name: 'b', value: 21 },
        ],
      },
    ]);
  });
});

describe('a rate, worked by hand', () => {
  const population = { latest: 'gauge.value', where: { gauge: 'population' } };
  const perThousand = { rate: { of: { count: 'call' }, per: 1000, over: population } };
  test.each([
    // 9 calls, 4,500 people: 2 for every thousand.
    [
      'for every thousand',
      perThousand,
      [reading('2022-06-30', 'population', 4500)],
      known(2, { numerator: 9, denominator: 4500 }),
    ],
    [
      'of the newest reading',
      perThousand,
      [reading('2022-06-30', 'population', 1), reading('2023-06-30', 'population', 4500)],
      known(2),
    ],
    ['no reading at all', perThousand, [], unknown('No reading is known of what the rate is per.')],
    [
      'of nobody',
      perThousand,
      [reading('2023-06-30', 'population', 0)],
      unknown('There was nothing to measure in October to December 2023 (quarter 3): the number divided by is 0.'),
    ],
  ])('%s', (_, value, readings, expected) =>
    expect(figure(value, { facts: [...year, ...readings] }, { unit: 'score' })).toMatchObject(expected),
  );

  test('of and over other measures', () => {
    const asQuarter = { ...asMonths, frequency: 'quarter' };
    const others = [
      { ...asQuarter, id: 'complaints' },
      { ...asQuarter, id: 'people' },
    ];
    const value = { rate: { of: { measure: 'complaints' }, per: 100_000, over: { measure: 'people' } } };
    const records = [monthly('2023-24-q3', 30, 'complaints'), monthly('2023-24-q3', 60_000, 'people')];
    expect(figure(value, { records }, {}, others)).toMatchObject(known(50, { numerator: 30, denominator: 60_000 }));
    expect(figure(value, { records: records.slice(0, 1) }, {}, others)).toMatchObject(
      unknown('No value is known of “M” for October to December 2023 (quarter 3).'),
    );
  });
});
