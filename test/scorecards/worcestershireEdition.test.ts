import { describe, expect, test } from '@jest/globals';
import { rounded } from '#scorecard/format.ts';
import { editionSchema } from '#test/scorecard/editionSchema.ts';
import {
  cards,
  editionOf,
  editions,
  measureOf,
  measures,
  posted,
  reference,
  type Value,
} from '#test/scorecards/worcestershire.ts';

/** What the edition says where the paper has a value: in the series, among the comparators, or as a part. */
function foundAt({ code, period, of }: Value): number | undefined {
  const { series, comparators, cuts } = measureOf(code);
  if (of === undefined) return series.find((point) => point.period === period)?.value;
  const parts = cuts.flatMap(({ by, rows }) => rows.map((row) => ({ name: `${by}: ${row.name}`, value: row.value })));
  return [...comparators, ...parts].find(({ name }) => name === of)?.value;
}

const nameOf = ({ code, period, of }: Value): string => [code, of, period].filter(Boolean).join(', ');

/** Where the paper is wrong by its own figures: what it prints, and what they give. See NOTES.md. */
const mended = new Map([['WOR-M33a, 2021-12', { printed: 72, computed: 73 }]]);

describe('the values of the paper', () => {
  test.each(reference.values.map((value) => [nameOf(value), value] as const))('%s', (name, value) => {
    const found = foundAt(value) ?? Number.NaN;
    expect(rounded(found, value.decimals)).toBe(mended.get(name)?.computed ?? value.value);
  });

  test('are mended only where they contradict each other', () => {
    const printed = reference.values.filter((value) => mended.has(nameOf(value))).map(({ value }) => value);
    expect(printed).toEqual([...mended.values()].map((each) => each.printed));
  });

  test.each(reference.values.filter(({ qualifier }) => qualifier))('$code is $qualifier its figure', (value) => {
    expect(measureOf(value.code)).toMatchObject({ qualifier: value.qualifier, status: 'provisional' });
  });
});

describe('what the paper leaves open', () => {
  const silent = reference.measures.filter(({ id }) => !reference.values.some(({ code }) => code === id));

  test.each(silent)('$id $name has no value, and says so', ({ id }) => {
    expect(measureOf(id)).not.toHaveProperty('value');
    expect(measureOf(id)).toMatchObject({ status: 'not-published', rating: { colour: 'not-reported' } });
    expect(measureOf(id).notPublishedReason).toEqual(expect.any(String));
  });

  test('is green nowhere', () => {
    const unknown = measures.filter(({ value, target }) => value === undefined || target === undefined);
    expect(unknown.filter(({ rating }) => rating.colour === 'green').map(({ code }) => code)).toEqual([]);
  });
});

describe('the ratings of the paper', () => {
  const judged = measures.filter(({ rating }) => ['green', 'amber', 'red'].includes(rating.colour));

  test('are found again wherever a target is printed', () => {
    expect(Object.fromEntries(judged.map(({ code, rating }) => [code, rating.colour]))).toEqual({
      'WOR-M06': 'red',
      'WOR-M08': 'green',
      'WOR-M09': 'green',
      'WOR-M12': 'green',
      'WOR-M28': 'amber',
      'WOR-M29': 'green',
      'WOR-M30': 'green',
    });
  });

  test('agree with the print', () => {
    const printed = new Map(reference.measures.map(({ id, rag }) => [id, rag?.toLowerCase()]));
    expect(judged.map(({ code = '' }) => printed.get(code))).toEqual(judged.map(({ rating }) => rating.colour));
  });
});

