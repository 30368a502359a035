import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { daysOf } from '#calendar/day.ts';
import type { Fact } from '#event/types.ts';
import { declarationOf } from '#metric/streams.ts';
import { assess } from '#scorecard/assess.ts';
import { figuresHashOf } from '#scorecard/figuresHash.ts';
import {
  abandoned,
  answered,
  council,
  editionOf,
  fact,
  inputOf,
  measureOf,
  partialsOf,
  recorded,
} from '#test/scorecard/council.ts';
import { editionSchema } from '#test/scorecard/editionSchema.ts';

const counted = { unit: 'count', value: { count: 'call' } };
const level = { value: { share: 'call', where: { outcome: 'answered' } } };
const rated = { target: 80, rating: { amber: { within: 5, of: 'target', unit: 'points' } } };

/** So many calls on a day, the first of them answered. */
const calls = (day: string, n: number, ofThemAnswered = n): Fact[] =>
  Array.from({ length: n }, (_, i) => (i < ofThemAnswered ? answered(day, 10) : abandoned(day, 10)));

const value = (period: string, n: number, more: object = {}, day = '2024-01-10') =>
  recorded(day, period, { value: n, ...more });

describe('what is shown when', () => {
  const asYear = { frequency: 'year' };
  test.each([
    ['the edition quarter', {}, '2023-24-q3', [value('2023-24-q3', 80)], '2023-24-q3'],
    ['nothing, where nothing was reported', {}, '2023-24-q3', [value('2023-24-q2', 80)], '2023-24-q3'],
    ['an older one within the lag', { lag: 1 }, '2023-24-q3', [value('2023-24-q2', 80)], '2023-24-q2'],
    ['none older than the lag', { lag: 1 }, '2023-24-q3', [value('2023-24-q1', 80)], '2023-24-q3'],
    [
      'the newest within the lag',
      { lag: 2 },
      '2023-24-q3',
      [value('2023-24-q1', 70), value('2023-24-q2', 80)],
      '2023-24-q2',
    ],
    [
      'a change alone is a report',
      { lag: 2 },
      '2023-24-q3',
      [recorded('2024-01-10', '2023-24-q2', { improvement: 4 }), value('2023-24-q1', 80)],
      '2023-24-q2',
    ],
    ['the newest whole year', asYear, '2023-24-q3', [value('2022-23', 80)], '2022-23'],
    ['the year that is not over is not shown', asYear, '2023-24-q4', [value('2023-24', 80)], '2022-23'],
    ['the newest whole month', { frequency: 'month' }, '2023-24-q3', [value('2023-12', 80)], '2023-12'],
    ['the newest whole half-year', { frequency: 'half-year' }, '2023-24-q3', [value('2023-24-h1', 80)], '2023-24-h1'],
  ] as const)('%s', (_, measure, period, records, shown) =>
    expect(measureOf({ measure, period, records }).period).toBe(shown),
  );

  test('a year that ended with the quarter is shown on its last day', () =>
    expect(measureOf({ measure: asYear, period: '2023-24-q4', asOf: '2024-03-31' }).period).toBe('2023-24'));

  test('an older figure is flagged stale and keeps its own period', () =>
    expect(measureOf({ measure: { lag: 1 }, records: [value('2023-24-q2', 80)] })).toMatchObject({
      value: 80,
      periodLabel: 'July to September 2023 (quarter 2)',
      flags: ['stale'],
    }));
});

