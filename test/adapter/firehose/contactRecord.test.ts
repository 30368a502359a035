import { describe, expect, test } from '@jest/globals';
import { firehose } from '#adapter/firehose.ts';
import type { Mapping } from '#adapter/mapping.ts';
import { contextFor, factsOf } from '#test/adapter/context.ts';

const never = '1970-01-01T00:00:00.001Z';

/** A call that rang for 30 seconds in a queue, was answered, and lasted 4 minutes. */
const answered = {
  AWSContactTraceRecordFormatVersion: '2017-03-10',
  ContactId: '1f0c6a52-0001-4a6e-9f3b-5d2f7f6c0001',
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: '2025-04-28T08:59:00Z',
  ConnectedToSystemTimestamp: '2025-04-28T08:59:00Z',
  DisconnectTimestamp: '2025-04-28T09:04:30Z',
  LastUpdateTimestamp: '2025-04-28T09:06:00Z',
  NextContactId: null,
  PreviousContactId: null,
  TransferCompletedTimestamp: null,
  CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+447700900123' },
  Attributes: { reason: 'Missed bin', name: 'Mrs Example' },
  Queue: {
    ARN: 'arn:aws:connect:eu-west-2:111122223333:instance/i/queue/q-waste',
    Name: 'Waste',
    EnqueueTimestamp: '2025-04-28T09:00:00Z',
    DequeueTimestamp: '2025-04-28T09:00:30Z',
    Duration: 30,
  },
  Agent: {
    Username: 'jo.example',
    ConnectedToAgentTimestamp: '2025-04-28T09:00:30Z',
    AgentInteractionDuration: 200,
    CustomerHoldDuration: 40,
    AfterContactWorkDuration: 60,
  },
};
const hungUp = {
  ...answered,
  Agent: null,
  DisconnectTimestamp: '2025-04-28T09:00:45Z',
  Queue: { ...answered.Queue, Duration: 45 },
};

const again = (record: object, mapping: Mapping = {}) =>
  firehose.again(JSON.stringify({ record: JSON.stringify(record) }), contextFor({ mapping }));
const only = (record: object, mapping: Mapping = {}) => {
  const facts = factsOf(again(record, mapping));
  expect(facts).toHaveLength(1);
  return facts[0];
};

