import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { partialOf } from '#metric/cube.ts';
import { merge, mergeAll } from '#metric/merge.ts';
import { topOf, unanswerableTop } from '#metric/top.ts';
import { mostValues } from '#metric/topCounter.ts';
import { visit, web } from '#test/metric/facts.ts';

const until = new Date('2024-06-04T22:59:59.999Z');
const listed = { site: ['main', 'my-account', 'civic'], enquiryType: ['housing', 'parking', 'benefits'] };
const webDay = (day: string, facts: ReturnType<typeof web>[]) => partialOf({ stream: 'web', day }, facts, listed);
const times = <Value>(n: number, make: () => Value): Value[] => Array.from({ length: n }, make);

const monday = '2024-06-03T09:00:00Z';
const tuesday = '2024-06-04T09:00:00Z';
const searched = (time: string, name: string, n: number, site = 'main') =>
  times(n, () => web(time, { kind: 'search', path: '/search', name, site }));

const week = mergeAll('web', [
  webDay('2024-06-03', [
    ...searched(monday, 'bins', 3),
    ...searched(monday, 'council tax', 2),
    ...searched(monday, 'jobs', 1, 'my-account'),
    web(monday, { kind: 'form', path: '/report', name: 'Report a pothole' }),
    web(monday, { kind: 'page', path: '/bins' }),
    web(monday, { kind: 'search', path: '/search' }),
  ]),
  webDay('2024-06-04', [...searched(tuesday, 'council tax', 1), ...searched(tuesday, 'parking', 1)]),
]);

describe('top n', () => {
  test.each([
    [
      'ties share a rank, in order of name',
      { by: 'search', n: 3 },
      ['1 bins 3', '1 council tax 3', '3 jobs 1', '3 parking 1'],
    ],
    ['all that share the last rank', { by: 'search', n: 1 }, ['1 bins 3', '1 council tax 3']],
    ['the rank after a tie is as many later', { by: 'search', n: 2 }, ['1 bins 3', '1 council tax 3']],
    ['of one site', { by: 'search', n: 10, where: { site: 'my-account' } }, ['1 jobs 1']],
    ['of what the counter counts only', { by: 'form', n: 10, where: { kind: 'form' } }, ['1 Report a pothole 1']],
    ['of what it never counts', { by: 'form', n: 10, where: { kind: 'search' } }, []],
    ['paths of one kind', { by: 'path', n: 10, where: { kind: ['page', 'form'] } }, ['1 /bins 1', '1 /report 1']],
    ['fewer than n', { by: 'form', n: 10 }, ['1 Report a pothole 1']],
  ])('%s', (_, question, rows) => {
    const top = topOf(week, question, until);
    expect(top.rows.map(({ rank, name, count }) => `${rank} ${name} ${count}`)).toEqual(rows);
    expect(top).toMatchObject({ atMostMissed: 0, cut: 0 });
  });

  test('of a dimension leaves out who did not say; what is not listed may be any of them', () => {
    const visits = partialOf(
      { stream: 'visit', day: '2024-06-03' },
      ['housing', 'housing', 'parking', 'unheard of', 'never listed', undefined].map((enquiryType) =>
        visit(monday, { enquiryType }),
      ),
      listed,
    );
    expect(topOf(visits, { by: 'enquiryType', n: 5, where: { site: 'civic' } }, until)).toEqual({
      rows: [
        { rank: 1, name: 'housing', count: 2 },
        { rank: 2, name: 'parking', count: 1 },
      ],
      atMostMissed: 2,
      cut: 2,
    });
  });

  test('of partials that were built before it was counted cannot be told', () => {
    const { tops: _, ...older } = week;
    expect(() => topOf(merge(older, week), { by: 'path', n: 1 }, until)).toThrow(
      'the partials of web must be rebuilt: some of them lack counts by path',
    );
  });
});

describe('a day with more values than are kept', () => {
  // 999 occur three times, three of them twice, one once: one of the three stays, by its name; two and the one go.
  const facts = [
    ...Array.from({ length: mostValues - 1 }, (_, i) => searched(monday, `common ${i}`, 3)).flat(),
    ...['c', 'a', 'b'].flatMap((name) => searched(monday, name, 2)),
    ...searched(monday, 'rare', 1),
  ];
  const full = webDay('2024-06-03', facts);

  test('loses the rarest, and says how many', () => {
    const { rows, ...bound } = topOf(full, { by: 'search', n: 2000 }, until);
    expect(rows).toHaveLength(mostValues);
    expect(rows.at(-1)).toEqual({ rank: mostValues, name: 'a', count: 2 });
    expect(bound).toEqual({ atMostMissed: 2, cut: 5 });
    expect(webDay('2024-06-03', facts.toReversed())).toEqual(full);
  });

  test('merges without being cut again; what may be missed adds up', () => {
    const { rows, ...bound } = topOf(
      merge(full, webDay('2024-06-04', searched(tuesday, 'b', 9))),
      { by: 'search', n: 2000 },
      until,
    );
    expect(rows).toHaveLength(mostValues + 1);
    expect(rows[0]).toEqual({ rank: 1, name: 'b', count: 9 });
    expect(bound).toEqual({ atMostMissed: 2, cut: 5 });
    expect(topOf(merge(full, full), { by: 'search', n: 1 }, until)).toMatchObject({ atMostMissed: 4, cut: 10 });
  });

  test('does not crowd out another site', () => {
    const both = webDay('2024-06-03', [...facts, ...searched(monday, 'rare', 1, 'my-account')]);
    expect(topOf(both, { by: 'search', n: 1, where: { site: 'my-account' } }, until)).toEqual({
      rows: [{ rank: 1, name: 'rare', count: 1 }],
      atMostMissed: 0,
      cut: 0,
    });
  });
});

test('no value lacks more than is said, over days that were cut', () => {
  const name = fc.integer({ min: 0, max: mostValues + 30 }).map((i) => `term ${i}`);
  const day = fc.array(name, { minLength: 1, maxLength: 60 });
  const every = Array.from({ length: mostValues + 10 }, (_, i) => `term ${i}`);
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 3 }), (days) => {
      const told = days.map((names) => [...every, ...names]);
      const partials = told.map((names) =>
        webDay(
          '2024-06-03',
          names.flatMap((each) => searched(monday, each, 1)),
        ),
      );
      const { rows, atMostMissed, cut } = topOf(mergeAll('web', partials), { by: 'search', n: 5000 }, until);
      const shown = new Map(rows.map((row) => [row.name, row.count]));
      const truth = Map.groupBy(told.flat(), (each) => each);
      for (const [each, { length }] of truth) {
        expect(shown.get(each) ?? 0).toBeLessThanOrEqual(length);
        expect((shown.get(each) ?? 0) + atMostMissed).toBeGreaterThanOrEqual(length);
      }
      expect(rows.reduce((total, { count }) => total + count, 0) + cut).toBe(told.flat().length);
    }),
    { numRuns: 15 },
  );
});

test.each([
  ['web', { by: 'search' }, undefined],
  ['web', { by: 'search', where: { site: 'main', kind: 'search' } }, undefined],
  ['visit', { by: 'enquiryType', where: { site: 'civic' } }, undefined],
  [
    'web',
    { by: 'path', where: { hour: '09' } },
    'counts by path of web are not kept by hour; they are by site and kind',
  ],
  ['web', { by: 'serch' }, 'web has nothing by "serch" to rank; the nearest is "search"'],
] as const)('%s %j', (stream, question, problem) => {
  expect(unanswerableTop(stream, question, listed)).toBe(problem);
});