/** What the paper says follows from other figures of it, worked out again; or what should have followed. */
const computed: [code: string, value: number, from: string][] = [
  ['WOR-M03', 100, 'of 93 and 7'],
  ['WOR-M11a', 2.4, 'of 84 after 82'],
  ['WOR-M11b', -14.3, 'of 84 after 98'],
  ['WOR-M02a', 3.1, 'of 1,697 after 556'],
  ['WOR-M11c', 2, 'of 84 after 82'],
  ['WOR-M11d', -14, 'of 84 after 98'],
  ['WOR-M22a', 0.06, 'of 1,853.02 after 1,851.84, and not the 0.6 that is printed'],
  ['WOR-M34a', 250_000, 'of 189,648 in nine months'],
  ['WOR-M34d', 28.6, 'of 54,156 in 189,648'],
  ['WOR-M44a', 1405, 'of 12,648 in nine months'],
  ['WOR-M45a', 743, 'of 6,688 in nine months'],
  ['WOR-M49b', 39.7, 'of 36.58 and 42.91, about 40 in the paper'],
  ['WOR-M69', 112_374, 'of six channels'],
  ['WOR-M69a', 17.6, 'of 112,374 in 636,683'],
  ['WOR-M70', 524_309, 'of three channels'],
  ['WOR-M70a', 82.4, 'of 524,309 in 636,683'],
  ['WOR-M70b', 636_683, 'of both'],
  ['WOR-M70c', 70, 'of 445,735 in 636,683'],
];

test.each(computed)('%s is %d: %s', (code, value) => {
  const { id, value: found, decimals } = measureOf(code);
  expect(rounded(found ?? Number.NaN, decimals)).toBe(value);
  expect(posted.filter(({ type, data }) => type === 'measure.recorded' && data['measure'] === id)).toEqual([]);
});

test.each([
  ['WOR-M49a', [9.51, 36.58, 42.91]],
  ['WOR-M50a', [1.97, 33.17, 31.16]],
  ['WOR-M51a', [6.65, 20.63, 16.37]],
])('%s is recorded for 2019, since 2018 is not printed, and worked out for 2020 and 2021', (code, growth) => {
  const { id, series } = measureOf(code);
  expect(series.map(({ period, value = Number.NaN }) => [period, rounded(value, 2)])).toEqual(
    growth.map((value, i) => [String(2019 + i), value]),
  );
  const recorded = posted.filter(({ type, data }) => type === 'measure.recorded' && data['measure'] === id);
  expect(recorded.map(({ data }) => data['period'])).toEqual(['2019']);
});

test.each([
  ['WOR-M32a', 106_145, 188_627],
  ['WOR-M33a', 107_651, 148_095],
  ['WOR-M36c', 15_161, 17_185],
])('%s is worked out from %d and the %d of December 2019', (code, numerator, denominator) =>
  expect(measureOf(code)).toMatchObject({ numerator, denominator }),
);

test.each(['WOR-M53', 'WOR-M54', 'WOR-M55', 'WOR-M56'])(
  '%s has followers, and no growth that they contradict',
  (code) => {
    const { improvement, commentary } = measureOf(code);
    expect(improvement).toBeUndefined();
    expect(commentary.map(({ text }) => text).join()).toContain('neither is published');
  },
);

