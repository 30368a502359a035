import { describe, expect, test } from '@jest/globals';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { hasParts, partsOf } from '#site/parts.ts';
import { contactCentre, measure } from '#test/site/fixtures.ts';

const of = (more: Partial<EditionMeasure>) => ({
  ...contactCentre,
  measures: [measure({ id: 'm', title: 'M', ...more })],
});
/** Kind, by, part, statistic, value, unit and what it is out of. */
const rowsOf = (more: Partial<EditionMeasure>) =>
  partsOf(of(more)).map(({ kind, by, part, statistic, value, unit, base }) =>
    [kind, by, part, statistic, value, unit, base].map((each) => each ?? '-').join(' '),
  );

describe('a number in each row', () => {
  test.each<[string, Partial<EditionMeasure>, readonly string[]]>([
    ['of nothing but a figure, none', { cuts: [], comparators: [] }, []],
    [
      'of a share by a dimension: the value, and what it is out of',
      { unit: 'percent', cuts: [{ by: 'queue', rows: [{ name: 'tax', value: 40, denominator: 5 }] }] },
      ['cut queue tax value 40 percent 5'],
    ],
    [
      'of a count by channel: the value, the number counted and the share, in their own units',
      {
        unit: 'count',
        cuts: [{ by: 'channel', rows: [{ name: 'online', value: 3, denominator: 4, count: 3, share: 75 }] }],
      },
      [
        'cut channel online value 3 count 4',
        'cut channel online count 3 count -',
        'cut channel online share 75 percent 4',
      ],
    ],
    [
      'of a part that is withheld: that it is there',
      { cuts: [{ by: 'queue', rows: [{ name: 'few', suppressed: true }] }] },
      ['cut queue few value - percent -'],
    ],
    [
      'of a list without counts: the ranks',
      { unit: 'count', ranking: [{ rank: 1, name: 'bins' }] },
      ['ranking - bins value - count -'],
    ],
    [
      'of waits: of all, then by the dimension; bands from the limit before',
      {
        distribution: {
          number: 'waitSeconds',
          by: 'service',
          rows: [
            { count: 3, median: 20, ninetieth: 50, longest: 50, bands: [{ atMost: 20, count: 2 }, { count: 1 }] },
            { name: 'Housing', count: 0, suppressed: true },
          ],
        },
      },
      [
        'distribution - - count 3 count -',
        'distribution - - median 20 seconds -',
        'distribution - - ninetieth 50 seconds -',
        'distribution - - longest 50 seconds -',
        'distribution - - band 2 count -',
        'distribution - - band 1 count -',
        'distribution service Housing count - - -',
      ],
    ],
    [
      'of others: their value, and how far ours is from it',
      {
        unit: 'percent',
        comparators: [{ name: 'England', value: 70, period: '2023-24', differencePercent: 10, better: true }],
      },
      ['comparator - England value 70 percent -', 'comparator - England difference 10 percent -'],
    ],
  ])('%s', (_, more, expected) => {
    expect(rowsOf(more)).toEqual(expected);
    expect(hasParts(of(more))).toBe(expected.length > 0);
  });

  test('bands say over and up to what', () => {
    const bands = [{ atMost: 20, count: 2 }, { atMost: 60, count: 1 }, { count: 0 }];
    const rows = partsOf(of({ distribution: { number: 'waitSeconds', rows: [{ count: 3, bands }] } }));
    expect(rows.filter(({ statistic }) => statistic === 'band').map(({ over, upTo }) => [over, upTo])).toEqual([
      [undefined, 20],
      [20, 60],
      [60, undefined],
    ]);
  });

  test('of a budget: each line and the total, now and earlier in the year', () => {
    const earlier = { period: '2024-25-q1', label: 'Q1' };
    const budgets = [
      {
        ...{ id: 'b', title: 'B', unit: '£ thousand', period: '2024-25-q2', periodLabel: 'Q2', notes: [] },
        rows: [{ id: 'staff', title: 'Staff', net: 10, forecast: 12, variance: 2, earlier: [{ ...earlier, net: 9 }] }],
        total: { title: 'All', net: 10, earlier: [] },
      },
    ];
    const rows = partsOf({ ...contactCentre, measures: [], budgets });
    expect(rows.map(({ by, part, statistic, period, value }) => [by, part, statistic, period, value])).toEqual([
      ['line', 'Staff', 'net', '2024-25-q2', 10],
      ['line', 'Staff', 'forecast', '2024-25-q2', 12],
      ['line', 'Staff', 'variance', '2024-25-q2', 2],
      ['line', 'Staff', 'net', '2024-25-q1', 9],
      [undefined, undefined, 'net', '2024-25-q2', 10],
    ]);
  });
});
