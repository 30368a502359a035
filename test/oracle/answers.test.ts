import { describe, expect, test } from '@jest/globals';
import { recompute } from '#oracle/answers.ts';
import type { Posting } from '#oracle/postings.ts';

const call = (id: string, offeredAt: string, more: object = {}): Posting => ({
  pathSource: 'telephony',
  event: {
    specversion: '1.0',
    id,
    source: 'telephony',
    type: 'contact.call.completed',
    time: offeredAt,
    data: { direction: 'inbound', outcome: 'answered', queue: 'bins', service: 'waste', offeredAt, waitSeconds: 10 },
    ...more,
  },
});

const message = (id: string, kind: 'received' | 'replied', sentAt: string, more: object = {}): Posting => ({
  pathSource: 'social',
  event: {
    specversion: '1.0',
    id,
    source: 'social',
    type: `contact.message.${kind}`,
    time: sentAt,
    data: { threadId: 't', messageId: id, channel: 'social', network: 'x', sentAt, ...more },
  },
});

const figure = async (
  measure: string,
  part: string,
  period: string,
  postings: readonly Posting[],
  night = '2025-03-31',
) =>
  (await recompute({ postings, night, stages: [] })).find(
    (cell) => cell.measure === measure && cell.part === part && cell.period === period,
  )?.number;

const calls = (postings: readonly Posting[], period = '2024-25-q4', night?: string) =>
  figure('calls-offered', 'value', period, postings, night);

describe('what was posted', () => {
  const first = call('a', '2025-01-10T09:00:00Z');
  const withdrawn = call('a', '2025-01-10T09:00:00Z', { revision: 1, withdrawn: true });
  const moved = call('a', '2024-12-31T09:00:00Z', { revision: 1 });
  const other = call('b', '2025-01-11T09:00:00Z');

  test.each<[string, readonly Posting[], number | undefined]>([
    ['once', [first, other], 2],
    ['twice', [first, other, first], 2],
    ['and withdrawn', [first, other, withdrawn], 1],
    ['and withdrawn before it came', [withdrawn, other, first], 1],
    ['and moved to another quarter', [first, other, moved], 1],
    ['and moved before it came', [moved, other, first], 1],
    ['by two sources under one id', [first, { ...first, pathSource: 'other' }], 2],
    ['of another day only', [moved], undefined],
  ])('%s', async (_, postings, expected) => expect(await calls(postings)).toBe(expected));

  test('counts on its London day: the clocks had gone forward', async () => {
    const late = call('a', '2025-03-31T22:59:59Z');
    const tooLate = call('b', '2025-03-31T23:00:00Z');
    expect(await calls([late, tooLate], '2024-25-q4', '2025-04-30')).toBe(1);
    expect(await calls([late, tooLate], '2025-26-q1', '2025-04-30')).toBe(1);
  });

  test('after the as-of date has not happened', async () => {
    expect(await calls([other, call('c', '2025-02-01T00:00:00Z')], '2024-25-q4', '2025-01-31')).toBe(1);
  });
});

describe('a message is answered', () => {
  const asked = message('asked', 'received', '2025-01-10T09:00:00Z');
  test.each<[string, readonly Posting[], number]>([
    ['by a later reply', [message('r', 'replied', '2025-01-12T09:00:00Z')], 1],
    ['not by an earlier one', [message('r', 'replied', '2025-01-10T08:00:00Z')], 0],
    ['not by a machine', [message('r', 'replied', '2025-01-12T09:00:00Z', { automated: true })], 0],
    ['by one that names it', [message('r', 'replied', '2025-01-12T09:00:00Z', { inReplyTo: 'asked' })], 1],
    ['not by one that names another', [message('r', 'replied', '2025-01-12T09:00:00Z', { inReplyTo: 'else' })], 0],
    ['not in another thread', [message('r', 'replied', '2025-01-12T09:00:00Z', { threadId: 'u' })], 0],
    ['on the thirtieth day', [message('r', 'replied', '2025-02-09T09:00:00Z')], 1],
    ['not after it', [message('r', 'replied', '2025-02-10T09:00:00Z')], 0],
  ])('%s', async (_, replies, expected) => {
    expect(await figure('social-answered', 'numerator', '2024-25-q4', [asked, ...replies])).toBe(expected);
  });
});

test('the nearest rank is one of the waits', async () => {
  const waits = [10, 20, 30, 40].map((waitSeconds, i) => {
    const { event } = call(`w${i}`, '2025-01-10T09:00:00Z');
    return { pathSource: 'telephony', event: { ...event, data: { ...(event['data'] as object), waitSeconds } } };
  });
  expect(await figure('median-wait', 'value', '2024-25-q4', waits)).toBe(20);
  expect(await figure('longest-waits', 'value', '2024-25-q4', waits)).toBe(40);
});
