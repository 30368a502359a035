import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { freeswitch } from '#adapter/freeswitch.ts';
import type { Mapping } from '#adapter/mapping.ts';
import type { Fact } from '#event/types.ts';
import { contextOf, factsOf, itemsOf, keptOf, requestOf, token } from '#test/adapter/telephony.ts';

const named: Mapping = { queue: { support: 'switchboard', 2000: 'reception' }, service: { support: 'general' } };
const read = (body: string, mapping: Mapping = named) => {
  const context = contextOf('freeswitch', mapping);
  return factsOf(itemsOf(freeswitch, requestOf(body), context), 'freeswitch');
};
const dataOf = (fact: Fact | string | undefined) => (typeof fact === 'object' ? fact.data : fact);

// 1711875600 is 2024-03-31T09:00:00Z, which a London clock shows as 10:00.
const at = 1711875600;
const uuid = '7f4de4bc-17d7-11dd-b7a0-db4edd065621';
const start = '2024-03-31T09:00:00.000Z';

type Values = Readonly<Record<string, string | number>>;
const record = (variables: Values, more: object = {}) =>
  JSON.stringify({
    'core-uuid': '0f8fdc31-8508-4c91-be9c-2a46cf730343',
    channel_data: { direction: 'inbound', state: 'CS_REPORTING' },
    variables: {
      uuid,
      start_epoch: String(at),
      end_epoch: String(at + 100),
      answer_epoch: '0',
      caller_id_number: '07700900123',
      hangup_cause: 'NORMAL_CLEARING',
      ...variables,
    },
    callflow: [{ caller_profile: { destination_number: '2000', context: 'public', caller_id_number: '07700900123' } }],
    ...more,
  });

const member: Values = {
  cc_side: 'member',
  cc_queue: 'support@default',
  cc_queue_joined_epoch: at + 5,
  answer_epoch: at + 1,
};
const answeredMember: Values = {
  ...member,
  cc_queue_answered_epoch: at + 35,
  cc_queue_terminated_epoch: at + 95,
  cc_cause: 'answered',
};

describe('a caller in a queue of mod_callcenter', () => {
  test('answered', () =>
    expect(dataOf(read(record(answeredMember))[0])).toEqual({
      callId: uuid,
      queue: 'switchboard',
      service: 'general',
      direction: 'inbound',
      outcome: 'answered',
      offeredAt: '2024-03-31T09:00:05.000Z',
      answeredAt: '2024-03-31T09:00:35.000Z',
      endedAt: '2024-03-31T09:01:35.000Z',
      waitSeconds: 30,
      talkSeconds: 60,
    }));

  const canceled: Values = { ...member, cc_queue_canceled_epoch: at + 65, cc_cause: 'cancel' };
  test.each([
    ['hung up', { cc_cancel_reason: 'BREAK_OUT' }, { outcome: 'abandoned', waitSeconds: 60 }],
    ['hung up, without a reason', {}, { outcome: 'abandoned' }],
    ['waited too long', { cc_cancel_reason: 'TIMEOUT' }, { outcome: 'overflow' }],
    ['found no agents', { cc_cancel_reason: 'NO_AGENT_TIMEOUT' }, { outcome: 'overflow' }],
    ['pressed a key', { cc_cancel_reason: 'EXIT_WITH_KEY' }, { outcome: 'overflow' }],
    [
      'was fetched away',
      { transfer_history: `${at + 60}:${uuid}:bl_xfer:2001/default/XML` },
      { outcome: 'overflow', transferred: true },
    ],
  ])('%s', (_, more, data) => {
    const [fact] = read(record({ ...canceled, ...more }));
    expect(dataOf(fact)).toMatchObject({ queue: 'switchboard', ...data });
    expect(dataOf(fact)).not.toHaveProperty('answeredAt');
  });

  test.each([
    ['on the way to the queue', at + 5, undefined],
    ['in the second of the answer', at + 36, undefined],
    ['after it', at + 37, true],
  ])('a transfer %s', (_, time, transferred) => {
    const [fact] = read(record({ ...answeredMember, transfer_history: `${time}:${uuid}:bl_xfer:2001/default/XML` }));
    expect(dataOf(fact)).toMatchObject({ outcome: 'answered' });
    expect(typeof fact === 'object' && fact.data['transferred']).toBe(transferred);
  });

  test('the mapping may name the queue with its domain', () =>
    expect(dataOf(read(record(answeredMember), { queue: { 'SUPPORT@default': 'main' } })[0])).toMatchObject({
      queue: 'main',
    }));

  test('without a mapping the queue keeps its name, and no domain', () =>
    expect(dataOf(read(record(answeredMember), {})[0])).toMatchObject({ queue: 'support' }));
});

