import { describe, expect, test } from '@jest/globals';
import { answered, desk, posted } from '#test/collect/desk.ts';
import { sample, sampleWith } from '#test/event/sample.ts';

const call = sample('contact.call.completed');
const bad = sampleWith('contact.call.completed', { waitSeconds: -1 });
const failing = (name: string) => async () => {
  throw Object.assign(new Error('down'), { name });
};

describe('when a store fails, nothing is lost: the sender is told to come back', () => {
  const rows: [string, string, number, object][] = [
    ['the event log', 'InternalServerError', 503, { eventLog: { append: failing('InternalServerError') } }],
    ['the event log, throttled', 'ThrottlingException', 429, { eventLog: { append: failing('ThrottlingException') } }],
    ['the quarantine', 'InternalServerError', 503, { quarantine: { put: failing('InternalServerError') } }],
    ['the configuration', 'AccessDenied', 503, { directory: { accounts: failing('AccessDenied'), secrets: {} } }],
    [
      'the secrets',
      'AccessDenied',
      503,
      {
        directory: {
          accounts: async () => [{ organisation: 'example', source: { id: 'telephony' } }],
          secrets: { of: failing('AccessDenied') },
        },
      },
    ],
  ];

  test.each(rows)('%s: %s is answered %d', async (_, __, status, part) => {
    const { stores } = await desk(part);
    const answer = await answered(posted([call, bad]), stores);
    expect(answer.status).toBe(status);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('an accepted event whose neighbour could not be set aside is a duplicate on the retry', async () => {
    const broken = await desk({ quarantine: { put: failing('InternalServerError') } });
    expect((await answered(posted([call, bad]), broken.stores)).status).toBe(503);
    const mended = { ...broken.stores, quarantine: broken.quarantine };
    expect((await answered(posted([call, bad]), mended)).body).toMatchObject({
      duplicates: 1,
      rejected: [{ index: 1 }],
    });
    expect(broken.facts()).toHaveLength(1);
  });

  test('the quarantine is not asked when nothing is rejected', async () => {
    const { stores } = await desk({ quarantine: { put: failing('InternalServerError') } });
    expect((await answered(posted(call), stores)).status).toBe(202);
  });
});

describe('the directory', () => {
  const late = { id: 'late', adapter: 'cloudevents', trust: 'token' } as const;
  const request = posted(call, { path: '/events/late', headers: { authorization: 'Bearer late' } });
  const secondsLater = (seconds: number) => new Date(Date.parse('2024-04-02T09:00:00Z') + seconds * 1000);

  test('a source pushed a moment ago is found when the last look is more than five seconds old', async () => {
    const { stores, store } = await desk();
    expect((await answered(request, stores)).status).toBe(404);
    const example = await store.read('example');
    if (!example) throw new Error('no configuration');
    await store.push({ ...example, sources: [...example.sources, late] });
    expect((await answered(request, stores, secondsLater(5))).status).toBe(404);
    expect((await answered(request, stores, secondsLater(6))).status).toBe(401);
  });
});