describe('nothing to show says why', () => {
  test.each([
    ['a recorded one', {}, [], 'Nothing was recorded for October to December 2023 (quarter 3).'],
    ['a computed one', counted, [], 'No data was received for October to December 2023 (quarter 3).'],
    [
      'an empty denominator',
      { value: { share: 'call', where: { outcome: 'answered' }, of: { queue: 'benefits' } } },
      calls('2023-11-01', 1),
      'There was nothing to measure in October to December 2023 (quarter 3): the number divided by is 0.',
    ],
    [
      'nothing to take a mean of',
      { unit: 'seconds', value: { mean: 'call.talkSeconds' } },
      calls('2023-11-01', 1),
      'There was nothing to measure in October to December 2023 (quarter 3).',
    ],
  ])('%s', (_, measure, facts, reason) => {
    const shown = measureOf({ measure, facts });
    expect(shown).toMatchObject({
      status: 'not-published',
      notPublishedReason: reason,
      rating: { colour: 'not-reported', reason },
    });
    expect(shown).not.toHaveProperty('value');
  });

  test('a figure recorded for a period of another length', () =>
    expect(measureOf({ measure: { frequency: 'year' }, records: [value('2023-24-q3', 80)] }).notPublishedReason).toBe(
      'A figure was recorded for 2023-24-q3, but this measure has one figure a year.',
    ));

  test('only the change was published', () => {
    const records = [recorded('2024-01-10', '2023-24-q3', { improvement: -18.8 })];
    const edition = editionOf({ records, measure: { polarity: 'higher' } });
    expect(edition.measures[0]).toMatchObject({
      status: 'not-published',
      notPublishedReason: 'Only the change was published, not the value.',
      direction: 'deteriorating',
      improvement: { value: -18.8, basis: '12-months-prior', from: { period: '2022-23-q3' }, recorded: true },
      flags: [],
    });
    expect(edition.mostWorsened).toEqual(['m']);
    expect(edition.mostImproved).toEqual([]);
  });

  test('what was due and did not come is overdue; before the quarter is over it is not', () => {
    expect(measureOf({}).flags).toEqual(['overdue']);
    expect(measureOf({ period: '2023-24-q4' }).flags).toEqual([]);
  });
});

describe('a recorded value beside a formula', () => {
  test('fills a period without data', () =>
    expect(measureOf({ measure: level, records: [value('2023-24-q3', 71, { source: 'old system' })] })).toMatchObject({
      value: 71,
      status: 'confirmed',
    }));
  test('does not override what was counted', () =>
    expect(
      measureOf({ measure: level, facts: calls('2023-11-01', 4, 3), records: [value('2023-24-q3', 71)] }).value,
    ).toBe(75));
  test('is as provisional as its officer says', () =>
    expect(
      measureOf({ records: [value('2023-24-q3', 71, { status: 'provisional', qualifier: 'about' })] }),
    ).toMatchObject({
      status: 'provisional',
      qualifier: 'about',
      flags: ['estimated'],
    }));
});

describe('rating', () => {
  test('judges against the target of its own period', () =>
    expect(
      measureOf({
        measure: { ...rated, target: { '2023-24': 80, '2023-24-q3': 90 } },
        records: [value('2023-24-q3', 86)],
      }),
    ).toMatchObject({
      target: 90,
      variance: -4,
      rating: { colour: 'amber', toNextBand: { colour: 'green', by: 4 } },
    }));

  test('variance has no binary noise', () =>
    expect(measureOf({ measure: rated, records: [value('2023-24-q3', 78.2)] }).variance).toBe(-1.8));

  test('a total of an unfinished quarter is judged by nothing, a share is', () => {
    const facts = calls('2024-01-10', 4, 3);
    const given = { facts, period: '2023-24-q4' };
    expect(measureOf({ ...given, measure: { ...counted, target: 100 } })).toMatchObject({
      value: 4,
      status: 'provisional',
      flags: ['incomplete'],
      rating: { colour: 'no-target', reason: expect.stringContaining('is not over') },
    });
    expect(measureOf({ ...given, measure: { ...level, ...rated } }).rating.colour).toBe('amber');
  });
});

