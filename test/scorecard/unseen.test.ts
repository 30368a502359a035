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
