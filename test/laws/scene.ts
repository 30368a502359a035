import type { Happening } from '#test/laws/happenings.ts';

const event = (id: string, type: string, time: string, data: object, more: object = {}): Happening => ({
  specversion: '1.0',
  id,
  source: 'phones',
  type,
  time,
  data,
  ...more,
});

const call = (id: string, offeredAt: string, waitSeconds: number, more: object = {}): Happening =>
  event(
    id,
    'contact.call.completed',
    offeredAt,
    {
      callId: id,
      queue: 'bins',
      direction: 'inbound',
      outcome: 'answered',
      offeredAt,
      endedAt: new Date(Date.parse(offeredAt) + 600_000).toISOString(),
      waitSeconds,
    },
    more,
  );

const message = (id: string, kind: 'received' | 'replied', sentAt: string): Happening =>
  event(id, `contact.message.${kind}`, sentAt, {
    threadId: 'thread',
    messageId: id,
    network: 'facebook',
    channel: 'social',
    sentAt,
  });

const recorded = (id: string, value: number, time: string): Happening =>
  event(id, 'measure.recorded', time, {
    scorecard: 'service',
    measure: 'satisfaction',
    period: '2024-25-q3',
    value,
    status: 'confirmed',
    source: 'survey',
    recordedBy: 'Performance officer',
  });

/**
 * Two requests with one of each difficulty: a call that a correction moves to another day, one withdrawn, one repeated,
 * a reply that restates an earlier day, a web interaction, a recorded value corrected, and one event that is refused.
 */
export const scene: readonly (readonly Happening[])[] = [
  [
    call('moves', '2024-12-30T10:00:00Z', 30),
    call('stays', '2024-12-30T11:00:00Z', 90),
    call('goes', '2024-12-31T09:00:00Z', 500),
    message('asked', 'received', '2024-12-27T12:00:00Z'),
    event('form', 'web.interaction', '2024-12-29T08:00:00Z', { site: 'main', kind: 'form' }),
    recorded('satisfaction', 71, '2025-01-06T09:00:00Z'),
    call('refused', '2024-12-30T12:00:00Z', -1),
  ],
  [
    call('moves', '2024-12-31T10:00:00Z', 30, { revision: 1 }),
    call('stays', '2024-12-30T11:00:00Z', 90),
    call('goes', '2024-12-31T09:00:00Z', 500, { revision: 1, withdrawn: true }),
    message('answered', 'replied', '2024-12-30T15:00:00Z'),
    recorded('satisfaction-again', 72, '2025-01-07T09:00:00Z'),
  ],
];
