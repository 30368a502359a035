import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verify } from '#functions/rollup/verify.ts';
import { figures, memoryStores, night, post, received, type Stores } from '#test/laws/installation.ts';
import { scene } from '#test/laws/scene.ts';
import { town } from '#test/laws/town.ts';

/** Every call to a store waits its turn; fast-check chooses whose. */
const interleaved = <Store extends object>(store: Store, schedule: fc.Scheduler): Store =>
  Object.fromEntries(
    Object.entries(store).map(([name, method]) => [name, schedule.scheduleFunction(method as () => Promise<unknown>)]),
  ) as Store;

/** Waits that many turns first, so that whatever follows may fall anywhere into the other processes' work. */
const afterTurns = async <Result>(turns: number, schedule: fc.Scheduler, work: () => Promise<Result>) => {
  for (let turn = 0; turn < turns; turn++) await schedule.schedule(Promise.resolve(), 'wait');
  return work();
};

const delay = fc.integer({ min: 0, max: 40 });
const later = new Date('2025-01-21T02:00:00Z');

/** As a night does, of the days that the scene touches. */
const verifying = ({ log, partials }: Stores) => {
  const days = ['2024-12-30', '2024-12-31'].map((day) => ({ organisation: 'town', stream: 'call' as const, day }));
  return verify(days, {
    log,
    partials,
    dimensionsOf: async () => town.organisation.dimensions,
    now: () => received,
    pause: async () => undefined,
    tell: { info: () => undefined },
    drift: () => undefined,
  });
};

test('nights that overlap each other, a sender and what verifies, in any interleaving, end with the figures of one quiet night', async () => {
  const quiet = await memoryStores();
  for (const request of scene) await post(request, quiet);
  await night(quiet);
  const expected = await figures(quiet);
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), delay, delay, delay, async (schedule, second, sending, third) => {
      const stores = await memoryStores();
      await post(scene[0] ?? [], stores);
      const turns: Stores = {
        ...stores,
        log: interleaved(stores.log, schedule),
        partials: interleaved(stores.partials, schedule),
        editions: interleaved(stores.editions, schedule),
      };
      await schedule.waitFor(
        Promise.all([
          night(turns),
          afterTurns(sending, schedule, () => post(scene[1] ?? [], turns)),
          afterTurns(second, schedule, () => night(turns)),
          afterTurns(third, schedule, () => verifying(turns)),
        ]),
      );
      await night(stores, { startedAt: later });
      expect(await figures(stores)).toEqual(expected);
      expect(await stores.log.list('town', { before: later, limit: 100 })).toEqual([]);
    }),
    { numRuns: 120 },
  );
});
