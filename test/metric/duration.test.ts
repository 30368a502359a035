import { describe, expect, test } from '@jest/globals';
import type { Clock } from '#calendar/clock.ts';
import type { Fact } from '#event/types.ts';
import { CannotAnswer, PartialTooOld } from '#metric/cannotAnswer.ts';
import { partialOf } from '#metric/cube.ts';
import { durationsOf, type Kept, unanswerableDuration, withinOf } from '#metric/duration.ts';
import { merge, mergeAll } from '#metric/merge.ts';
import { tally } from '#metric/query.ts';
import type { CountedStream } from '#metric/streams.ts';
import { caseStep, message, visit } from '#test/metric/facts.ts';

const elapsed: Clock = { kind: 'elapsed' };
const workingDays: Clock = { kind: 'working-days', division: 'england-and-wales' };
const officeHours: Clock = {
  kind: 'opening-hours',
  hours: { mon: ['09:00', '17:00'], tue: ['09:00', '17:00'], wed: ['09:00', '17:00'] },
};
const listed = { network: ['facebook', 'x'], outcome: ['upheld'], service: ['housing'], site: ['civic'] };
const merged = (stream: CountedStream, facts: readonly Fact[]) =>
  mergeAll(
    stream,
    [...new Set(facts.map(({ day }) => day))].map((day) => partialOf({ stream, day }, facts, listed)),
  );
const endOf = (day: string) => new Date(`${day}T22:59:59.999Z`);
const ofMonday = endOf('2024-06-03');

/** In June a London clock is an hour ahead: 15:30 on a Monday is 14:30Z. */
const received = (time: string, subject: string, data = {}) =>
  message('received', time, { messageId: subject, ...data }, { subject });
const replied = (time: string, subject: string, data = {}) => message('replied', time, data, { subject });

describe('the first response to a message', () => {
  const first = { from: 'received', to: 'replied', clock: elapsed };
  const messages = merged('message', [
    received('2024-06-03T14:30:00Z', 'a'),
    replied('2024-06-03T14:31:00Z', 'a', { automated: true }),
    replied('2024-06-03T16:30:00Z', 'a'),
    replied('2024-06-03T17:30:00Z', 'a'),
    received('2024-06-03T15:30:00Z', 'b', { network: 'x' }),
    replied('2024-06-04T08:30:00Z', 'b', { network: 'x' }),
    received('2024-06-03T15:30:00Z', 'c', { channel: 'webchat', network: 'x' }),
  ]);

  test.each<[string, object, Date, object]>([
    ['two hours; the others had no reply yet', {}, ofMonday, { histogram: [[7200, 1]], open: 2, unknown: 0 }],
    [
      'a reply a day later counts on the day of the message',
      {},
      endOf('2024-06-04'),
      {
        histogram: [
          [7200, 1],
          [61_200, 1],
        ],
        open: 1,
        unknown: 0,
      },
    ],
    [
      'by opening hours: 15:30 to 17:00, and 16:30 to 17:00 and 9:00 to 9:30',
      { clock: officeHours },
      endOf('2024-06-04'),
      {
        histogram: [
          [3600, 1],
          [5400, 1],
        ],
        open: 1,
        unknown: 0,
      },
    ],
    ['of one network', { where: { network: 'facebook' } }, ofMonday, { histogram: [[7200, 1]], open: 0, unknown: 0 }],
    [
      'unknown on a network whose replies cannot be seen, even those that were',
      { unseen: ['x'] },
      endOf('2024-06-04'),
      { histogram: [[7200, 1]], open: 0, unknown: 2 },
    ],
    ['or on a channel', { unseen: ['social'] }, ofMonday, { histogram: [], open: 1, unknown: 2 }],
    ['of nothing', { where: { channel: 'sms' } }, ofMonday, { histogram: [], open: 0, unknown: 0 }],
  ])('%s', (_, over, until, durations) => {
    expect(durationsOf(messages, { ...first, ...over }, until)).toEqual(new Map([['', durations]]));
  });

  test('cut by network', () => {
    expect(Object.fromEntries(durationsOf(messages, { ...first, by: 'network' }, endOf('2024-06-04')))).toEqual({
      facebook: { histogram: [[7200, 1]], open: 0, unknown: 0 },
      x: { histogram: [[61_200, 1]], open: 1, unknown: 0 },
    });
  });

  test.each<[string, object, Date, Kept]>([
    ['on the second is in time', { limit: 7200 }, ofMonday, { within: 1, late: 2, open: 0, unknown: 0 }],
    ['a second less is not', { limit: 7199 }, ofMonday, { within: 0, late: 3, open: 0, unknown: 0 }],
    [
      'a limit that has not passed says nothing of those open',
      { limit: 27_000 },
      ofMonday,
      { within: 1, late: 0, open: 2, unknown: 0 },
    ],
    [
      'until it has passed: from 16:30 to midnight are 27,000 seconds',
      { limit: 26_999 },
      ofMonday,
      { within: 1, late: 2, open: 0, unknown: 0 },
    ],
    ['unseen is neither', { limit: 7200, unseen: ['x'] }, ofMonday, { within: 1, late: 0, open: 0, unknown: 2 }],
  ])('within a limit: %s', (_, over, until, kept) => {
    expect(withinOf(messages, { ...first, limit: 0, ...over }, until)).toEqual(new Map([['', kept]]));
  });

  test('where replies cannot be seen, whether a message was answered is neither true nor false', () => {
    const ask = (answered: boolean) =>
      tally(messages, { where: { answered }, unseen: ['x'], until: ofMonday }).get('')?.count;
    expect([ask(true), ask(false)]).toEqual([1, 0]);
    const until = endOf('2024-06-04');
    const minutes = (unseen: string[]) => tally(messages, { number: 'replyMinutes', unseen, until }).get('')?.histogram;
    expect(minutes([])).toHaveLength(2);
    expect(minutes(['x'])).toEqual([[120, 1]]);
  });
});

