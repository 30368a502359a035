import { describe, expect, test } from '@jest/globals';
import type { Fact } from '#event/types.ts';
import { partialOf } from '#metric/cube.ts';
import { caseStep, message } from '#test/metric/facts.ts';

const day = '2024-06-03';
const minute = (time: string) => Date.parse(time) / 60_000;
const instants = (stream: 'message' | 'case', facts: readonly Fact[]) =>
  partialOf({ stream, day }, facts, { service: ['housing'], network: ['facebook'] }).instants?.rows;

const question = message('received', '2024-06-03T09:00:30Z', { messageId: 'q' });
const nine = minute('2024-06-03T09:00:00Z');

describe('when a message was answered', () => {
  // The earliest reply that names it, at or after it; or else the earliest later reply that names none.
  test.each<[string, Fact[], string | undefined]>([
    ['no reply', [], undefined],
    ['a reply that names none', [message('replied', '2024-06-03T09:07:59Z')], '2024-06-03T09:07:00Z'],
    [
      'a reply of the same instant that names none: it may come before',
      [message('replied', '2024-06-03T09:00:30Z')],
      undefined,
    ],
    [
      'a reply of the same instant that names it',
      [message('replied', '2024-06-03T09:00:30Z', { inReplyTo: 'q' })],
      '2024-06-03T09:00:00Z',
    ],
    ['a reply from before', [message('replied', '2024-06-03T08:59:00Z', { inReplyTo: 'q' })], undefined],
    ['a reply that names another message', [message('replied', '2024-06-03T09:05:00Z', { inReplyTo: 'p' })], undefined],
    [
      'the named one goes before an earlier one that names none',
      [message('replied', '2024-06-03T09:01:00Z'), message('replied', '2024-06-03T11:00:00Z', { inReplyTo: 'q' })],
      '2024-06-03T11:00:00Z',
    ],
    [
      'the earliest of several, whatever their order',
      [message('replied', '2024-06-05T09:00:00Z'), message('replied', '2024-06-04T09:00:00Z')],
      '2024-06-04T09:00:00Z',
    ],
    ['a machine’s reply', [message('replied', '2024-06-03T09:01:00Z', { automated: true })], undefined],
    ['a withdrawn reply', [message('replied', '2024-06-03T09:01:00Z', {}, { withdrawn: true })], undefined],
    ['a reply in another thread', [message('replied', '2024-06-03T09:01:00Z', {}, { subject: 'u' })], undefined],
    ['a reply 30 days later', [message('replied', '2024-07-03T09:00:00Z')], '2024-07-03T09:00:00Z'],
    ['a reply 31 days later', [message('replied', '2024-07-04T09:00:00Z')], undefined],
  ])('%s', (_, replies, replied) => {
    expect(instants('message', [...replies, question])).toEqual([
      {
        key: ['social', 'facebook', '', ''],
        at: { received: nine, asked: nine, ...(replied && { replied: minute(replied) }) },
        count: 1,
      },
    ]);
  });

  test('one reply answers every open message of its thread', () => {
    const rows = instants('message', [
      question,
      message('received', '2024-06-03T09:00:31Z'),
      message('replied', '2024-06-03T10:00:00Z'),
    ]);
    expect(rows?.map(({ at, count }) => ({ at, count }))).toEqual(
      expect.arrayContaining([
        { at: { received: nine, asked: nine, replied: nine + 60 }, count: 1 },
        { at: { received: nine, replied: nine + 60 }, count: 1 },
      ]),
    );
  });

  // The last event of its thread before it decides: a message that waits, of the 30 days before, or a reply.
  test.each<[string, Fact[], boolean]>([
    ['nothing before it', [], true],
    ['a message that waits', [message('received', '2024-06-03T09:00:00Z')], false],
    ['a message of 30 days before that waits', [message('received', '2024-05-04T09:00:00Z')], false],
    ['a message of 31 days before', [message('received', '2024-05-03T09:00:00Z')], true],
    ['a reply', [message('received', '2024-06-02T09:00:00Z'), message('replied', '2024-06-02T10:00:00Z')], true],
    [
      'a reply of the same instant',
      [message('received', '2024-06-02T09:00:00Z'), message('replied', '2024-06-03T09:00:30Z')],
      true,
    ],
    [
      'a machine’s reply',
      [message('received', '2024-06-02T09:00:00Z'), message('replied', '2024-06-02T09:00:01Z', { automated: true })],
      false,
    ],
    ['a message of another thread', [message('received', '2024-06-03T09:00:00Z', {}, { subject: 'u' })], true],
    ['a message that was withdrawn', [message('received', '2024-06-03T09:00:00Z', {}, { withdrawn: true })], true],
  ])('a message begins a wait after %s: %p', (_, before, asks) => {
    const row = instants('message', [...before, question])?.find(
      ({ at }) => at['received'] === nine && (asks ? at['asked'] : !at['asked']),
    );
    expect(row).toBeDefined();
  });

  test('an automated message is left out, with the reason', () => {
    const partial = partialOf(
      { stream: 'message', day },
      [message('received', '2024-06-03T09:00:00Z', { automated: true })],
      {},
    );
    expect(partial).toMatchObject({ facts: 0, leftOut: { automated: 1 }, instants: { rows: [] }, days: [day] });
  });

  test('a message of another day has its row there, and its reply counts here', () => {
    const facts = [message('received', '2024-06-02T09:00:00Z'), message('replied', '2024-06-03T09:00:00Z')];
    expect(instants('message', facts)).toEqual([]);
    expect(partialOf({ stream: 'message', day }, facts, {}).facts).toBe(1);
  });
});

