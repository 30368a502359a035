import { describe, expect, test } from '@jest/globals';
import type { Fact } from '#event/types.ts';
import { assess } from '#scorecard/assess.ts';
import { isReady, type Readiness, readinessOf } from '#scorecard/readiness.ts';
import { foldRecords } from '#scorecard/records.ts';
import { fact, inputOf, recorded } from '#test/scorecard/council.ts';

const q3 = '2023-24-q3';
const red = { target: 80 };
const owner = 'Head of service';

const said = (kind: string, over: object = {}, day = '2024-01-10'): Fact =>
  fact('commentary.recorded', day, {
    scorecard: 'service',
    measure: 'm',
    period: q3,
    kind,
    text: 'Words.',
    recordedBy: owner,
    ...over,
  });
const value = (amount: number, day = '2024-01-05', period = q3): Fact => recorded(day, period, { value: amount });

const readiness = (given: Parameters<typeof inputOf>[0]): Readiness => {
  const input = inputOf(given);
  const records = foldRecords(input.records, input.asOf);
  return readinessOf({ edition: assess(input), scorecard: input.scorecard, records });
};

describe('a red figure', () => {
  test.each([
    { what: 'alone', measure: red, records: [value(50)], lacks: ['comment', 'owner', 'action'] },
    { what: 'with an owner', measure: { ...red, owner }, records: [value(50)], lacks: ['comment', 'action'] },
    {
      what: 'with a comment',
      measure: { ...red, owner },
      records: [value(50), said('comment')],
      lacks: ['action'],
    },
    {
      what: 'with words on its performance',
      measure: { ...red, owner },
      records: [value(50), said('performance')],
      lacks: ['action'],
    },
    {
      what: 'with an action and no comment',
      measure: { ...red, owner },
      records: [value(50), said('future-activity')],
      lacks: ['comment'],
    },
    {
      what: 'with a comment on the quarter before',
      measure: { ...red, owner },
      records: [value(50), said('comment', { period: '2023-24-q2' }), said('current-activity')],
      lacks: ['comment'],
    },
    {
      what: 'with a comment that is older than the figure',
      measure: { ...red, owner },
      records: [value(70), said('comment'), said('current-activity'), value(50, '2024-01-15')],
      lacks: ['newer-comment'],
    },
    {
      what: 'with an older comment and a newer one',
      measure: { ...red, owner },
      records: [
        value(70),
        said('performance'),
        value(50, '2024-01-15'),
        said('comment', {}, '2024-01-16'),
        said('current-activity'),
      ],
      lacks: [],
    },
    {
      what: 'with everything',
      measure: { ...red, owner },
      records: [value(50), said('comment'), said('current-activity')],
      lacks: [],
    },
  ])('$what lacks $lacks', ({ measure, records, lacks }) =>
    expect(readiness({ measure, records }).unexplained.map((each) => each.lacks)).toEqual(
      lacks.length === 0 ? [] : [lacks],
    ),
  );

  test.each([
    ['amber', { target: 80, rating: { amber: { within: 40, unit: 'points' } } }],
    ['green', { target: 50 }],
    ['without a target', {}],
  ])('%s asks for nothing', (_, measure) => expect(isReady(readiness({ measure, records: [value(50)] }))).toBe(true));
});

test('a comment that is older than a green figure is named too', () =>
  expect(
    readiness({ measure: { target: 50 }, records: [value(70), said('comment'), value(60, '2024-01-15')] }).outdated,
  ).toEqual([{ kind: 'measure', id: 'm', title: 'M' }]));