describe('mod_fifo', () => {
  const fifo: Values = { last_app: 'fifo', last_arg: 'support@default in', answer_epoch: at + 1 };
  test.each([
    [
      'served',
      { fifo_serviced_uuid: uuid, bridge_epoch: at + 20 },
      { outcome: 'answered', waitSeconds: 20, talkSeconds: 80 },
    ],
    ['given up', { fifo_status: 'ABORTED' }, { outcome: 'abandoned', waitSeconds: 100 }],
    ['timed out', { fifo_status: 'TIMEOUT' }, { outcome: 'overflow' }],
  ])('%s', (_, more, data) =>
    expect(dataOf(read(record({ ...fifo, ...more }))[0])).toMatchObject({ queue: 'switchboard', ...data }),
  );
});

describe('a call without a queue', () => {
  test.each([
    ['answered', { answer_epoch: at + 12 }, { outcome: 'answered', waitSeconds: 12, talkSeconds: 88 }],
    ['given up', { hangup_cause: 'ORIGINATOR_CANCEL' }, { outcome: 'abandoned', waitSeconds: 100 }],
    ['rung out', { hangup_cause: 'NO_ANSWER' }, { outcome: 'abandoned' }],
    ['busy', { hangup_cause: 'USER_BUSY' }, { outcome: 'failed' }],
    ['no such number', { hangup_cause: 'UNALLOCATED_NUMBER' }, { outcome: 'failed' }],
    ['passed on unanswered', { hangup_cause: 'BLIND_TRANSFER' }, { outcome: 'overflow', transferred: true }],
    [
      'passed on',
      { answer_epoch: at + 1, hangup_cause: 'ATTENDED_TRANSFER' },
      { outcome: 'answered', transferred: true },
    ],
    ['made by the council', { call_direction: 'outbound', answer_epoch: at + 1 }, { direction: 'outbound' }],
  ])('%s', (_, more, data) =>
    expect(dataOf(read(record(more))[0])).toMatchObject({ queue: 'reception', offeredAt: start, ...data }),
  );

  test.each([
    ['the other leg', record({ direction: 'outbound' }), 'left out: the other leg'],
    ['the agent’s', record({ cc_side: 'agent', direction: 'outbound' }), 'left out: the agent'],
    ['within the house', record({ call_direction: 'local' }), 'left out: a call within'],
    ['that lost a race', record({ hangup_cause: 'LOSE_RACE' }), 'left out: a leg that'],
    ['to nothing named', record({}, { callflow: [] }), 'left out: a call to an extension'],
    ['without variables', '{"uuid":"x"}', 'refused: a record must have an object named variables'],
    ['without an id', record({ uuid: '' }), 'refused: variables.uuid'],
    ['without its times', record({ end_epoch: '0' }), 'refused: start_epoch and end_epoch'],
    ['before its start', record({ end_epoch: at - 1 }), 'rejected: data.endedAt must not be before offeredAt'],
    ['of nothing', 'null', 'refused: a record must have'],
  ])('%s: refused or left out', (_, text, reason) => expect(String(read(text)[0])).toContain(reason));

  test('the member’s leg counts though the system rang it', () =>
    expect(dataOf(read(record({ ...answeredMember, direction: 'outbound' }))[0])).toMatchObject({
      outcome: 'answered',
    }));

  test.each([
    [
      'microseconds',
      { start_uepoch: `${at}250000`, end_uepoch: at * 1e6 + 1e8, start_epoch: '1' },
      '2024-03-31T09:00:00.250Z',
    ],
    ['a London clock’s time', { start_epoch: '', start_stamp: '2024-03-31%2010%3A00%3A00' }, start],
  ])('times in %s', (_, more, offeredAt) => expect(dataOf(read(record(more))[0])).toMatchObject({ offeredAt }));

  test('without named queues every call counts, by its context', () => {
    expect(dataOf(read(record({}), {})[0])).toMatchObject({ queue: 'public' });
    expect(dataOf(read(record({}, { callflow: [] }), {})[0])).toMatchObject({ queue: 'direct' });
  });

  test('no number, no name and no other variable is kept', () => {
    const text = record({ ...answeredMember, uuid: '07700900123', cc_queue: '07700900123@x.example', sip_from: 'ann' });
    expect(read(text)).toHaveLength(1);
    expect(JSON.stringify(read(text))).not.toMatch(/7700900|x\.example|\bann\b/);
  });

  test('quarantine keeps no password', () => {
    const [item] = itemsOf(freeswitch, requestOf(record({ uuid: '', sip_auth_password: 'hunter2' })), contextOf('f'));
    expect(item?.text()).toContain('sip_auth_password');
    expect(item?.text()).not.toContain('hunter2');
  });
});