describe('comparison', () => {
  const facts = [...calls('2022-11-01', 10, 5), ...calls('2023-11-01', 10, 6), ...calls('2023-08-01', 10, 8)];
  test.each([
    [{}, '2022-23-q3', 50, 20, 'improving'],
    [{ polarity: 'lower' }, '2022-23-q3', 50, -20, 'deteriorating'],
    [{ compare: 'previous-period' }, '2023-24-q2', 80, -25, 'deteriorating'],
    [{ compare: 'baseline', baseline: { period: '2018-19-q3', value: 30 } }, '2018-19-q3', 30, 100, 'improving'],
    [{ noChange: { within: 10, unit: 'points' } }, '2022-23-q3', 50, 20, 'no-change'],
  ])('%j', (more, period, then, size, direction) =>
    expect(measureOf({ measure: { ...level, ...more }, facts })).toMatchObject({
      direction,
      improvement: { value: size, from: { period, value: then }, change: 60 - then },
    }),
  );

  test.each([
    [
      'no earlier value',
      level,
      [...calls('2023-11-01', 1)],
      'No value is known for October to December 2022 (quarter 3).',
    ],
    ['no value', level, [], 'There is no value to compare.'],
    [
      'the baseline itself',
      { ...level, compare: 'baseline', baseline: { period: '2023-24-q3', value: 60 } },
      [...calls('2023-11-01', 10, 6)],
      'This is the figure that later ones are compared with.',
    ],
    [
      'nothing then',
      level,
      [...calls('2022-11-01', 1, 0), ...calls('2023-11-01', 1)],
      'The figure compared with is 0, so a relative change cannot be worked out.',
    ],
    [
      'neither way better',
      { ...level, polarity: 'none' },
      facts,
      'Neither a rise nor a fall is better, so a change is not called an improvement.',
    ],
  ])('%s', (_, measure, given, reason) => {
    const shown = measureOf({ measure, facts: given });
    expect(shown.notComparedReason).toBe(reason);
    expect(shown).not.toHaveProperty('improvement');
  });

  test('a total of an unfinished quarter is not compared: it would look like a collapse', () => {
    const given = {
      measure: counted,
      facts: [...calls('2023-02-01', 100), ...calls('2024-01-10', 5)],
      period: '2023-24-q4',
    };
    expect(measureOf(given)).toMatchObject({
      direction: 'not-applicable',
      notComparedReason: expect.stringContaining('is not over'),
    });
    expect(measureOf({ ...given, asOf: '2024-03-31' }).improvement?.value).toBe(-95);
  });
});

describe('the series', () => {
  const facts = [...calls('2023-01-15', 1), ...calls('2023-08-01', 2), ...calls('2024-01-10', 3)];
  test('begins with the first value, shows gaps, and ends with the edition', () =>
    expect(
      measureOf({ measure: counted, facts, period: '2023-24-q4' }).series.map((p) => [
        p.label,
        p.value,
        p.status,
        p.complete,
      ]),
    ).toEqual([
      ['Q4 2022–23', 1, 'confirmed', true],
      ['Q1 2023–24', undefined, 'not-published', true],
      ['Q2 2023–24', 2, 'confirmed', true],
      ['Q3 2023–24', undefined, 'not-published', true],
      ['Q4 2023–24', 3, 'provisional', false],
    ]));
  test('is as long as the scorecard says', () =>
    expect(
      measureOf({ measure: counted, facts, scorecard: { history: 2 } }).series.map(({ period }) => period),
    ).toEqual(['2023-24-q2', '2023-24-q3']));
  test('of nothing is the one empty period', () =>
    expect(measureOf({}).series.map(({ period }) => period)).toEqual(['2023-24-q3']));
  test('counts no day after the as-of day', () =>
    expect(
      measureOf({
        measure: counted,
        facts: [...calls('2024-01-25', 1), ...calls('2024-01-26', 1)],
        period: '2023-24-q4',
      }).value,
    ).toBe(1));
});

describe('coverage', () => {
  const everyDay = [...daysOf({ start: '2023-10-01', end: '2023-12-31' })];
  const silent = ['2023-11-04', '2023-11-06']; // a Saturday and a Monday
  const facts = everyDay.filter((day) => !silent.includes(day)).flatMap((day) => calls(day, 1));

  test('names the days on which something was missing', () =>
    expect(measureOf({ measure: counted, facts }).coverage).toEqual({
      expectedDays: 92,
      daysWithData: 90,
      missing: silent,
    }));

  test('expects nothing at weekends of a stream that rests then', () =>
    expect(
      measureOf({ measure: counted, facts, organisation: { ...council, expected: { call: 'weekdays' } } }).coverage,
    ).toEqual({
      expectedDays: 65,
      daysWithData: 64,
      missing: ['2023-11-06'],
    }));

  test('ends with the as-of day', () =>
    expect(
      measureOf({ measure: counted, facts: calls('2024-01-02', 1), period: '2023-24-q4', asOf: '2024-01-03' }).coverage,
    ).toEqual({
      expectedDays: 3,
      daysWithData: 1,
      missing: ['2024-01-01', '2024-01-03'],
    }));

  test('is not asked of recorded values and of readings', () => {
    expect(measureOf({})).not.toHaveProperty('coverage');
    expect(measureOf({ measure: { unit: 'count', value: { latest: 'gauge.value' } } })).not.toHaveProperty('coverage');
  });
});

