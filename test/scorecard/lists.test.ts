import { describe, expect, test } from '@jest/globals';
import { formulaInWords } from '#scorecard/formulaInWords.ts';
import { formula } from '#scorecard/formulaSchema.ts';
import { scorecardFindings } from '#scorecard/rules.ts';
import { scorecard } from '#scorecard/schema.ts';
import { answered, council, fact, measureOf, recorded } from '#test/scorecard/council.ts';

const page = (path: string, visitorKey: string, day = '2023-11-01') =>
  fact('web.interaction', day, { site: 'main', kind: 'page', path, visitorKey });
/** /a three times, /b and /c twice, /d once; by three visitors. */
const pages = [
  ...['v1', 'v2', 'v3'].map((key) => page('/a', key)),
  ...['v1', 'v1'].map((key) => page('/c', key)),
  ...['v2', 'v2'].map((key) => page('/b', key, '2023-12-31')),
  page('/d', 'v3'),
];
const list = (n: number) => ({
  unit: 'count',
  polarity: 'none',
  value: { top: { of: { count: 'web' }, by: 'path', n } },
});
const typed = (data: object) => recorded('2024-01-10', '2023-24-q3', data);

describe('lists, worked by hand', () => {
  test.each([
    [
      'all',
      10,
      [
        [1, '/a', 3],
        [2, '/b', 2],
        [2, '/c', 2],
        [4, '/d', 1],
      ],
    ],
    ['one', 1, [[1, '/a', 3]]],
    [
      'never cut in the middle of a tie',
      2,
      [
        [1, '/a', 3],
        [2, '/b', 2],
        [2, '/c', 2],
      ],
    ],
  ] as const)('%s', (_, n, rows) => {
    const measure = measureOf({ measure: list(n), facts: pages });
    expect(measure.ranking).toEqual(rows.map(([rank, name, value]) => ({ rank, name, value })));
    expect(measure.cuts).toEqual([{ by: 'path', rows: measure.ranking }]);
  });

  test('a list has no value, and is neither judged nor compared, nor called missing', () =>
    expect(measureOf({ measure: list(1), facts: pages })).toMatchObject({
      status: 'confirmed',
      flags: [],
      notPublishedReason: 'This measure is a list, which has no single value.',
      rating: { colour: 'no-target', reason: 'A list is published without a judgement.' },
      direction: 'not-applicable',
      rankingAtMostMissed: 0,
    }));

  test('by a dimension, filtered', () => {
    const calls = [
      answered('2023-11-01', 1),
      answered('2023-11-01', 1),
      answered('2023-11-01', 1, { queue: 'benefits' }),
    ];
    const top = { top: { of: { count: 'call', where: { outcome: 'answered' } }, by: 'queue', n: 5 } };
    expect(measureOf({ measure: { unit: 'count', value: top }, facts: calls }).ranking).toEqual([
      { rank: 1, name: 'bins', value: 2 },
      { rank: 2, name: 'benefits', value: 1 },
    ]);
  });

  test('nothing received is no list', () =>
    expect(measureOf({ measure: list(5) })).toMatchObject({
      status: 'not-published',
      notPublishedReason: 'No data was received for October to December 2023 (quarter 3).',
    }));
});

describe('lists that were typed in', () => {
  const ranks = [
    typed({ rank: 2, cut: { path: '/b' } }),
    typed({ rank: 1, cut: { path: '/z' } }),
    typed({ rank: 2, cut: { path: '/a' } }),
  ];
  const rows = [
    { rank: 1, name: '/z' },
    { rank: 2, name: '/a' },
    { rank: 2, name: '/b' },
  ];
  test.each([
    ['ranks without counts', { value: { recorded: true } }, ranks, rows],
    ['in the place of a formula without data', list(10), ranks, rows],
    [
      'counts, ranked, ties whole',
      list(2),
      [
        typed({ value: 3, cut: { path: '/a' } }),
        typed({ value: 5, cut: { path: '/b' } }),
        typed({ value: 3, cut: { path: '/c' } }),
        typed({ value: 1, cut: { path: '/d' } }),
      ],
      [
        { rank: 1, name: '/b', value: 5 },
        { rank: 2, name: '/a', value: 3 },
        { rank: 2, name: '/c', value: 3 },
      ],
    ],
    ['another dimension is another list', list(10), [typed({ value: 3, cut: { site: 'x' } })], undefined],
  ])('%s', (_, measure, records, expected) => expect(measureOf({ measure, records }).ranking).toEqual(expected));

  test('are there, though they have no value', () =>
    expect(measureOf({ measure: {}, records: ranks })).toMatchObject({ status: 'confirmed', flags: [] }));
});

describe('different ids, worked by hand', () => {
  const distinct = { unit: 'count', value: { distinct: 'web.visitorKey' } };
  test.each([
    ['each counts once, over both days', distinct, pages, 3],
    ['of one site', { ...distinct, value: { distinct: 'web.visitorKey', where: { site: 'other' } } }, pages, 3],
    ['nobody', { ...distinct, value: { distinct: 'web.visitorKey', where: { site: 'main' } } }, pages, 0],
    [
      'in a rolling year',
      { ...distinct, value: { rolling: { months: 12, of: { distinct: 'web.visitorKey' } } } },
      [...pages, page('/a', 'v4', '2023-02-01')],
      4,
    ],
  ])('%s', (_, measure, facts, value) => expect(measureOf({ measure, facts })).toMatchObject({ value, flags: [] }));

  test('more than can be kept one by one are estimated, and say so', () => {
    const many = Array.from({ length: 5000 }, (_, i) => page('/a', `visitor ${i}`));
    const measure = measureOf({ measure: distinct, facts: many });
    expect(measure.flags).toEqual(['estimated']);
    const { value = 0, errorPercent = 0 } = measure;
    expect(Math.abs(value - 5000)).toBeLessThan((4 * errorPercent * 5000) / 100);
    expect(errorPercent).toBeGreaterThan(0);
  });
});

describe('what check says', () => {
  const told = (measure: object) => {
    const measures = [{ id: 'm', title: 'M', unit: 'count', polarity: 'none', frequency: 'quarter', ...measure }];
    const parsed = scorecard.parse({ id: 's', title: 'S', groups: [{ id: 'g', title: 'G', measures }] });
    return scorecardFindings(parsed, council).map(
      ({ path, message, mend }) => `${path.slice(4).join('.')}: ${message}; ${mend}`,
    );
  };
  test.each<[string, object, readonly string[]]>([
    ['a list', list(5), []],
    [
      'a list by a slip',
      { value: { top: { of: { count: 'web' }, by: 'pth' } } },
      ['value.top: web has nothing by "pth" to rank; the nearest is "path"'],
    ],
    [
      'an id by a slip',
      { value: { distinct: 'web.visitorKy' } },
      ['value: web keeps no different ids by "visitorKy"; the nearest is "visitorKey"'],
    ],
    [
      'a list that is cut',
      { ...list(5), cuts: ['site'] },
      ['cuts: lists and different ids are not cut; remove cuts, and filter with where instead'],
    ],
    [
      'a list in percent',
      { ...list(5), unit: 'percent' },
      ['unit: this formula cannot come out in percent; write unit: count'],
    ],
  ])('%s', (_, measure, expected) => expect(told(measure)).toEqual(expected));
});

test.each([
  [list(10).value, 'The 10 most frequent values of path among the website interactions.'],
  [
    { distinct: 'web.visitorKey', where: { site: 'main' } },
    'Number of different visitor keys of website interactions where site is main.',
  ],
])('%j in words', (written, words) => expect(formulaInWords(formula.parse(written), 'count')).toBe(words));