describe('a case', () => {
  const opened = caseStep('opened', '2024-06-03T09:00:00Z');

  test.each<[string, Fact[], { key?: string[]; at?: Record<string, number> } | undefined]>([
    ['opened only', [opened], { key: ['complaint', '', '', '', ''], at: { opened: nine } }],
    ['never opened', [caseStep('closed', '2024-06-03T09:00:00Z')], undefined],
    ['opened on another day', [caseStep('opened', '2024-06-02T09:00:00Z'), opened], undefined],
    ['opened twice is one case', [opened, caseStep('opened', '2024-06-03T10:00:00Z')], { at: { opened: nine } }],
    [
      'with every step, on any day, the first of each',
      [
        opened,
        caseStep('acknowledged', '2024-06-03T09:05:59Z'),
        caseStep('responded', '2024-06-04T09:00:00Z'),
        caseStep('responded', '2024-06-05T09:00:00Z'),
        caseStep('closed', '2024-06-06T09:00:00Z'),
      ],
      { at: { opened: nine, acknowledged: nine + 5, responded: nine + 1440, closed: nine + 3 * 1440 } },
    ],
    ['closed before it was opened', [opened, caseStep('closed', '2024-06-02T09:00:00Z')], { at: { opened: nine } }],
    [
      'closed the instant it was opened',
      [
        caseStep('opened', '2024-06-03T09:00:00Z', {}, { contentHash: 'b' }),
        caseStep('closed', '2024-06-03T09:00:00Z', {}, { contentHash: 'a' }),
      ],
      { at: { opened: nine, closed: nine } },
    ],
    [
      'whose service only a later event tells',
      [opened, caseStep('closed', '2024-06-04T09:00:00Z', { service: 'housing' })],
      { key: ['complaint', 'housing', '', '', ''] },
    ],
    [
      'whose site only a later event tells, as sent',
      [opened, caseStep('closed', '2024-06-04T09:00:00Z', { site: 'Arrow Vale' })],
      { key: ['complaint', '', '', '', 'Arrow Vale'] },
    ],
    [
      'escalated later was opened at its first stage',
      [
        caseStep('opened', '2024-06-03T09:00:00Z', { stage: '1' }),
        caseStep('escalated', '2024-06-04T09:00:00Z', { stage: '2' }),
      ],
      { key: ['complaint', '', '1', '', ''] },
    ],
    [
      'with an outcome that is not listed',
      [opened, caseStep('closed', '2024-06-04T09:00:00Z', { outcome: 'upheld' })],
      { key: ['complaint', '', '', 'other', ''] },
    ],
  ])('%s', (_, facts, row) => {
    expect(instants('case', facts)).toMatchObject(row ? [row] : []);
  });

  test('its events are counted on their own days, with what earlier events told', () => {
    const facts = [
      caseStep('opened', '2024-06-01T09:00:00Z', { service: 'housing', stage: '1' }),
      caseStep('closed', '2024-06-03T09:00:00Z'),
    ];
    const partial = partialOf({ stream: 'case', day }, facts, { service: ['housing'] });
    expect(partial.cuboids[0]).toEqual({
      dimensions: ['event', 'kind', 'service', 'stage'],
      rows: [{ key: ['closed', 'complaint', 'housing', '1'], count: 1, numbers: {} }],
    });
  });
});