test('cuts put other and not stated last; comparators carry their period', () => {
  const facts = [
    ...calls('2023-11-01', 2, 1),
    answered('2023-11-02', 1, { queue: 'unlisted' }),
    answered('2023-11-02', 1, { queue: undefined }),
    answered('2023-11-02', 1, { queue: 'benefits' }),
  ];
  const records = [
    value('2023-24-q3', 61, { series: 'Neighbours' }),
    value('2023-24-q3', 4, { cut: { site: 'library' } }),
  ];
  const { cuts, comparators } = measureOf({ measure: { ...level, cuts: ['queue'] }, facts, records });
  expect(cuts).toEqual([
    {
      by: 'queue',
      rows: [
        { name: 'benefits', value: 100, denominator: 1 },
        { name: 'bins', value: 50, denominator: 2 },
        { name: 'other', value: 100, denominator: 1 },
        { name: 'not stated', value: 100, denominator: 1 },
      ],
    },
    { by: 'site', rows: [{ name: 'library', value: 4 }] },
  ]);
  expect(comparators).toMatchObject([{ name: 'Neighbours', value: 61, period: '2023-24-q3', better: true }]);
});

describe('milestones', () => {
  const charter = { id: 'charter', title: 'Charter', originalDeadline: '2023-06-30' };
  const update = (day: string, data: object) =>
    fact('milestone.updated', day, { scorecard: 'service', milestone: 'charter', ...data });
  const milestoneOf = (records: readonly Fact[], asOf = '2024-01-25') =>
    editionOf({ milestones: [charter], records, asOf }).milestones[0];

  test('without an update it is judged by its date, and says that nothing was recorded', () =>
    expect(milestoneOf([])).toMatchObject({
      status: 'on-track',
      currentDeadline: '2023-06-30',
      rebaselined: 0,
      reason: 'No update has been recorded.',
      rating: {
        colour: 'red',
        reason: 'Red: the deadline of 30 June 2023 passed before 25 January 2024 and the work is not complete.',
      },
    }));

  test('the newest update holds, every move is counted, and a moved deadline is a delay', () =>
    expect(
      milestoneOf([
        update('2023-05-01', { status: 'delayed', currentDeadline: '2023-09-30', comment: 'older' }),
        update('2023-09-01', { status: 'on-track', currentDeadline: '2024-06-30', recordedBy: 'Lead' }),
        update('2024-01-26', { status: 'complete', currentDeadline: '2024-06-30' }),
      ]),
    ).toMatchObject({
      status: 'delayed',
      currentDeadline: '2024-06-30',
      rebaselined: 2,
      weeksDelay: 52,
      recordedBy: 'Lead',
      rating: { colour: 'amber', reason: 'Amber: the deadline moved from 30 June 2023 to 30 June 2024.' },
    }));
});

