import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getExpectedBodyHash, getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { Mapping } from '#adapter/mapping.ts';
import { twilio } from '#adapter/twilio.ts';
import type { Fact } from '#event/types.ts';
import { contextOf, factsOf, itemsOf, keptOf, requestOf } from '#test/adapter/telephony.ts';

const mapping: Mapping = {
  queue: { 'Council tax': 'revenues', '+441632960000': 'switchboard' },
  service: { 'Council tax': 'council-tax' },
  attributes: { enquiryType: 'reason' },
  enquiryType: { bins: 'missed bin' },
};
const context = contextOf('twilio', mapping);
const form = (fields: object): string => new URLSearchParams(fields as Record<string, string>).toString();
const read = (body: string, of: Mapping = mapping) =>
  factsOf(itemsOf(twilio, requestOf(body), contextOf('twilio', of)), 'twilio');
const dataOf = (fact: Fact | string | undefined) => (typeof fact === 'object' ? fact.data : fact);

const callSid = `CA${'0a'.repeat(16)}`;
const taskSid = `WT${'1b'.repeat(16)}`;
const voice = {
  AccountSid: `AC${'00'.repeat(16)}`,
  CallSid: callSid,
  CallStatus: 'completed',
  CallDuration: '120',
  Direction: 'inbound',
  From: '+447700900123',
  To: '+441632960000',
  CallerCity: 'NORTHMOOR',
  Timestamp: 'Sun, 31 Mar 2024 09:02:00 +0000',
  SequenceNumber: '3',
};

describe('a voice status callback', () => {
  test('of a call that Twilio answered', () =>
    expect(dataOf(read(form(voice))[0])).toEqual({
      callId: callSid,
      queue: 'switchboard',
      direction: 'inbound',
      offeredAt: '2024-03-31T09:00:00.000Z',
      answeredAt: '2024-03-31T09:00:00.000Z',
      endedAt: '2024-03-31T09:02:00.000Z',
      outcome: 'answered',
      waitSeconds: 0,
      waitUnknown: true,
      talkSeconds: 120,
    }));

  test.each([
    ['busy', {}, { outcome: 'failed' }],
    ['failed', {}, { outcome: 'failed' }],
    ['no-answer', {}, { outcome: 'abandoned' }],
    ['no-answer', {}, { waitSeconds: 0, waitUnknown: true }],
    ['canceled', {}, { outcome: 'abandoned', endedAt: '2024-03-31T09:02:00.000Z' }],
    ['Completed', { To: '+441632960999' }, { queue: 'voice' }],
    ['completed', { To: 'client:ann' }, { queue: 'voice' }],
    [
      'completed',
      { Direction: 'outbound-api', From: '+441632960000' },
      { queue: 'switchboard', direction: 'outbound' },
    ],
  ])('%s %j', (CallStatus, more, data) =>
    expect(dataOf(read(form({ ...voice, CallStatus, ...more }))[0])).toMatchObject(data),
  );

  test.each([
    ['not over', { CallStatus: 'in-progress' }, 'left out: a call that is not over'],
    ['ringing', { CallStatus: 'ringing' }, 'left out: a call that is not over'],
    ['an agent’s leg', { ParentCallSid: `CA${'2c'.repeat(16)}` }, 'left out: a leg'],
    ['an agent’s leg by its direction', { Direction: 'outbound-dial' }, 'left out: a leg'],
    ['an unknown status', { CallStatus: 'done' }, 'refused: CallStatus'],
    ['no status', { CallStatus: '' }, 'refused: CallStatus'],
    ['no duration', { CallDuration: '' }, 'refused: a completed call must have a CallDuration'],
    ['no time', { Timestamp: 'yesterday' }, 'refused: Timestamp'],
  ])('%s', (_, more, reason) => expect(read(form({ ...voice, ...more }))[0]).toContain(reason));

  test('without a time it is of its arrival, also when it is read again', () => {
    const { Timestamp: _, ...timeless } = voice;
    const [item] = itemsOf(twilio, requestOf(form({ ...timeless, CallDuration: '60' })), context);
    const again = twilio.again(item?.text() ?? '', { ...context, now: new Date('2024-04-03T00:00:00Z') });
    expect(dataOf(factsOf([again], 'twilio')[0])).toMatchObject({ endedAt: '2024-04-02T09:00:00.000Z' });
  });
});