describe('a red milestone', () => {
  const milestones = [{ id: 'a', title: 'A', owner, originalDeadline: '2023-12-01' }];
  const updated = (more: object) =>
    fact('milestone.updated', '2024-01-10', {
      scorecard: 'service',
      milestone: 'a',
      status: 'delayed',
      currentDeadline: '2024-01-20',
      ...more,
    });
  const about = { measure: undefined, milestone: 'a' };
  test.each([
    { what: 'alone', records: [updated({})], lacks: ['comment', 'action'] },
    { what: 'with the comment of its update', records: [updated({ comment: 'Late.' })], lacks: ['action'] },
    { what: 'with the reason of its update', records: [updated({ reason: 'Late.' })], lacks: ['action'] },
    {
      what: 'with a comment and an action that were recorded about it',
      records: [updated({}), said('comment', about), said('current-activity', about)],
      lacks: [],
    },
  ])('$what lacks $lacks', ({ records, lacks }) =>
    expect(readiness({ measures: [], milestones, records }).unexplained.map((each) => each.lacks)).toEqual(
      lacks.length === 0 ? [] : [lacks],
    ),
  );
});

describe('after the end of the quarter', () => {
  const owed = (given: Parameters<typeof inputOf>[0]) =>
    readiness(given).toEnter.flatMap((each) =>
      each.entries.map(({ id, isLate, expectedBy }) => [id, isLate, expectedBy]),
    );

  test.each([
    { what: 'what nobody entered', measure: {}, owes: [['m', true, undefined]] },
    { what: 'not before its last day', measure: {}, asOf: '2023-12-30', owes: [] },
    { what: 'on its last day', measure: {}, asOf: '2023-12-31', owes: [['m', true, undefined]] },
    {
      what: 'what is expected later',
      measure: { expectedAfterDays: 25 },
      owes: [['m', false, '2024-01-25']],
    },
    { what: 'what was expected before', measure: { expectedAfterDays: 24 }, owes: [['m', true, '2024-01-24']] },
    { what: 'nothing that is counted', measure: { value: { count: 'call' } }, owes: [] },
    {
      what: 'nothing that rests',
      measure: { suspended: [{ from: '2023-24-q1', reason: 'staff were moved' }] },
      owes: [],
    },
    {
      what: 'nothing that is due in another quarter',
      measure: { due: ['q2'] },
      records: [value(1, '2023-10-05', '2023-24-q2')],
      owes: [],
    },
    { what: 'what was recorded', measure: {}, records: [value(50)], owes: [] },
    {
      what: 'what was recorded of the quarter before only',
      measure: { lag: 1 },
      records: [value(50, '2023-10-05', '2023-24-q2')],
      owes: [['m', true, undefined]],
    },
    {
      what: 'a forecast does not settle it',
      measure: {},
      records: [recorded('2024-01-05', q3, { value: 1, series: 'forecast' })],
      owes: [['m', true, undefined]],
    },
    {
      what: 'a change alone settles it',
      measure: {},
      records: [recorded('2024-01-05', q3, { improvement: 3 })],
      owes: [],
    },
  ])('$what', ({ owes, ...given }) => expect(owed(given)).toEqual(owes));

  test('by owner, those without one last', () => {
    const measures = [
      { id: 'x' },
      { id: 'y', owner: 'Head of waste' },
      { id: 'z', owner: 'Director' },
      { id: 'w', owner: 'Head of waste' },
    ];
    expect(readiness({ measures }).toEnter.map((each) => [each.owner, each.entries.map(({ id }) => id)])).toEqual([
      ['Director', ['z']],
      ['Head of waste', ['y', 'w']],
      [undefined, ['x']],
    ]);
  });

  test('milestones whose state is not known, and budgets without an amount', () => {
    const milestones = [{ id: 'a', title: 'A', originalDeadline: '2024-06-30' }];
    const unknown = fact('milestone.updated', '2024-01-10', { milestone: 'a', status: 'not-known' });
    const budgets = [{ id: 'b', title: 'B', lines: [{ id: 'it', title: 'IT' }], total: 'All' }];
    expect(owed({ measures: [], milestones, records: [unknown], scorecard: { budgets } })).toEqual([
      ['a', true, undefined],
      ['b', true, undefined],
    ]);
    const amount = recorded('2024-01-10', q3, { measure: 'b', series: 'net', value: 1, cut: { line: 'it' } });
    expect(owed({ measures: [], records: [amount], scorecard: { budgets } })).toEqual([]);
  });
});