describe('milestones without a deadline', () => {
  const milestones = [{ id: 'charter', title: 'Charter', wave: '2', services: 6 }];
  const update = (day: string, data: object) =>
    fact('milestone.updated', day, { scorecard: 'service', milestone: 'charter', ...data });
  const milestoneOf = (...records: readonly Fact[]) => editionOf({ milestones, records }).milestones[0];
  const undated = { undated: true, status: 'on-track' };

  test('without an update nothing is known of them', () => {
    const milestone = milestoneOf();
    expect(milestone).toMatchObject({
      status: 'not-known',
      wave: '2',
      services: 6,
      rating: { colour: 'not-reported' },
    });
    expect(milestone).not.toHaveProperty('currentDeadline');
  });

  test('have no colour while they are under way', () =>
    expect(milestoneOf(update('2023-05-01', undated))).toMatchObject({
      status: 'on-track',
      rebaselined: 0,
      rating: { colour: 'no-target' },
    }));

  test('get one with a deadline, which is not dropped by an update without', () =>
    expect(
      milestoneOf(
        update('2023-05-01', { status: 'on-track', currentDeadline: '2024-06-30' }),
        update('2023-06-01', { status: 'on-track', currentDeadline: '2024-09-30' }),
        update('2023-07-01', undated),
      ),
    ).toMatchObject({
      currentDeadline: '2024-09-30',
      rebaselined: 1,
      rating: { colour: 'green', reason: 'Green: the work is on track for 30 September 2024.' },
    }));
});

describe('revisions', () => {
  const first = editionOf({ measure: level, facts: calls('2023-11-01', 4, 3) });
  const again = (facts: readonly Fact[], more: object = {}) =>
    editionOf({ measure: { ...level, ...more }, facts, before: first });

  test('an unchanged figure is none', () => {
    expect(first).toMatchObject({ edition: 1, revisions: [] });
    expect(again(calls('2023-11-01', 4, 3))).toMatchObject({
      edition: 2,
      revisions: [],
      measures: [{ status: 'confirmed' }],
    });
  });

  test('a changed figure of a period that was over is one, and stays marked', () => {
    const second = again(calls('2023-11-01', 4, 2));
    expect(second).toMatchObject({
      revisions: [
        { measure: 'm', period: '2023-24-q3', from: 75, to: 50, reason: 'Events were received or corrected since.' },
      ],
      measures: [{ status: 'revised', series: [{ status: 'revised' }] }],
    });
    const third = editionOf({ measure: level, facts: calls('2023-11-01', 4, 2), before: second });
    expect(third).toMatchObject({ revisions: [], measures: [{ status: 'revised' }] });
  });

  test('a figure that is gone is one', () =>
    expect(again([]).revisions).toEqual([
      { measure: 'm', period: '2023-24-q3', from: 75, reason: expect.any(String), on: '2024-01-25' },
    ]));

  test('a figure that came late is none', () =>
    expect(editionOf({ records: [value('2023-24-q3', 5)], before: editionOf({}) }).revisions).toEqual([]));

  test('says when the formula was changed', () =>
    expect(
      again(calls('2023-11-01', 4, 3), { value: { share: 'call', where: { outcome: 'abandoned' } } }).revisions[0]
        ?.reason,
    ).toBe('The formula was changed; it was: Of the calls, the percentage where outcome is answered.'));

  test('names where a recorded value came from', () => {
    const before = editionOf({ records: [value('2023-24-q3', 5)] });
    const records = [value('2023-24-q3', 5), value('2023-24-q3', 6, { source: 'audited return' }, '2024-01-20')];
    expect(editionOf({ records, before }).revisions).toMatchObject([
      { period: '2023-24-q3', from: 5, to: 6, reason: 'A new value was recorded, from: audited return.' },
    ]);
  });

  test('an edition as of an earlier day, when the period was not over, revises nothing', () => {
    const early = editionOf({ measure: level, facts: calls('2023-11-01', 4, 2), asOf: '2023-12-15', before: first });
    expect(early).toMatchObject({
      revisions: [],
      measures: [{ status: 'provisional', series: [{ complete: false }] }],
    });
  });

  test('movement inside an unfinished period is none', () => {
    const given = { measure: level, period: '2023-24-q4' };
    const before = editionOf({ ...given, facts: calls('2024-01-10', 4, 3) });
    expect(editionOf({ ...given, facts: calls('2024-01-10', 4, 2), before })).toMatchObject({
      revisions: [],
      measures: [{ status: 'provisional' }],
    });
  });
});