describe('a case', () => {
  // 3 June 2024 is a Monday, without bank holidays until the end of August.
  const steps = merged('case', [
    caseStep('opened', '2024-06-03T09:00:00Z'),
    caseStep('acknowledged', '2024-06-05T09:00:00Z'),
    caseStep('extended', '2024-06-14T09:00:00Z'),
    caseStep('responded', '2024-06-24T09:00:00Z'),
    caseStep('opened', '2024-06-03T09:00:00Z', { caseId: 'd' }, { subject: 'd' }),
    caseStep('responded', '2024-06-06T09:00:00Z', { caseId: 'd' }, { subject: 'd' }),
    caseStep('opened', '2024-06-04T09:00:00Z', { caseId: 'e' }, { subject: 'e' }),
  ]);
  const span = (from: string, to: string) => ({ from, to, clock: workingDays });

  test.each<[string, ReturnType<typeof span>, string, object]>([
    [
      'opened to acknowledged',
      span('opened', 'acknowledged'),
      '2024-06-30',
      { histogram: [[2, 1]], open: 2, unknown: 0 },
    ],
    [
      'opened to responded',
      span('opened', 'responded'),
      '2024-06-30',
      {
        histogram: [
          [3, 1],
          [15, 1],
        ],
        open: 1,
        unknown: 0,
      },
    ],
    [
      'acknowledged to responded: one was never acknowledged, one neither',
      span('acknowledged', 'responded'),
      '2024-06-30',
      { histogram: [[13, 1]], open: 0, unknown: 1 },
    ],
    ['as of a day before', span('opened', 'responded'), '2024-06-05', { histogram: [], open: 3, unknown: 0 }],
    ['as of before it was opened', span('opened', 'responded'), '2024-06-03', { histogram: [], open: 2, unknown: 0 }],
  ])('%s', (_, question, asOf, durations) => {
    expect(durationsOf(steps, question, endOf(asOf)).get('')).toEqual(durations);
  });

  test.each<[string, { limit: number; extension?: number }, string, Partial<Kept>]>([
    ['the last working day is in time', { limit: 15 }, '2024-06-30', { within: 2, late: 1, open: 0 }],
    ['the next is not', { limit: 14 }, '2024-06-30', { within: 1, late: 2, open: 0 }],
    ['extended on day 9 of 9, by 6', { limit: 9, extension: 6 }, '2024-06-30', { within: 2, late: 1 }],
    ['extended after day 8', { limit: 8, extension: 10 }, '2024-06-30', { within: 1, late: 2 }],
    ['not extended by enough', { limit: 9, extension: 5 }, '2024-06-30', { within: 1, late: 2 }],
    ['open on its last day: left out', { limit: 14 }, '2024-06-24', { within: 1, late: 1, open: 1 }],
    ['open a day after it: late', { limit: 14 }, '2024-06-25', { within: 1, late: 2, open: 0 }],
    ['open and extended: not late yet', { limit: 9, extension: 6 }, '2024-06-17', { within: 1, late: 0, open: 2 }],
    ['as of before the extension: late without it', { limit: 8 }, '2024-06-13', { within: 1, late: 0, open: 2 }],
    ['responded before the as-of day only', { limit: 3 }, '2024-06-05', { within: 0, late: 0, open: 3 }],
  ])('due: %s', (_, limit, asOf, kept) => {
    expect(withinOf(steps, { ...span('opened', 'responded'), ...limit }, endOf(asOf)).get('')).toMatchObject(kept);
  });

  test('responded to before it was acknowledged took no time from then, and was in time', () => {
    const early = merged('case', [
      caseStep('opened', '2024-06-03T09:00:00Z'),
      caseStep('responded', '2024-06-04T09:00:00Z'),
      caseStep('acknowledged', '2024-06-06T09:00:00Z'),
    ]);
    const question = span('acknowledged', 'responded');
    expect(durationsOf(early, question, endOf('2024-06-30')).get('')?.histogram).toEqual([[0, 1]]);
    expect(withinOf(early, { ...question, limit: 0 }, endOf('2024-06-30')).get('')).toMatchObject({ within: 1 });
  });

  test('on days whose bank holidays are not known cannot be told, and says so', () => {
    const old = merged('case', [
      caseStep('opened', '2012-06-11T09:00:00Z'),
      caseStep('responded', '2012-06-13T09:00:00Z'),
    ]);
    expect(() => durationsOf(old, span('opened', 'responded'), endOf('2012-06-30'))).toThrow(CannotAnswer);
    expect(durationsOf(old, { ...span('opened', 'responded'), clock: elapsed }, endOf('2012-06-30')).get('')).toEqual({
      histogram: [[172_800, 1]],
      open: 0,
      unknown: 0,
    });
  });

  test('in partials that do not know when it was extended cannot be judged by an extension, but without', () => {
    const { knows: _, ...older } = steps;
    const ask = (extension: number) =>
      withinOf(merge(older, steps), { ...span('opened', 'responded'), limit: 9, extension }, endOf('2024-06-30'));
    expect(() => ask(6)).toThrow(PartialTooOld);
    expect(ask(0).size).toBe(1);
  });
});