const attributes = JSON.stringify({ call_sid: callSid, from: '+447700900123', name: 'Ann', reason: 'bins' });
const task = {
  EventType: 'reservation.accepted',
  Timestamp: '1711875660',
  TimestampMs: '1711875660250',
  TaskSid: taskSid,
  TaskAge: '40',
  TaskQueueName: 'Council tax',
  TaskChannelUniqueName: 'voice',
  TaskAttributes: attributes,
  WorkerName: 'bea',
};
const accepted = form(task);
const canceled = (reason: string, more = {}) =>
  form({ ...task, EventType: 'task.canceled', TaskCanceledReason: reason, ...more });

describe('an event of TaskRouter', () => {
  const stay = {
    callId: taskSid,
    queue: 'revenues',
    service: 'council-tax',
    direction: 'inbound',
    enquiryType: 'missed bin',
  };

  test('accepted', () =>
    expect(dataOf(read(accepted)[0])).toEqual({
      ...stay,
      outcome: 'answered',
      waitSeconds: 40,
      offeredAt: '2024-03-31T09:00:20.250Z',
      answeredAt: '2024-03-31T09:01:00.250Z',
      endedAt: '2024-03-31T09:01:00.250Z',
    }));

  test.each([
    ['hangup', 'abandoned'],
    ['Caller hung up', 'abandoned'],
    ['Customer disconnected', 'abandoned'],
    ['Task TTL Exceeded', 'overflow'],
    ['redirected', 'overflow'],
    ['no reason that we know', 'failed'],
    ['', 'failed'],
  ])('canceled for %j', (reason, outcome) =>
    expect(dataOf(read(canceled(reason))[0])).toMatchObject({ ...stay, outcome, waitSeconds: 40 }),
  );

  test.each([
    ['seconds', '1711875600'],
    ['milliseconds', '1711875600000'],
    ['ISO 8601', '2024-03-31T09:00:00Z'],
  ])('the time of its creation in %s stands before its age', (_, TaskDateCreated) =>
    expect(dataOf(read(form({ ...task, TaskDateCreated }))[0])).toMatchObject({
      offeredAt: '2024-03-31T09:00:00.000Z',
    }),
  );

  test('without an age, the wait is since its creation', () => {
    const event = form({ ...task, TaskAge: '', TaskDateCreated: '1711875600' });
    expect(dataOf(read(event)[0])).toMatchObject({ waitSeconds: 60 });
  });

  test.each([
    ['created', { EventType: 'task.created' }, 'left out: an event that neither'],
    ['completed', { EventType: 'task.completed' }, 'left out: an event that neither'],
    ['of a worker', { EventType: 'worker.activity.update' }, 'left out: an event that neither'],
    ['of a chat', { TaskChannelUniqueName: 'chat' }, 'left out: a task that is no call'],
    ['of nothing', { EventType: 'party.started' }, 'refused: EventType'],
    ['without a task', { TaskSid: '' }, 'refused: TaskSid'],
    ['without a time', { Timestamp: '0', TimestampMs: '' }, 'refused: Timestamp'],
    ['without its age', { TaskAge: '' }, 'refused: Timestamp'],
  ])('%s', (_, more, reason) => expect(read(form({ ...task, ...more }))[0]).toContain(reason));

  test('neither a call nor an event', () => expect(read('MessageSid=SM1')[0]).toContain('refused: this is neither'));
});

const streamed = (type: string, data: object) => ({
  specversion: '1.0',
  type: `com.twilio.${type}`,
  source: 'AB1',
  id: 'EZ1',
  time: '2024-03-31T09:02:00.000Z',
  data,
});