describe('however it is posted', () => {
  const json = record({ answer_epoch: at + 12, cc_note: 'fish+chips & 100%25' });
  const base64 = Buffer.from(json).toString('base64');
  test.each([
    ['a form', `cdr=${encodeURIComponent(json)}`],
    ['a form with a plus for a space', `cdr=${encodeURIComponent(json).replaceAll('%20', '+')}`],
    ['a form that is not encoded', `cdr=${json}`],
    ['a form in base64', `cdr=${base64}`],
    ['the same on lines of 72', `cdr=${base64.replaceAll(/.{72}/g, '$&\n')}`],
    ['the same, encoded once more', `cdr=${encodeURIComponent(base64)}`],
    ['the leg’s id before it', `uuid=a_${uuid}&cdr=${encodeURIComponent(json)}`],
    ['a list', `[${json}]`],
  ])('%s', (_, body) => expect(read(body)).toEqual(read(json)));

  test.each(['', 'cdr=', 'cdr=%%%', 'hello', '{"variables"', `cdr=${base64.slice(0, 40)}`])('not %j', (body) =>
    expect(freeswitch.read(requestOf(body), contextOf('f'))).toMatchObject({ unreadable: 'content' }),
  );

  test('basic authentication, any user', () => {
    const authorization = `Basic ${Buffer.from(`freeswitch:${token}`).toString('base64')}`;
    expect(freeswitch.problem(requestOf('', { headers: { authorization } }), contextOf('f'))).toBeUndefined();
    expect(freeswitch.problem(requestOf(''), contextOf('f'))).toContain('Show the token');
  });
});

describe('laws', () => {
  test('a call’s legs in any order and repetition are one fact', async () => {
    const legs = [
      record(answeredMember),
      record({
        uuid: 'b0f4de4b-17d7-11dd-b7a0-db4edd065621',
        direction: 'outbound',
        cc_side: 'agent',
        cc_queue: 'support@default',
      }),
      record({ uuid: 'c0f4de4b-17d7-11dd-b7a0-db4edd065621', direction: 'outbound' }),
    ];
    const order = fc.shuffledSubarray([...legs, ...legs], { minLength: 6 });
    const law = async (shuffled: string[]) => {
      const kept = await keptOf(shuffled.flatMap((leg) => read(leg)));
      expect(kept.map(({ data }) => data)).toEqual([expect.objectContaining({ outcome: 'answered', waitSeconds: 30 })]);
    };
    await fc.assert(fc.asyncProperty(order, law), { numRuns: 30 });
  });

  test('garbage never throws, and what quarantine keeps is read the same', () => {
    const value = fc.oneof(
      fc.constantFrom('member', 'support', uuid, '0', at, '%', 'inbound'),
      fc.string(),
      fc.jsonValue(),
    );
    const key = fc.constantFrom(
      'cc_side',
      'cc_queue',
      'uuid',
      'start_epoch',
      'end_epoch',
      'direction',
      'transfer_history',
    );
    const law = (variables: object, callflow: unknown) => {
      const context = contextOf('f', named);
      for (const item of itemsOf(freeswitch, requestOf(JSON.stringify({ variables, callflow })), context)) {
        const again = freeswitch.again(item.text(), context);
        expect({ ...again, text: again.text() }).toEqual({ ...item, text: item.text() });
      }
    };
    fc.assert(fc.property(fc.dictionary(key, value), fc.jsonValue(), law));
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => void freeswitch.read(requestOf(Buffer.from(bytes)), contextOf('f'))),
    );
  });
});