describe('an Amazon Connect contact record', () => {
  test('of an answered call', () => {
    expect(only(answered)).toMatchObject({
      id: answered.ContactId,
      type: 'contact.call.completed',
      day: '2025-04-28',
      revision: Date.parse('2025-04-28T09:06:00Z'),
      data: {
        callId: answered.ContactId,
        queue: 'Waste',
        direction: 'inbound',
        offeredAt: '2025-04-28T09:00:00.000Z',
        answeredAt: '2025-04-28T09:00:30.000Z',
        endedAt: '2025-04-28T09:04:30.000Z',
        outcome: 'answered',
        waitSeconds: 30,
        talkSeconds: 200,
        holdSeconds: 40,
        wrapSeconds: 60,
        transferred: false,
      },
    });
  });

  test('keeps nothing of the caller, the agent or the attributes', () => {
    const kept = JSON.stringify(only(answered));
    for (const personal of ['447700900123', 'jo.example', 'Mrs Example', 'Missed bin'])
      expect(kept).not.toContain(personal);
  });

  const outcomes: readonly [name: string, record: object, outcome: string, data?: object][] = [
    ['hung up in the queue', hungUp, 'abandoned', { waitSeconds: 45 }],
    [
      'no duration: the queue until the end',
      { ...hungUp, Queue: { ...hungUp.Queue, Duration: null } },
      'abandoned',
      { waitSeconds: 45 },
    ],
    ['an agent of 1970 is none', { ...hungUp, Agent: { ConnectedToAgentTimestamp: never } }, 'abandoned'],
    ['passed on by the queue', { ...hungUp, NextContactId: '1f0c6a52-0001-4a6e-9f3b-5d2f7f6c0002' }, 'overflow'],
    [
      'passed on by an agent',
      { ...answered, NextContactId: '1f0c6a52-0001-4a6e-9f3b-5d2f7f6c0002' },
      'answered',
      { transferred: true },
    ],
    [
      'passed on to a number outside',
      { ...answered, TransferCompletedTimestamp: '2025-04-28T09:04:00Z' },
      'answered',
      { transferred: true },
    ],
    [
      'a transfer of 1970 is none',
      { ...answered, TransferCompletedTimestamp: never },
      'answered',
      { transferred: false },
    ],
    ['a channel in mixed case', { ...answered, Channel: 'Voice', InitiationMethod: 'Inbound' }, 'answered'],
    ['an older record without a channel', { ...answered, Channel: undefined }, 'answered'],
    [
      'a leg that another agent took',
      { ...answered, InitiationMethod: 'TRANSFER' },
      'answered',
      { direction: 'inbound' },
    ],
    [
      'straight to an agent, by no queue',
      { ...answered, Queue: null },
      'answered',
      { queue: 'none', waitSeconds: 0, offeredAt: '2025-04-28T08:59:00.000Z' },
    ],
    [
      'a queue of 1970',
      { ...answered, Queue: { Name: 'Waste', EnqueueTimestamp: never } },
      'answered',
      { queue: 'Waste', waitSeconds: 0 },
    ],
    [
      'a call made and taken',
      { ...answered, InitiationMethod: 'OUTBOUND', Queue: { Name: 'Outbound' } },
      'answered',
      { direction: 'outbound', waitSeconds: 0 },
    ],
    [
      'a call made and not taken',
      { ...answered, InitiationMethod: 'OUTBOUND', Queue: { Name: 'Outbound' }, ConnectedToSystemTimestamp: never },
      'failed',
      { direction: 'outbound' },
    ],
    [
      'a call back: nobody waited on the line',
      { ...answered, InitiationMethod: 'CALLBACK', ConnectedToSystemTimestamp: '2025-04-28T09:00:40Z' },
      'answered',
      { direction: 'outbound', waitSeconds: 0, answeredAt: '2025-04-28T09:00:40.000Z' },
    ],
    [
      'a program called, and nobody took over',
      { ...hungUp, InitiationMethod: 'API' },
      'abandoned',
      { direction: 'outbound', waitSeconds: 45 },
    ],
  ];
  test.each(outcomes)('%s', (_, record, outcome, data = {}) =>
    expect(only(record)).toMatchObject({ data: { outcome, ...data } }),
  );

  test.each([
    ['ended in the menu, before any queue', { ...hungUp, Queue: null }, 'never joined a queue'],
    ['a chat', { ...answered, Channel: 'CHAT' }, 'chat, not a call'],
    ['a task', { ...answered, Channel: 'Task' }, 'task, not a call'],
    ['a supervisor', { ...answered, InitiationMethod: 'MONITOR' }, 'a supervisor listening'],
    ['what an agent did', { AgentARN: 'arn', EventType: 'HEART_BEAT' }, 'agent or contact event'],
    ['a notice by EventBridge', { source: 'aws.connect', detail: {} }, 'agent or contact event'],
  ])('counts nowhere: %s', (_, record, leftOut) => expect(again(record)).toMatchObject({ events: [], leftOut }));

  test.each([
    ['no end', { ...answered, DisconnectTimestamp: never }, 'DisconnectTimestamp'],
    ['a way that is not known', { ...answered, InitiationMethod: 'PIGEON' }, 'InitiationMethod'],
    [
      'a revision more than a day ahead',
      { ...answered, LastUpdateTimestamp: '2025-05-02T09:00:01Z' },
      'LastUpdateTimestamp',
    ],
    ['something else', { hello: 'world' }, 'neither'],
  ])('is set aside: %s', (_, record, reason) => expect(again(record).refused?.reason).toContain(reason));

  test.each([
    ['what is no time', { ...answered, Queue: { ...answered.Queue, EnqueueTimestamp: 'noon' } }, '/data/offeredAt'],
    ['a time without a zone', { ...answered, DisconnectTimestamp: '2025-04-28T09:04:30' }, '/time'],
    ['an end before its start', { ...hungUp, DisconnectTimestamp: '2025-04-28T08:00:00Z' }, '/data/endedAt'],
    ['more than a day ahead', { ...answered, DisconnectTimestamp: '2025-05-02T09:00:01Z' }, '/time'],
  ])('is refused: %s', (_, record, pointer) =>
    expect(only(record)).toMatchObject({ refused: expect.stringContaining(pointer) }),
  );

  test('an id that is not one of Connect’s is hashed, since it could name a caller', () => {
    const fact = only({ ...answered, ContactId: '07700900123' });
    expect(JSON.stringify(fact)).not.toContain('07700900123');
  });

  test('a later record of a contact has the higher revision', () => {
    const later = only({ ...answered, LastUpdateTimestamp: '2025-05-01T08:00:00Z' });
    expect(later).toMatchObject({ id: answered.ContactId, revision: Date.parse('2025-05-01T08:00:00Z') });
    expect(only({ ...answered, LastUpdateTimestamp: never })).toMatchObject({
      revision: Date.parse(answered.DisconnectTimestamp),
    });
  });
});

describe('the words of a contact record', () => {
  const attributes = { enquiryType: 'reason', service: 'team', resolvedAtFirstContact: 'fixed' };
  test.each<[string, object, Mapping, object]>([
    [
      'a queue by its name',
      {},
      { queue: { WASTE: 'streets' }, service: { waste: 'waste' } },
      { queue: 'streets', service: 'waste' },
    ],
    ['a queue by its ARN', {}, { queue: { [answered.Queue.ARN]: 'streets' } }, { queue: 'streets' }],
    [
      'an attribute that is mapped',
      {},
      { attributes, enquiryType: { 'missed bin': 'missed-bin' } },
      { enquiryType: 'missed-bin' },
    ],
    [
      'a service by an attribute',
      { team: 'Streets' },
      { attributes, service: { streets: 'highways', waste: 'waste' } },
      { service: 'highways' },
    ],
    ['resolved, in the flow’s word', { fixed: 'Yes' }, { attributes }, { resolvedAtFirstContact: true }],
    ['not resolved', { fixed: 'no' }, { attributes }, { resolvedAtFirstContact: false }],
  ])('%s', (_, given, mapping, data) =>
    expect(only({ ...answered, Attributes: { ...answered.Attributes, ...given } }, mapping)).toMatchObject({ data }),
  );

  test('an attribute whose value is not listed is dropped: people are told things there', () => {
    const fact = only(
      { ...answered, Attributes: { reason: 'ring 07700 900123' } },
      { attributes, enquiryType: { other: 'other' } },
    );
    expect(fact).not.toHaveProperty('data.enquiryType');
    expect(JSON.stringify(fact)).not.toContain('07700');
  });
});
