import assert from 'node:assert/strict';
import { getExpectedBodyHash, getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { ClientRun, ClientStack } from '#test/clients/client.ts';

const source = 'twilio';
const day = '2025-05-08';
const at = Date.parse(`${day}T09:00:00Z`) / 1000;

const keyOf = (stack: ClientStack): string => stack.keys(source).signing[0] ?? '';

type Form = Readonly<Record<string, string>>;

const postForm = (stack: ClientStack, form: Form, key = keyOf(stack), url = stack.address(source)) =>
  fetch(stack.address(source), {
    method: 'POST',
    headers: { 'x-twilio-signature': getExpectedTwilioSignature(key, url, { ...form }) },
    body: new URLSearchParams(form),
  });

const postJson = (stack: ClientStack, events: readonly object[], change = (body: string) => body) => {
  const body = JSON.stringify(events);
  const url = `${stack.address(source)}?bodySHA256=${getExpectedBodyHash(body)}`;
  const signature = getExpectedTwilioSignature(keyOf(stack), url, {});
  const headers = { 'content-type': 'application/json', 'x-twilio-signature': signature };
  return fetch(url, { method: 'POST', headers, body: change(body) });
};

const callSid = (digits: string) => `CA${digits.repeat(16)}`;
const taskSid = (digits: string) => `WT${digits.repeat(16)}`;

const voice = (digits: string): Form => ({
  CallSid: callSid(digits),
  CallStatus: 'completed',
  CallDuration: '90',
  Direction: 'inbound',
  From: '+447700900123',
  To: '+441632960000',
  Timestamp: 'Thu, 08 May 2025 09:01:30 +0000',
  SequenceNumber: '3',
});

const task = (digits: string, more: Form = {}): Form => ({
  EventType: 'reservation.accepted',
  Timestamp: String(at + 30),
  TaskSid: taskSid(digits),
  TaskAge: '30',
  TaskQueueName: 'Waste',
  TaskAttributes: JSON.stringify({ call_sid: callSid(digits), from: '+447700900123' }),
  ...more,
});

/** Those that count; nothing of the caller may be in any. */
const countedOf = async (stack: ClientStack, digits: string) => {
  const facts = (await stack.facts('call', day)).filter(({ id }) =>
    [`voice/${callSid(digits)}`, `task/${taskSid(digits)}`].includes(id),
  );
  assert.ok(!JSON.stringify(facts).includes('7700900123'));
  return facts
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id, data: { queue, outcome, waitSeconds } }) => [id.split('/')[0], queue, outcome, waitSeconds]);
};

const forms: ClientRun = {
  name: 'twilio 6, a status callback signed by its helper library: answered 204 without a body',
  async run(stack) {
    const response = await postForm(stack, voice('a1'));
    assert.deepEqual([response.status, await response.text()], [204, '']);
    assert.equal((await postForm(stack, voice('a1'))).status, 204);
    assert.deepEqual(await countedOf(stack, 'a1'), [['voice', 'voice', 'answered', 0]]);
    return undefined;
  },
};

const tasks: ClientRun = {
  name: 'twilio 6, a call and its task, each order: it counts once, as the task',
  async run(stack) {
    for (const [digits, bodies] of [
      ['b2', [voice('b2'), task('b2')]],
      ['c3', [task('c3'), voice('c3'), task('c3', { EventType: 'task.completed' })]],
    ] as const) {
      for (const body of bodies) assert.equal((await postForm(stack, body)).status, 204);
      assert.deepEqual(await countedOf(stack, digits), [['task', 'streets', 'answered', 30]]);
    }
    return undefined;
  },
};

const streams: ClientRun = {
  name: 'twilio 6, an event stream signed with the hash of its body',
  async run(stack) {
    const payload = {
      timestamp: `${day}T09:00:50.000Z`,
      task_sid: taskSid('d4'),
      task_age: 50,
      task_queue_name: 'Council tax',
      task_canceled_reason: 'hangup',
      task_attributes: '{}',
    };
    const event = { specversion: '1.0', type: 'com.twilio.taskrouter.task.canceled', id: 'EZ1', data: { payload } };
    assert.equal((await postJson(stack, [event], (body) => `${body} `)).status, 401);
    assert.equal((await postJson(stack, [event])).status, 204);
    assert.deepEqual(await countedOf(stack, 'd4'), [['task', 'revenues', 'abandoned', 50]]);
    return undefined;
  },
};

const refused: ClientRun = {
  name: 'twilio 6, another auth token, or another address: refused',
  async run(stack) {
    const elsewhere = 'https://hooks.example/hooks/twilio';
    const answers = [
      await postForm(stack, voice('e5'), 'another-auth-token-of-32-letters'),
      await postForm(stack, voice('e5'), keyOf(stack), elsewhere),
      await fetch(stack.address(source), { method: 'POST', body: new URLSearchParams(voice('e5')) }),
    ];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [401, 401, 401],
    );
    assert.deepEqual(await countedOf(stack, 'e5'), []);
    return undefined;
  },
};

export const clients: readonly ClientRun[] = [forms, tasks, streams, refused];
