import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Edition, EditionMeasure, EditionMilestone } from '#scorecard/edition.ts';
import { changesBetween, editionBefore, periodBefore, roomFor, weightiest } from '#site/editionChanges.ts';
import { contactCentre, measure, milestone } from '#test/site/fixtures.ts';

const withMeasures = (...measures: readonly EditionMeasure[]): Edition => ({ ...contactCentre, measures });
const withMilestones = (...milestones: readonly EditionMilestone[]): Edition => ({ ...contactCentre, milestones });

const calls = (more: Partial<EditionMeasure> = {}) => measure({ id: 'calls', title: 'Calls', ...more });
const none = { value: undefined } as const;
const red = { rating: { colour: 'red', reason: 'Red.' } } as const;
const improved = (value: number) =>
  ({ improvement: { value, basis: '12-months-prior', from: { period: 'p', label: 'p' }, recorded: true } }) as const;

describe('a figure', () => {
  test.each<[string, Partial<EditionMeasure>, Partial<EditionMeasure>, string | undefined, boolean]>([
    ['is the same', { value: 7 }, { value: 7 }, undefined, false],
    ['is zero as before', { value: 0 }, { value: 0 }, undefined, false],
    ['is there for the first time', none, { value: 0 }, 'first', false],
    ['is of another period, and the same', { value: 7, period: '2024-25-q3' }, { value: 7 }, 'new-period', false],
    ['is another of the same period', { value: 7 }, { value: 7.1 }, 'moved', false],
    ['is no longer there', { value: 7 }, none, 'gone', false],
    ['was never there', none, none, undefined, false],
    ['has another rating only', { value: 7 }, { value: 7, ...red }, undefined, true],
    ['has another value and rating', { value: 7 }, { value: 6, ...red }, 'moved', true],
    ['is a change that was recorded', none, improved(-18.8), 'first', false],
    ['is the same recorded change', improved(-18.8), improved(-18.8), undefined, false],
    ['is another recorded change', improved(-18.8), improved(4), 'moved', false],
  ])('that %s', (_, before, now, figure, isRatedAnew) => {
    const [only] = changesBetween(withMeasures(calls(before)), withMeasures(calls(now))).measures;
    const isListed = figure !== undefined || isRatedAnew;
    expect(only && { figure: only.figure, isRatedAnew: only.isRatedAnew }).toEqual(
      isListed ? { figure, isRatedAnew } : undefined,
    );
  });

  test('of a measure that is new has nothing before it', () => {
    const { measures } = changesBetween(withMeasures(), withMeasures(calls({ value: 1 })));
    expect(measures).toMatchObject([{ figure: 'first', isRatedAnew: false }]);
    expect(measures[0]).not.toHaveProperty('was');
  });
});

describe('a milestone', () => {
  const chat = (more: Partial<EditionMilestone> = {}) =>
    milestone({ id: 'chat', title: 'Webchat', originalDeadline: '2025-06-30', ...more });
  test.each<[string, Partial<EditionMilestone>, Partial<EditionMilestone>, readonly string[]]>([
    ['is as it was', {}, {}, []],
    ['was completed', {}, { status: 'complete' }, ['completed']],
    ['is no longer complete', { status: 'complete' }, {}, ['reopened']],
    ['was moved by a day', {}, { currentDeadline: '2025-07-01' }, ['moved']],
    [
      'was re-baselined, and is delayed',
      {},
      { currentDeadline: '2025-07-31', rebaselined: 1, status: 'delayed' },
      ['re-baselined', 'delayed'],
    ],
    ['was re-baselined again', { rebaselined: 1 }, { rebaselined: 2 }, ['re-baselined']],
    ['has no deadline any more', {}, { currentDeadline: undefined }, ['moved']],
    ['is on track again', { status: 'delayed' }, {}, ['on-track-again']],
    ['was delayed and is complete', { status: 'delayed' }, { status: 'complete' }, ['completed']],
  ])('that %s', (_, before, now, news) => {
    const changes = changesBetween(withMilestones(chat(before)), withMilestones(chat(now))).milestones;
    expect(changes.map((each) => each.news)).toEqual(news.length === 0 ? [] : [news]);
  });

  test('that is new, and one that is gone', () => {
    const changes = changesBetween(withMilestones(chat()), withMilestones(chat({ id: 'app', title: 'App' })));
    expect(changes.milestones.map(({ now, news }) => [now.id, news])).toEqual([['app', ['new']]]);
    expect(changes.gone).toEqual(['Webchat']);
  });
});

