import { describe, expect, test } from '@jest/globals';
import type { Clock } from '#calendar/clock.ts';
import type { Fact } from '#event/types.ts';
import { PartialTooOld } from '#metric/cannotAnswer.ts';
import { partialOf } from '#metric/cube.ts';
import { waitedOf } from '#metric/duration.ts';
import { sum } from '#metric/histogram.ts';
import { mergeAll } from '#metric/merge.ts';
import { tally, unanswerable } from '#metric/query.ts';
import { caseStep } from '#test/metric/facts.ts';

const listed = { reason: ['no answer', 'late', 'proactive'], service: ['libraries'], kind: ['coverage'] };
const daysOf = (facts: readonly Fact[]) =>
  [...new Set(facts.map(({ day }) => day))].map((day) => partialOf({ stream: 'case', day }, facts, listed));
const until = new Date('2024-06-30T22:59:59.999Z');

describe('why a step was taken', () => {
  const steps = [
    caseStep('opened', '2024-06-03T09:00:00Z', { reason: 'proactive' }, { subject: 'a' }),
    caseStep('escalated', '2024-06-04T09:00:00Z', { reason: 'no answer' }, { subject: 'a' }),
    caseStep('escalated', '2024-06-05T09:00:00Z', { reason: 'late' }, { subject: 'b' }),
    caseStep('escalated', '2024-06-05T09:00:00Z', { reason: 'a mood' }, { subject: 'c' }),
    caseStep('escalated', '2024-06-05T09:00:00Z', {}, { subject: 'd' }),
  ];
  const month = mergeAll('case', daysOf(steps));

  test('escalations are counted by it; it is of that event and of no later one', () => {
    const counts = tally(month, { where: { event: 'escalated' }, by: 'reason', until });
    expect([...counts].map(([reason, { count }]) => [reason, count]).toSorted()).toEqual([
      ['', 1],
      ['late', 1],
      ['no answer', 1],
      ['other', 1],
    ]);
  });

  test('it goes with kind and service, or with kind and stage, of events', () => {
    const asked = (where: Record<string, string>) => unanswerable('case', { reason: 'late', ...where }, undefined);
    expect(asked({ event: 'escalated', kind: 'complaint', service: 'libraries' })).toBeUndefined();
    expect(asked({ event: 'escalated', kind: 'complaint', stage: '2' })).toBeUndefined();
    expect(asked({})).toBe('no grouping set of case has reason; the nearest is event × kind × service × reason');
  });
});

describe('what came with a step', () => {
  const item = (id: string, reason: string, amountPence?: number) =>
    caseStep('opened', '2024-06-03T09:00:00Z', { kind: 'coverage', reason, amountPence }, { subject: id });
  const month = mergeAll('case', daysOf([item('a', 'proactive', 480_000), item('b', 'late', 20_000), item('c', '')]));
  const worth = (where: Record<string, string | boolean>) =>
    sum(tally(month, { where, number: 'amountPence', until }).get('')?.histogram ?? []);

  test.each<[string, Record<string, string>, number]>([
    ['all of it', { kind: 'coverage' }, 500_000],
    ['of one reason', { event: 'opened', kind: 'coverage', reason: 'proactive' }, 480_000],
    ['of another kind', { kind: 'complaint' }, 0],
  ])('%s', (_, where, pence) => expect(worth(where)).toBe(pence));

  test('is of events, and is not asked of what had happened to the case', () =>
    expect(unanswerable('case', { kind: 'coverage', closed: true }, undefined, 'amountPence')).toMatch(
      /^no grouping set of case has kind and closed together/,
    ));
});

/** A referral may be escalated once it is closed, or when it is older than ten working days. */
describe('escalated when that was allowed', () => {
  const workingDays: Clock = { kind: 'working-days', division: 'england-and-wales' };
  const rule = { from: 'opened', to: 'escalated', clock: workingDays, orOnce: 'closed', limit: 10 };
  // Opened on Monday 3 June 2024: the tenth working day after it is Monday the 17th.
  const opened = caseStep('opened', '2024-06-03T09:00:00Z');
  const escalated = (time: string) => caseStep('escalated', time);
  const closed = (time: string) => caseStep('closed', time);

  test.each<[string, readonly Fact[], object]>([
    ['on the tenth working day, open: too soon', [escalated('2024-06-17T22:59:00Z')], { after: 0, tooSoon: 1 }],
    ['on the eleventh', [escalated('2024-06-17T23:00:00Z')], { after: 1, tooSoon: 0 }],
    ['closed before', [closed('2024-06-04T09:00:00Z'), escalated('2024-06-05T09:00:00Z')], { after: 1, tooSoon: 0 }],
    ['in the minute of its closing', [closed('2024-06-05T09:00:50Z'), escalated('2024-06-05T09:00:00Z')], { after: 1 }],
    ['closed a minute after', [escalated('2024-06-05T09:00:00Z'), closed('2024-06-05T09:01:00Z')], { tooSoon: 1 }],
    ['not escalated, though old: nobody asked', [], { after: 0, tooSoon: 0 }],
    [
      'by its first escalation only',
      [escalated('2024-06-05T09:00:00Z'), escalated('2024-06-28T09:00:00Z')],
      { tooSoon: 1 },
    ],
    ['of a case whose opening was never told: not counted', [], { after: 0, tooSoon: 0, unknown: 0 }],
  ])('%s', (name, steps, waited) => {
    const facts = name.includes('never told') ? [escalated('2024-06-20T09:00:00Z')] : [opened, ...steps];
    expect(waitedOf(mergeAll('case', daysOf(facts)), rule, until).get('')).toMatchObject(waited);
  });

  test('without the other instant only the time decides', () => {
    const { orOnce: _, ...bare } = rule;
    const facts = [opened, closed('2024-06-04T09:00:00Z'), escalated('2024-06-05T09:00:00Z')];
    expect(waitedOf(mergeAll('case', daysOf(facts)), bare, until).get('')).toMatchObject({ after: 0, tooSoon: 1 });
  });
});

describe('days that were added up before sites were kept', () => {
  const at = (time: string, site: string) => caseStep('opened', time, { site }, { subject: site });
  const [first, second] = daysOf([at('2024-06-03T09:00:00Z', 'a'), at('2024-06-04T09:00:00Z', 'b')]);
  if (!first?.instants || !second) throw new Error('no day');
  const { instants, knows = [] } = first;
  const older = {
    ...first,
    knows: knows.filter((name) => name !== 'site'),
    instants: {
      dimensions: instants.dimensions.slice(0, -1),
      rows: instants.rows.map((row) => ({ ...row, key: row.key.slice(0, -1) })),
    },
  };

  test.each([
    ['one after another', [older, second]],
    ['the other way round', [second, older]],
    ['with others of their age', [older, { ...older, day: '2024-06-05', days: ['2024-06-05'] }]],
  ])('still count their cases, %s', (_, days) => {
    expect(tally(mergeAll('case', days), { where: { kind: 'complaint' }, until }).get('')?.count).toBe(2);
  });

  test('but say nothing of sites', () => {
    const both = mergeAll('case', [older, second]);
    expect(() => tally(both, { where: { site: 'b' }, until })).toThrow(PartialTooOld);
    expect(tally(mergeAll('case', [second]), { where: { site: 'b' }, until }).get('')?.count).toBe(1);
  });
});
