import { describe, expect, test } from '@jest/globals';
import { pathText } from '#scorecard/problem.ts';
import { scorecardFindings } from '#scorecard/rules.ts';
import { scorecard } from '#scorecard/schema.ts';
import { editionOf, recorded } from '#test/scorecard/council.ts';
import { editionSchema } from '#test/scorecard/editionSchema.ts';

const budgets = [
  {
    id: 'digital',
    title: 'Digital',
    lines: [
      { id: 'it', title: 'IT' },
      { id: 'desk', title: 'Service desk' },
    ],
    total: 'Total of digital',
  },
];
const amount = (series: string, value: number, line?: string, period = '2023-24-q3') =>
  recorded('2024-01-10', period, { measure: 'digital', series, value, ...(line && { cut: { line } }) });

const tableOf = (...records: readonly ReturnType<typeof amount>[]) => {
  const edition = editionOf({ scorecard: { budgets }, records });
  expect(editionSchema.safeParse(edition).error).toBeUndefined();
  const [table] = edition.budgets ?? [];
  if (!table) throw new Error('no budget');
  return table;
};

/** 979 and 737 of budget, 774 and 789 forecast: 205 under and 52 over. */
const lines = [
  amount('gross', 1200, 'it'),
  amount('net', 979, 'it'),
  amount('forecast', 774, 'it'),
  amount('budget', 737, 'desk'),
  amount('forecast', 789, 'desk'),
];

describe('a budget table, worked by hand', () => {
  test('variance is forecast less net, and the total the sum of the lines', () =>
    expect(tableOf(...lines)).toMatchObject({
      period: '2023-24-q3',
      rows: [
        { id: 'it', title: 'IT', gross: 1200, net: 979, forecast: 774, variance: -205 },
        { id: 'desk', title: 'Service desk', net: 737, forecast: 789, variance: 52 },
      ],
      total: { title: 'Total of digital', net: 1716, forecast: 1563, variance: -153 },
      notes: [],
    }));

  test('a total of what not every line has is left out', () => expect(tableOf(...lines).total.gross).toBeUndefined());

  test('unless it was recorded', () => expect(tableOf(...lines, amount('gross', 2000)).total.gross).toBe(2000));

  test.each([
    [
      'a total',
      [amount('net', 1700)],
      'Q3 2023–24: Total of digital, net: 1,700 was recorded, but the lines add up to 1,716.',
    ],
    [
      'a variance',
      [amount('variance', -200, 'it')],
      'Q3 2023–24: IT, variance: −200 was recorded, but forecast less net budget is −205.',
    ],
    [
      'a total of variances',
      [amount('variance', 153)],
      'Q3 2023–24: Total of digital, variance: 153 was recorded, but the lines add up to −153.',
    ],
  ])('%s that disagrees is not used, and named', (_, records, note) => {
    const table = tableOf(...lines, ...records);
    expect(table).toMatchObject({ rows: [{ variance: -205 }, { variance: 52 }], total: { net: 1716, variance: -153 } });
    expect(table.notes).toEqual([note]);
  });

  test('one that agrees is not named', () => expect(tableOf(...lines, amount('forecast', 1563)).notes).toEqual([]));

  test('the newest amount holds', () =>
    expect(
      tableOf(
        ...lines,
        recorded('2024-01-11', '2023-24-q3', { measure: 'digital', series: 'net', value: 980, cut: { line: 'it' } }),
      ).rows[0],
    ).toMatchObject({ net: 980, variance: -206 }));

  test('the forecasts and variances of earlier quarters of the year stand beside, the newest first', () => {
    const table = tableOf(
      ...lines,
      amount('variance', -64, 'it', '2023-24-q2'),
      amount('variance', 6, 'desk', '2023-24-q2'),
      amount('net', 900, 'it', '2023-24-q1'),
      amount('forecast', 890, 'it', '2023-24-q1'),
      amount('variance', 99, 'it', '2022-23-q4'),
    );
    expect(table.rows[0]?.earlier).toEqual([
      { period: '2023-24-q2', label: 'Q2 2023–24', variance: -64 },
      { period: '2023-24-q1', label: 'Q1 2023–24', net: 900, forecast: 890, variance: -10 },
    ]);
    expect(table.rows[0]).toMatchObject({ variance: -205, movement: -141 });
    expect(table.total.earlier).toEqual([
      { period: '2023-24-q2', label: 'Q2 2023–24', variance: -58 },
      { period: '2023-24-q1', label: 'Q1 2023–24' },
    ]);
  });

  test('without amounts the lines stand empty', () =>
    expect(tableOf()).toMatchObject({ rows: [{ id: 'it', earlier: [{}, {}] }, { id: 'desk' }], notes: [] }));
});

test.each([
  [
    'a budget with the id of a measure',
    [{ ...budgets[0], id: 'm' }],
    [
      'budgets[0].id: another measure or budget has the id "m" already; give each its own id; it is part of the public address',
    ],
  ],
  [
    'two lines with one id',
    [
      {
        ...budgets[0],
        lines: [
          { id: 'it', title: 'A' },
          { id: 'it', title: 'B' },
        ],
      },
    ],
    [
      'budgets[0].lines[1].id: another line has the id "it" already; give each its own id; it is part of the public address',
    ],
  ],
  ['all is well', budgets, []],
])('check: %s', (_, written, expected) => {
  const measure = {
    id: 'm',
    title: 'M',
    unit: 'count',
    polarity: 'none',
    frequency: 'quarter',
    value: { recorded: true },
  };
  const parsed = scorecard.parse({
    id: 's',
    title: 'S',
    budgets: written,
    groups: [{ id: 'g', title: 'G', measures: [measure] }],
  });
  expect(scorecardFindings(parsed).map(({ path, message, mend }) => `${pathText(path)}: ${message}; ${mend}`)).toEqual(
    expected,
  );
});