describe('a comment', () => {
  const comment = {
    kind: 'comment',
    text: 'Six advisers joined.',
    recordedBy: 'Lead',
    on: '2025-04-14',
    period: 'p',
  } as const;
  test('is new once', () => {
    const [before, now] = [withMeasures(calls()), withMeasures(calls({ commentary: [comment] }))];
    expect(changesBetween(before, now).comments).toEqual([{ measure: 'calls', title: 'Calls', comment }]);
    expect(changesBetween(now, now).comments).toEqual([]);
  });

  test('may be of a priority', () => {
    const group = { id: 'phone', title: 'Phone', measures: [], milestones: [], commentary: [comment] };
    const changes = changesBetween({ ...contactCentre, groups: [] }, { ...contactCentre, groups: [group] });
    expect(changes.comments).toEqual([{ group: 'phone', title: 'Phone', comment }]);
  });
});

describe('the room of a comparison', () => {
  const changes = (measures: number, milestones: number) => ({
    measures: Array.from({ length: measures }, () => ({ now: calls(), figure: 'moved' as const, isRatedAnew: false })),
    milestones: Array.from({ length: milestones }, () => ({
      now: milestone({ id: 'm', title: 'M', originalDeadline: '2025-06-30' }),
      news: ['moved' as const],
    })),
    comments: [],
    gone: [],
  });

  test.each<[string, [number, number], [number, number] | undefined, { measures: number; milestones: number }]>([
    ['alone', [50, 0], undefined, { measures: 50, milestones: 0 }],
    ['alone and one too many', [51, 0], undefined, { measures: 50, milestones: 0 }],
    ['beside one that fills the rest', [20, 10], [20, 0], { measures: 20, milestones: 10 }],
    ['beside one that needs more', [20, 10], [21, 0], { measures: 19, milestones: 10 }],
    ['beside one that needs everything', [60, 0], [60, 0], { measures: 25, milestones: 0 }],
    ['with more milestones than measures', [5, 60], undefined, { measures: 5, milestones: 45 }],
    ['with much of both', [60, 60], undefined, { measures: 25, milestones: 25 }],
    ['with nothing to tell', [0, 0], [60, 60], { measures: 0, milestones: 0 }],
  ])('%s', (_, own, other, room) => expect(roomFor(changes(...own), other && changes(...other))).toMatchObject(room));

  test('is for another rating first, in the order of the measures', () => {
    const measures = ['a', 'b', 'c', 'd'].map((id) => ({ now: calls({ id }), isRatedAnew: id > 'b' }));
    const idsOf = (most: number) => weightiest(measures, most).map(({ now }) => now.id);
    expect([4, 3, 2, 1].map(idsOf)).toEqual([['a', 'b', 'c', 'd'], ['a', 'c', 'd'], ['c', 'd'], ['c']]);
  });
});

describe('the edition before', () => {
  const quarter = (id: string, start: string, end: string) => ({ id, start, end, label: id, complete: true });
  const q3 = quarter('2024-25-q3', '2024-10-01', '2024-12-31');
  const q4 = quarter('2024-25-q4', '2025-01-01', '2025-03-31');
  const edition = (period: Edition['period'], number: number, asOf: string): Edition => ({
    ...contactCentre,
    period,
    edition: number,
    asOf,
  });
  const now = edition(q4, 3, '2025-04-30');
  const known = [
    edition(q3, 1, '2025-01-15'),
    edition(q3, 2, '2025-02-15'),
    edition(q3, 3, '2025-05-15'),
    edition(q4, 1, '2025-04-10'),
    edition(q4, 2, '2025-04-20'),
    now,
    edition(q4, 4, '2025-05-20'),
  ];

  test('is the highest below it, of its own period', () => {
    expect(editionBefore(now, known)?.edition).toBe(2);
    expect(editionBefore(edition(q4, 1, '2025-04-10'), known)).toBeUndefined();
    expect(editionBefore(now, [])).toBeUndefined();
  });

  test('of the period before is what was known by its day', () => {
    expect(periodBefore(now, known)).toMatchObject({ period: { id: '2024-25-q3' }, edition: 2 });
    expect(periodBefore({ ...now, asOf: '2025-02-14' }, known)).toMatchObject({ edition: 1 });
    expect(periodBefore({ ...now, asOf: '2025-05-15' }, known)).toMatchObject({ edition: 3 });
    expect(periodBefore(edition(q3, 1, '2025-01-15'), known)).toBeUndefined();
  });
});

test('an edition has not changed since itself', () => {
  return fc.assert(
    fc.property(fc.subarray([...contactCentre.measures]), fc.subarray([...contactCentre.milestones]), (some, work) => {
      const edition = { ...contactCentre, measures: some, milestones: work };
      expect(changesBetween(edition, edition)).toEqual({ measures: [], milestones: [], comments: [], gone: [] });
    }),
  );
});