// docs/measures.md, Durations: two complaints of Monday, one answered on Thursday; the limit is the end of the next Monday.
test.each([
  ['2024-06-07', { within: 1, late: 0, open: 1, unknown: 0 }],
  ['2024-06-10', { within: 1, late: 0, open: 1, unknown: 0 }],
  ['2024-06-11', { within: 1, late: 1, open: 0, unknown: 0 }],
])('the worked example of the documentation, as of %s', (asOf, kept) => {
  const facts = [
    caseStep('opened', '2024-06-03T09:00:00Z'),
    caseStep('responded', '2024-06-06T09:00:00Z'),
    caseStep('opened', '2024-06-03T09:00:00Z', {}, { subject: 'd' }),
  ];
  const question = { from: 'opened', to: 'responded', clock: workingDays, limit: 5 };
  expect(withinOf(merged('case', facts), question, endOf(asOf)).get('')).toEqual(kept);
});

describe('stages of a case', () => {
  const question = { from: 'opened', to: 'responded', clock: workingDays, by: 'stage' };
  const stages = (...facts: Fact[]) =>
    Object.fromEntries(durationsOf(merged('case', facts), question, endOf('2024-06-30')));
  const opened = caseStep('opened', '2024-06-03T09:00:00Z');
  const took = (days: number) => ({ histogram: [[days, 1]], open: 0, unknown: 0 });
  const stillOpen = { histogram: [], open: 1, unknown: 0 };

  test.each<[string, Fact[], object]>([
    ['one that was never escalated is at stage 1', [caseStep('responded', '2024-06-05T09:00:00Z')], { 1: took(2) }],
    [
      'escalated starts stage 2, which has a clock of its own',
      [
        caseStep('responded', '2024-06-05T09:00:00Z'),
        caseStep('escalated', '2024-06-10T09:00:00Z'),
        caseStep('responded', '2024-06-14T09:00:00Z'),
      ],
      { 1: took(2), 2: took(4) },
    ],
    [
      'escalated without an answer leaves stage 1 open',
      [caseStep('escalated', '2024-06-10T09:00:00Z'), caseStep('responded', '2024-06-14T09:00:00Z')],
      { 1: stillOpen, 2: took(4) },
    ],
    [
      'an event that names its stage belongs to it, however late',
      [caseStep('escalated', '2024-06-10T09:00:00Z'), caseStep('responded', '2024-06-11T09:00:00Z', { stage: '1' })],
      { 1: took(6), 2: stillOpen },
    ],
    [
      'answered and escalated at one instant: the answer ends stage 1',
      [
        caseStep('escalated', '2024-06-05T09:00:00Z', {}, { contentHash: 'a' }),
        caseStep('responded', '2024-06-05T09:00:00Z', {}, { contentHash: 'b' }),
      ],
      { 1: took(2), 2: stillOpen },
    ],
    [
      'a stage that is not listed is other',
      [caseStep('escalated', '2024-06-10T09:00:00Z', { stage: 'panel' })],
      { 1: stillOpen, other: stillOpen },
    ],
  ])('%s', (_, later, expected) => {
    expect(stages(...later, opened)).toEqual(expected);
  });

  test('count in the period in which they began, with their own outcome', () => {
    const facts = [
      opened,
      caseStep('responded', '2024-06-05T09:00:00Z', { outcome: 'upheld' }),
      caseStep('escalated', '2024-06-10T09:00:00Z'),
      caseStep('responded', '2024-06-14T09:00:00Z', { outcome: 'not' }),
    ];
    const day = partialOf({ stream: 'case', day: '2024-06-10' }, facts, listed);
    expect(day.instants?.rows).toEqual([]);
    expect(day.stages?.rows.map(({ key }) => key)).toEqual([['complaint', '', '2', 'other']]);
    const first = partialOf({ stream: 'case', day: '2024-06-03' }, facts, listed);
    expect(first.stages?.rows.map(({ key }) => key)).toEqual([['complaint', '', '1', 'upheld']]);
  });

  test('events after an escalation that names no stage are of the next', () => {
    const facts = [
      caseStep('opened', '2024-06-03T09:00:00Z', { stage: '1' }),
      caseStep('escalated', '2024-06-04T09:00:00Z'),
      caseStep('responded', '2024-06-05T09:00:00Z'),
    ];
    const until = endOf('2024-06-30');
    const byStage = tally(merged('case', facts), { by: 'stage', where: { event: 'responded' }, until });
    expect([...byStage]).toEqual([['2', { count: 1 }]]);
  });

  test('that an older partial lacks cannot be told', () => {
    const { stages: _, ...older } = merged('case', [opened]);
    expect(() => durationsOf(older, question, endOf('2024-06-30'))).toThrow(
      'the partials of case must be rebuilt: some of them lack stages',
    );
  });
});

