import { describe, expect, test } from '@jest/globals';
import { figures, memoryStores, night, post, published, type Stores } from '#test/laws/installation.ts';
import { scene } from '#test/laws/scene.ts';
import { type Flavour, Killed, type Run, runKilledAt } from '#test/support/faults.ts';

/** An installation whose processes can be killed: what is stored stays, whoever is running. */
const killable = async (options: { readonly lagging?: boolean } = {}) => {
  let run: Run = runKilledAt();
  const stores = await memoryStores({ ...options, write: (perform) => run.write(perform) });
  /** Runs one process; false when it was killed at its n-th write. */
  const process = async (work: () => Promise<unknown>, n?: number, flavour?: Flavour): Promise<boolean> => {
    run = runKilledAt(n, flavour);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Killed) && !(error instanceof Error && error.cause instanceof Killed)) throw error;
    }
    const survived = !run.killed();
    run = runKilledAt();
    return survived;
  };
  return { stores, process };
};

const undisturbed = async (): Promise<Stores> => {
  const stores = await memoryStores();
  for (const request of scene) await post(request, stores);
  await night(stores);
  return stores;
};

const flavours: readonly Flavour[] = ['lost', 'unanswered'];

describe.each(flavours)('killed after any single write, the write %s', (flavour) => {
  test.each([0, 1])(
    'collect of request %d: the sender repeats it, and the editions are the same',
    async (killedRequest) => {
      const expected = await published(await undisturbed());
      let writes = 0;
      for (let survived = false; !survived; ) {
        writes += 1;
        const { stores, process } = await killable();
        for (const [i, request] of scene.entries()) {
          if (i === killedRequest) survived = await process(() => post(request, stores), writes, flavour);
          await post(request, stores);
        }
        await night(stores);
        expect({ writes, editions: await published(stores) }).toEqual({ writes, editions: expected });
      }
      expect(writes).toBeGreaterThan(8);
    },
  );

  test('a night: the next one completes it, and the editions are the same', async () => {
    const expected = await published(await undisturbed());
    let writes = 0;
    for (let survived = false; !survived; ) {
      writes += 1;
      const { stores, process } = await killable();
      for (const request of scene) await post(request, stores);
      survived = await process(() => night(stores), writes, flavour);
      await night(stores);
      expect({ writes, editions: await published(stores) }).toEqual({ writes, editions: expected });
    }
    expect(writes).toBeGreaterThan(8);
  });

  test('collect while the index lags, with a night before it has caught up: the figures are the same in the end', async () => {
    const expected = await figures(await undisturbed());
    let writes = 0;
    for (let survived = false; !survived; ) {
      writes += 1;
      const { stores, process } = await killable({ lagging: true });
      await post(scene[0] ?? [], stores);
      survived = await process(() => post(scene[1] ?? [], stores), writes, flavour);
      await night(stores, { startedAt: new Date('2025-01-20T12:01:00Z'), quietSeconds: 300 });
      await post(scene[1] ?? [], stores, new Date('2025-01-20T12:02:00Z'));
      stores.log.settle();
      await night(stores, { startedAt: new Date('2025-01-20T12:08:00Z'), quietSeconds: 300 });
      expect({ writes, editions: await figures(stores) }).toEqual({ writes, editions: expected });
    }
  });
});

test('a night that trusted a lagging index at once would publish wrong figures: the five minutes matter', async () => {
  const stores = await memoryStores({ lagging: true });
  for (const request of scene) await post(request, stores);
  await night(stores, { quietSeconds: 0 });
  stores.log.settle();
  await night(stores, { startedAt: new Date('2025-01-21T02:00:00Z'), quietSeconds: 0 });
  expect(await figures(stores)).not.toEqual(await figures(await undisturbed()));
});