describe('an event stream', () => {
  const payload = {
    eventtype: 'reservation.created',
    timestamp: '2024-03-31T09:01:00.250Z',
    task_sid: taskSid,
    task_age: 40,
    task_queue_name: 'Council tax',
    task_channel_unique_name: 'voice',
    task_attributes: attributes,
  };
  test.each([
    ['as an object', payload],
    ['as text', JSON.stringify(payload)],
  ])('carries a task %s', (_, carried) =>
    expect(read(JSON.stringify([streamed('taskrouter.reservation.accepted', { payload: carried })]))).toEqual(
      read(accepted),
    ),
  );

  test.each(['voice.status-callback.call.completed', 'voice.webhook.status-callback.call.completed'])('%s', (type) => {
    const event = streamed(type, { request: { method: 'POST', parameters: voice } });
    expect(read(JSON.stringify(event))).toEqual(read(form(voice)));
  });

  test.each([
    ['another product’s', streamed('messaging.message.sent', {}), 'left out: an event that is no call'],
    ['a test', streamed('eventstreams.test-event', {}), 'left out: an event that is no call'],
    ['another vendor’s', { type: 'case.opened' }, 'refused: type'],
    ['no event', null, 'refused: type'],
    ['a call without parameters', streamed('voice.status-callback.call.completed', {}), 'refused: this is neither'],
  ])('%s', (_, event, reason) => expect(read(JSON.stringify([event]))[0]).toContain(reason));
});

describe('a call that became a task counts once, as a task', () => {
  const counted = async (bodies: readonly string[]) =>
    (await keptOf(bodies.flatMap((body) => read(body)))).filter(({ withdrawn }) => !withdrawn);

  test.each([
    ['answered', [form(voice), accepted], { outcome: 'answered', waitSeconds: 40 }],
    ['given up', [form(voice), canceled('hangup')], { outcome: 'abandoned' }],
    [
      'answered, passed on and answered again, then closed',
      [
        form(voice),
        accepted,
        form({ ...task, TimestampMs: '1711875760250', TaskAge: '140', TaskQueueName: 'Waste' }),
        canceled('hangup', { TaskAge: '200' }),
      ],
      { queue: 'revenues', outcome: 'answered', waitSeconds: 40 },
    ],
  ])('%s: in any order and repetition', async (_, bodies, data) => {
    const order = fc.shuffledSubarray([...bodies, ...bodies], { minLength: bodies.length * 2 });
    const law = async (shuffled: string[]) =>
      expect((await counted(shuffled)).map((fact) => fact.data)).toEqual([expect.objectContaining(data)]);
    await fc.assert(fc.asyncProperty(order, law), { numRuns: 30 });
  });

  test('a call alone counts as Twilio saw it; a task without a call withdraws nothing', async () => {
    expect((await counted([form(voice)])).map(({ id }) => id)).toEqual([`voice/${callSid}`]);
    const facts = read(form({ ...task, TaskAttributes: '{}' }));
    expect(facts).toMatchObject([{ id: `task/${taskSid}`, withdrawn: false }]);
  });
});

test('a call that the council makes has no wait: nobody waits for it', () =>
  expect(dataOf(read(form({ ...voice, Direction: 'outbound-api' }))[0])).not.toHaveProperty('waitUnknown'));

test('no number, name or other attribute is in any fact', () => {
  const number = '+447700900123';
  const bodies = [
    form(voice),
    accepted,
    canceled('hangup'),
    form({ ...voice, CallSid: number, To: number }),
    form({ ...task, TaskSid: number, TaskQueueName: number, TaskAttributes: JSON.stringify({ reason: number }) }),
  ];
  const facts = bodies.flatMap((body) => read(body));
  expect(facts.every((fact) => typeof fact === 'object')).toBe(true);
  expect(JSON.stringify(facts)).not.toMatch(/7700900|Ann|bea|NORTHMOOR|960000/);
});