describe('a visit', () => {
  const at = (minute: number) => `2024-06-03T09:${String(minute).padStart(2, '0')}:30.000Z`;
  const visits = merged('visit', [
    visit(at(0), { servedAt: at(5), endedAt: at(20) }),
    visit(at(0), { servedAt: at(10) }),
    visit(at(0), { site: 'unlisted' }),
  ]);
  const wait = { from: 'arrived', to: 'served', clock: elapsed };

  test('waited until it was served, or never was', () => {
    expect(durationsOf(visits, wait, ofMonday).get('')).toEqual({
      histogram: [
        [300, 1],
        [600, 1],
      ],
      open: 1,
      unknown: 0,
    });
    expect(withinOf(visits, { ...wait, limit: 599 }, ofMonday).get('')).toEqual({
      within: 1,
      late: 1,
      open: 1,
      unknown: 0,
    });
    expect([...durationsOf(visits, { ...wait, by: 'site' }, ofMonday).keys()]).toEqual(['civic', 'other']);
  });

  test('was served until its end, if it was served', () => {
    const served = { from: 'served', to: 'ended', clock: elapsed };
    expect(durationsOf(visits, served, ofMonday).get('')).toEqual({ histogram: [[900, 1]], open: 1, unknown: 0 });
    expect(durationsOf(visits, { ...served, where: { served: 'false' } }, ofMonday).get('')?.open).toBe(0);
  });
});