describe('the same inputs give the same bytes', () => {
  const measures = [
    { ...level, ...rated, cuts: ['queue'] },
    { id: 'n', ...counted },
    { id: 'o', title: 'O' },
  ];
  const facts = [...calls('2022-11-01', 5, 4), ...calls('2023-11-01', 6, 4), ...calls('2023-12-01', 7, 7)];
  const records = [
    recorded('2024-01-10', '2023-24-q3', { measure: 'o', value: 5 }),
    recorded('2024-01-11', '2023-24-q3', { measure: 'o', value: 6 }),
  ];
  const input = inputOf({
    measures,
    facts,
    records,
    milestones: [{ id: 'a', title: 'A', originalDeadline: '2024-03-31' }],
  });
  const bytes = JSON.stringify(assess(input));

  test('in any order', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...input.partials], { minLength: input.partials.length }),
        fc.shuffledSubarray(records, { minLength: records.length }),
        (partials, shuffled) => {
          expect(JSON.stringify(assess({ ...input, partials, records: shuffled }))).toBe(bytes);
        },
      ),
      { numRuns: 20 },
    ));

  test('and hold exactly the keys of an edition', () =>
    expect(editionSchema.parse(JSON.parse(bytes))).toEqual(JSON.parse(bytes)));
});

describe('the hash of the figures', () => {
  const given = {
    measure: { ...level, ...rated },
    facts: calls('2023-11-01', 4, 3),
    milestones: [{ id: 'a', title: 'A', originalDeadline: '2023-06-30' }],
  };
  const edition = editionOf(given);
  const hash = figuresHashOf(edition);

  test.each([
    ['another number', { ...edition, edition: 9 }],
    ['another publication time', { ...edition, publishedAt: '2025-01-01T00:00:00.000Z' }],
    ['another version', { ...edition, software: 'other' }],
    ['keys in another order', Object.fromEntries(Object.entries(edition).reverse()) as unknown as typeof edition],
    ['another as-of day, though a milestone says it', editionOf({ ...given, asOf: '2024-01-26' })],
    [
      'a mark of a revision',
      { ...edition, measures: edition.measures.map((m) => ({ ...m, status: 'revised' as const })) },
    ],
  ])('is the same with %s', (_, other) => expect(figuresHashOf(other)).toBe(hash));

  test.each([
    ['a value', editionOf({ ...given, facts: calls('2023-11-01', 4, 2) })],
    [
      'a comment',
      editionOf({
        ...given,
        records: [
          fact('commentary.recorded', '2024-01-10', {
            measure: 'm',
            period: '2023-24-q3',
            kind: 'comment',
            text: 'x',
            recordedBy: 'y',
          }),
        ],
      }),
    ],
    ['a target', editionOf({ ...given, measure: { ...given.measure, target: 81 } })],
    ['a milestone', editionOf({ ...given, milestones: [{ id: 'a', title: 'A', originalDeadline: '2023-07-01' }] })],
  ])('is another with %s', (_, other) => expect(figuresHashOf(other)).not.toBe(hash));
});

test('forty measures over twenty quarters merge each day once, whatever they ask', () => {
  const days = [...daysOf({ start: '2019-04-01', end: '2023-12-31' })];
  const one = partialsOf([...calls('2023-11-01', 20, 15), answered('2023-11-01', 200, { queue: 'benefits' })]);
  const reads = new Map<string, number>();
  const partials = days.flatMap((day) =>
    one.map((partial) => ({
      ...partial,
      day,
      days: [day],
      get cuboids() {
        reads.set(day, (reads.get(day) ?? 0) + 1);
        return partial.cuboids;
      },
    })),
  );
  const measures = Array.from({ length: 40 }, (_, i) => ({
    id: `m${i}`,
    ...(i % 2 ? { ...level, ...rated, cuts: ['queue'] } : counted),
  }));
  const input = { ...inputOf({ measures, scorecard: {} }), partials };
  const long = { ...input, scorecard: { ...input.scorecard, history: 20 } };
  expect(assess(long).measures[0]?.series).toHaveLength(19);
  // For each of its grouping sets.
  expect(new Set(reads.values())).toEqual(new Set([declarationOf('call').groupingSets.length]));
});
