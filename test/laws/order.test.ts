import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { happenings, redelivery, requestsOf } from '#test/laws/happenings.ts';
import { figures, memoryStores, night, post, published, type Stores } from '#test/laws/installation.ts';
import { scene } from '#test/laws/scene.ts';

const nightAfter = async (requests: readonly (readonly object[])[]): Promise<Stores> => {
  const stores = await memoryStores();
  for (const events of requests) await post(events as Parameters<typeof post>[0], stores);
  await night(stores);
  return stores;
};

describe('a sender that repeats, reorders or batches otherwise', () => {
  test('ends with the same editions, byte for byte', async () => {
    const deliveries = happenings.chain((events) => fc.tuple(fc.constant(events), redelivery(events)));
    await fc.assert(
      fc.asyncProperty(deliveries, async ([events, redelivered]) => {
        const once = await published(await nightAfter(requestsOf(events, 1_000)));
        expect(once).toHaveLength(2);
        expect(await published(await nightAfter(redelivered))).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });

  test('may be late: what arrives between two nights gives the same figures as before them', async () => {
    const halves = happenings.chain((events) =>
      fc.tuple(fc.constant(events), fc.integer({ min: 0, max: events.length })),
    );
    await fc.assert(
      fc.asyncProperty(halves, async ([events, cut]) => {
        const late = await nightAfter([events.slice(0, cut)].filter((request) => request.length > 0));
        await post(events.slice(cut), late, new Date('2025-01-20T14:00:00Z'));
        await night(late, { startedAt: new Date('2025-01-20T15:00:00Z') });
        expect(await figures(late)).toEqual(await figures(await nightAfter([events])));
      }),
      { numRuns: 40 },
    );
  });
});

test('a correction that moves a call to another day, or withdraws it, restates the days that a night had settled', async () => {
  const late = await nightAfter(scene.slice(0, 1));
  await post(scene[1] ?? [], late, new Date('2025-01-20T14:00:00Z'));
  await night(late, { startedAt: new Date('2025-01-20T15:00:00Z') });
  expect(await figures(late)).toEqual(await figures(await nightAfter(scene)));
});

describe('a night', () => {
  test('run twice changes nothing, and mints nothing', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (events) => {
        const stores = await nightAfter([events]);
        const once = await published(stores);
        await night(stores);
        await night(stores, { startedAt: new Date('2025-01-21T02:00:00Z') });
        expect(await published(stores)).toEqual(once);
        expect(await stores.editions.heads('town', 'service')).toHaveLength(2);
      }),
      { numRuns: 25 },
    );
  });

  test('leaves no mark when nothing was written meanwhile, and then rolls nothing up', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (events) => {
        const { log } = await nightAfter([events]);
        expect(await log.list('town', { before: new Date('2026-01-01T00:00:00Z'), limit: 100 })).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