describe('the budgets of the paper, in thousands of pounds', () => {
  const budgets = new Map(editions.flatMap((edition) => edition.budgets ?? []).map((each) => [each.id, each]));

  test.each([
    ['commercial-and-change', 'commercial-management', 979, 774, -205],
    ['commercial-and-change', 'property-services', 359, 355, -4],
    ['commercial-and-change', 'digital-it-and-customer-services', 737, 789, 52],
    ['chief-executive-unit', 'engagement-and-communications', 366, 288, -78],
    ['chief-executive-unit', 'hr-core', 332, 374, 42],
    ['communities', 'museum-services', 657, 655, -2],
    ['communities', 'archives-and-archaeology', 1514, 1597, 83],
    ['communities', 'registration-and-coroner', 881, 881, 0],
    ['communities', 'communities-and-partnerships', 354, 89, -265],
  ])('%s, %s: %d, and %d forecast, is %d over', (id, line, net, forecast, variance) => {
    expect(budgets.get(id)?.rows.find((row) => row.id === line)).toMatchObject({ net, forecast, variance });
  });

  test.each([
    ['commercial-and-change', 7465, 7454, -11, [58, -7]],
    ['chief-executive-unit', 2888, 2832, -56, [-64, -178]],
    ['communities', 8201, 8192, -9, [undefined, 80]],
  ])('%s has the total of the paper: %d, and %d forecast, is %d over', (id, net, forecast, variance, before) => {
    const total = budgets.get(id)?.total;
    expect(total).toMatchObject({ net, forecast, variance });
    expect(total?.earlier.map((each) => [each.period, each.variance])).toEqual([
      ['2021-22-q2', before[0]],
      ['2021-22-q1', before[1]],
    ]);
  });

  test('gross is known of one total; variances of quarter 3 are worked out, never recorded; nothing disagrees', () => {
    expect(budgets.get('communities')?.total.gross).toBe(22_432);
    const typed = posted.filter(({ data }) => data['series'] === 'variance').map(({ data }) => data['period']);
    expect(typed.filter((period) => period === '2021-22-q3')).toEqual([]);
    expect([...budgets.values()].map(({ notes }) => notes)).toEqual([[], [], []]);
  });
});

test('a paused measure is suspended, and not overdue', () => {
  expect(measureOf('WOR-M17').flags).toEqual(['suspended']);
  expect(measureOf('WOR-M19').flags).toEqual(['overdue']);
});

test('agency staff are counted without a subsidiary since October 2019', () => {
  expect(measureOf('WOR-M27').definition).toContain('without a company');
});

test('a rise in short-term sickness from 391 to 1,039.5 days is 165.9% for the worse', () => {
  expect(rounded(measureOf('WOR-M25').improvement?.value ?? Number.NaN, 1)).toBe(-165.9);
});

test('a quarter is judged by its part of the target of the year', () => {
  expect(measureOf('WOR-M08')).toMatchObject({ value: 7_700_000, target: 1_500_000, rating: { colour: 'green' } });
});

test.each([
  ['WOR-M04', 'no-change', 'as in the whole year before'],
  ['WOR-M25', 'deteriorating', '1,039.5 days after 391'],
  ['WOR-M27', 'no-change', '7% after 8%, within a point'],
  ['WOR-M28', 'improving', '99.73% after 99.19%'],
  ['WOR-M35', 'no-change', '£1.80 after £1.73, within 10p'],
  ['WOR-M22', 'not-applicable', 'neither way is better'],
  ['WOR-M23', 'not-applicable', 'the same point of the year before is not printed'],
  ['WOR-M24', 'not-applicable', 'quarter 2 is not compared with quarter 3'],
  ['WOR-M37', 'not-applicable', 'quarter 3 is not printed'],
])('%s is %s: %s', (code, direction) => {
  expect(measureOf(code).direction).toBe(direction);
});

test.each(['WOR-M03', 'WOR-M08', 'WOR-M09', 'WOR-M14', 'WOR-M24', 'WOR-M35', 'WOR-M37'])(
  '%s is of an earlier period than the edition would show, and is flagged',
  (code) => {
    expect(measureOf(code).flags).toContain('stale');
  },
);

describe.each(cards)('$id', (card) => {
  test('has quarter 3 of 2021-22 as its last complete period, and quarter 4 as one that is not over', () => {
    const complete = ['2021-22-q3', '2021-22-q4'].map((period) => editionOf(card, period).period.complete);
    expect(complete).toEqual([true, false]);
  });

  test('publishes no field that is not in the schema', () => {
    const found = editions.find(({ scorecard }) => scorecard.id === card.id);
    expect(editionSchema.parse(found)).toEqual(found);
  });

  test('says that the council did not publish it', () => {
    expect(card.notice).toBe('Recomputed from a paper of March 2022; not published by Worcestershire County Council.');
  });
});