describe('Twilio’s signature', () => {
  const key = '12345678901234567890123456789012';
  const signedContext = (signing: readonly string[] = [key]) => ({
    ...context,
    source: { ...context.source, trust: 'signed' as const },
    credentials: { signing, tokens: ['a-token-of-the-telephone-system'] },
  });
  const https = 'https://collect.example/hooks/twilio';
  const signed = (
    url: string,
    body: string,
    signedUrl = url,
    params: object = Object.fromEntries(new URLSearchParams(body)),
  ) =>
    requestOf(body, {
      url,
      query: url.split('?')[1] ?? '',
      headers: { 'x-twilio-signature': getExpectedTwilioSignature(key, signedUrl, params as Record<string, string>) },
    });
  const problem = (request: Parameters<typeof twilio.problem>[0], signing?: readonly string[]) =>
    twilio.problem(request, signedContext(signing));

  test.each([
    ['as it is', https, https],
    ['with a query', `${https}?a=1&b=it's`, `${https}?a=1&b=it's`],
    ['with the usual port', https, 'https://collect.example:443/hooks/twilio'],
    ['without the port that came', 'https://collect.example:443/hooks/twilio', https],
    ['http', 'http://127.0.0.1:4001/hooks/twilio', 'http://127.0.0.1:4001/hooks/twilio'],
    ['http without its port', 'http://127.0.0.1:4001/hooks/twilio', 'http://127.0.0.1/hooks/twilio'],
  ])('of a form, over the address %s', (_, url, signedUrl) =>
    expect(problem(signed(url, form(voice), signedUrl))).toBeUndefined(),
  );

  test('of a form with a name that comes twice, and characters that must be escaped', () => {
    const body = 'b=2&a=%2B44+7&b=1&b=2&%C3%A9=%E2%82%AC';
    expect(problem(signed(https, body, https, { b: ['2', '1', '2'], a: '+44 7', é: '€' }))).toBeUndefined();
  });

  test('of a request that has all in its address', () => {
    const request = signed(`${https}?${form(voice)}`, '');
    expect(problem({ ...request, method: 'GET' })).toBeUndefined();
    expect(factsOf(itemsOf(twilio, { ...request, method: 'GET' }, context), 'twilio')).toEqual(read(form(voice)));
  });

  const json = JSON.stringify([streamed('taskrouter.task.canceled', {})]);
  const hashed = `${https}?bodySHA256=${getExpectedBodyHash(json)}`;
  test('of JSON, over the address with the body’s hash', () =>
    expect(problem(signed(hashed, json, hashed, {}))).toBeUndefined());

  test('by either of two keys', () =>
    expect(problem(signed(https, form(voice)), ['another-key-of-thirty-two-chars..', key])).toBeUndefined());

  test.each([
    ['no signature', requestOf(form(voice)), undefined, 'must be given'],
    ['another key', signed(https, form(voice)), ['another-key-of-thirty-two-chars..'], 'does not match'],
    ['no key', signed(https, form(voice)), [], 'does not match'],
    ['an empty key', signed(https, form(voice)), [''], 'does not match'],
    [
      'a changed field',
      { ...signed(https, form(voice)), rawBody: Buffer.from(form({ ...voice, To: '+44' })) },
      undefined,
      'does not match',
    ],
    [
      'a dropped part of the path',
      signed(https, form(voice), 'https://collect.example/twilio'),
      undefined,
      'does not match',
    ],
    ['JSON without a hash', signed(https, json, https, {}), undefined, 'must be signed with bodySHA256'],
    ['JSON with another’s hash', signed(hashed, `${json} `, hashed, {}), undefined, 'not the one whose hash'],
  ])('not with %s', (_, request, signing, reason) => expect(problem(request, signing)).toContain(reason));

  test('a source that trusts a token takes one', () => {
    const headers = { authorization: 'Bearer a-token-of-the-telephone-system' };
    expect(twilio.problem(requestOf('', { headers }), context)).toBeUndefined();
    expect(problem(requestOf('', { headers }))).toContain('must be given');
  });
});

test('the answer is empty, so that nothing is read to the caller', () =>
  expect(twilio.reply?.({ accepted: 0, duplicates: 0, leftOut: 0, rejected: [] }, requestOf(''), context)).toEqual({
    status: 204,
  }));

test('garbage never throws, and what quarantine keeps is read the same', () => {
  const name = fc.constantFrom(
    'CallSid',
    'CallStatus',
    'EventType',
    'TaskSid',
    'TaskAttributes',
    'Timestamp',
    'TaskAge',
  );
  const value = fc.oneof(
    fc.constantFrom('completed', 'reservation.accepted', callSid, '1711875660', '{"call_sid":"CA"}'),
    fc.string(),
  );
  const bodies = fc.oneof(
    fc.dictionary(name, value).map(form),
    fc
      .tuple(fc.constantFrom('taskrouter.task.canceled', 'voice.status-callback.call.completed'), fc.jsonValue())
      .map(([type, data]) => JSON.stringify({ type: `com.twilio.${type}`, data })),
    fc.json(),
    fc.string(),
  );
  const law = (body: string) => {
    const items = twilio.read(requestOf(body), context);
    if ('unreadable' in items) return;
    for (const item of items) {
      const again = twilio.again(item.text(), context);
      expect({ ...again, text: again.text() }).toEqual({ ...item, text: item.text() });
    }
  };
  fc.assert(fc.property(bodies, law), { numRuns: 300 });
});
