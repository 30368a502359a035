import { expect, test } from '@jest/globals';
import { council, fact, measureOf } from '#test/scorecard/council.ts';

/** Four messages, two of them answered. */
const facts = [0, 1, 2, 3].flatMap((i) => {
  const subject = `thread ${i}`;
  const data = { threadId: subject, messageId: subject, network: 'x', channel: 'social' };
  const received = fact('contact.message.received', '2023-11-01', data, { subject });
  const time = '2023-11-01T13:00:00.000Z';
  const reply = fact('contact.message.replied', '2023-11-01', { ...data, sentAt: time }, { subject, time });
  return i < 2 ? [received, reply] : [received];
});

const measured = (value: object, unit: string, repliesUnseen: string[]) =>
  measureOf({ measure: { unit, polarity: 'none', value }, facts, organisation: { ...council, repliesUnseen } });

const share = { share: 'message', of: { kind: 'received' }, where: { answered: true } };
const answered = { count: 'message', where: { answered: true } };

test('a share of messages answered is published where replies can be seen', () => {
  expect(measured(share, 'percent', [])).toMatchObject({ value: 50, numerator: 2, denominator: 4 });
});

test('where they cannot, it is not published, and neither is a count: never 0', () => {
  expect(measured(share, 'percent', ['social'])).toMatchObject({ status: 'not-published', denominator: 0 });
  expect(measured(share, 'percent', ['social'])).not.toHaveProperty('value');
  const count = measured(answered, 'count', ['social']);
  expect(count).toMatchObject({ status: 'not-published' });
  expect(count).not.toHaveProperty('value');
  expect(count.notPublishedReason).toContain('replies cannot be seen of 4 of the messages');
});

const inbound = { direction: 'inbound' };
/** Two callers answered after 10 and 100 seconds, one given up after 30, and two more whose waits nobody knows. */
const calls = [
  { outcome: 'answered', waitSeconds: 10 },
  { outcome: 'answered', waitSeconds: 100 },
  { outcome: 'abandoned', waitSeconds: 30 },
  { outcome: 'answered', waitSeconds: 0, waitUnknown: true },
  { outcome: 'abandoned', waitSeconds: 0, waitUnknown: true },
].map((data, i) =>
  fact('contact.call.completed', '2023-11-01', { callId: `call ${i}`, queue: 'waste', ...inbound, ...data }),
);
const ofCalls = (value: object, unit: string) =>
  measureOf({ measure: { unit, polarity: 'none', value }, facts: calls, organisation: council });

const within80 = { ...inbound, outcome: 'answered', waitSeconds: { atMost: 80 } };
const offered = { ...inbound, outcome: ['answered', 'abandoned'] };

test.each<[string, object, string, object]>([
  [
    'a service level is of the calls whose waits are known',
    { ratio: { of: { count: 'call', where: within80 }, over: { count: 'call', where: offered } } },
    'percent',
    { numerator: 1, denominator: 3 },
  ],
  [
    'as a share too',
    { share: 'call', of: offered, where: { outcome: 'answered', waitSeconds: { atMost: 80 } } },
    'percent',
    { numerator: 1, denominator: 3 },
  ],
  [
    'so is an average wait',
    { mean: 'call.waitSeconds', where: inbound },
    'seconds',
    { value: 140 / 3, denominator: 3 },
  ],
  [
    'and one written as a ratio',
    { ratio: { of: { sum: 'call.waitSeconds' }, over: { count: 'call' } } },
    'seconds',
    { value: 140 / 3, denominator: 3 },
  ],
  [
    'who gave up is known of all',
    { ratio: { of: { count: 'call', where: { outcome: 'abandoned' } }, over: { count: 'call', where: offered } } },
    'percent',
    { numerator: 2, denominator: 5, value: 40 },
  ],
  ['as is how many called', { count: 'call', where: inbound }, 'count', { value: 5 }],
])('%s', (_, value, unit, expected) => {
  expect(ofCalls(value, unit)).toMatchObject(expected);
});

test('how many were answered in time is not published: it would be too few', () => {
  const count = ofCalls({ count: 'call', where: within80 }, 'count');
  expect(count).toMatchObject({ status: 'not-published' });
  expect(count.notPublishedReason).toContain('the wait of 1 of the calls is not known');
});