describe('what cannot be asked', () => {
  const ask = { from: 'opened', to: 'responded', clock: elapsed };
  test.each<[CountedStream, Parameters<typeof unanswerableDuration>[1], string | undefined]>([
    ['case', { ...ask, where: { kind: 'complaint', stage: '2', responded: true }, by: 'service' }, undefined],
    ['message', { from: 'received', to: 'replied', clock: elapsed, where: { kind: 'received' } }, undefined],
    ['visit', { from: 'served', to: 'ended', clock: elapsed, where: { site: 'civic' } }, undefined],
    ['call', ask, 'call keeps no instants; message, case and visit do'],
    ['case', { ...ask, to: 'answered' }, 'case has no instant "answered"; the nearest is "opened"'],
    ['case', { ...ask, to: 'opened' }, 'a duration runs from one instant to another, not from opened to opened'],
    ['case', { ...ask, to: 'escalated', by: 'stage' }, 'a stage of case has no instant "escalated"'],
    ['case', { ...ask, orOnce: 'shut' }, 'case has no instant "shut"; the nearest is "opened"'],
    [
      'visit',
      { from: 'arrived', to: 'served', clock: elapsed, orOnce: 'ended' },
      'durations of visit are kept without other instants',
    ],
    [
      'case',
      { ...ask, by: 'site', where: { stage: '2' } },
      'durations of case are not kept by site; they are by kind, service, stage, outcome, acknowledged, extended, responded and closed',
    ],
    [
      'case',
      { ...ask, where: { event: 'closed' } },
      'durations of case are not kept by event; they are by kind, service, stage, outcome, site, acknowledged, extended, responded, closed and escalated',
    ],
    [
      'case',
      { ...ask, where: { respondMinutes: { atMost: 5 } } },
      '"respondMinutes" cannot be limited here: durations of case are filtered by dimensions only',
    ],
    [
      'case',
      { ...ask, where: { service: 'hosing' } },
      'service of case is never "hosing"; the nearest is "housing"; or list it under dimensions.service in organisation.yaml',
    ],
    [
      'visit',
      { from: 'arrived', to: 'ended', clock: elapsed },
      'durations of visit are kept from arrived to served and from served to ended only',
    ],
    [
      'visit',
      { from: 'arrived', to: 'served', clock: workingDays },
      'durations of visit are kept as elapsed time only; write clock: elapsed',
    ],
    [
      'visit',
      { from: 'arrived', to: 'served', clock: elapsed, by: 'queue' },
      'visit has no dimension "queue"; the nearest is "site"',
    ],
  ])('%s %j', (stream, question, problem) => {
    expect(unanswerableDuration(stream, question, listed)).toBe(problem);
  });
});
