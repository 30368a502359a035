import { describe, expect, test } from '@jest/globals';
import type { Fact } from '#event/types.ts';
import { assess, type Stores } from '#functions/assess/assess.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import type { Editions } from '#store/editions.ts';
import { memoryConfigStore } from '#store/memoryConfigStore.ts';
import { memoryEditions } from '#store/memoryEditions.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';
import { memoryPartials } from '#store/memoryPartials.ts';
import { abandoned, answered, council, inputOf, partialsOf, recorded } from '#test/scorecard/council.ts';

const measures = [{ id: 'level', value: { share: 'call', where: { outcome: 'answered' } } }, { id: 'm' }];
const configuration: Configuration = {
  organisation: council,
  sources: [],
  scorecards: [inputOf({ measures, milestones: [{ id: 'a', title: 'A', originalDeadline: '2023-06-30' }] }).scorecard],
};
const taskOf = (asOf: string) => ({
  organisation: 'example',
  scorecard: 'service',
  asOf,
  publishedAt: `${asOf}T23:59:59.999Z`,
});

const calls = [
  answered('2023-11-01', 10),
  answered('2023-11-02', 10),
  abandoned('2023-11-02', 10),
  answered('2023-08-01', 5),
];
const now = new Date('2024-01-26T02:00:00Z');

async function town() {
  const [config, log, partials, editions] = [memoryConfigStore(), memoryEventLog(), memoryPartials(), memoryEditions()];
  await config.push(configuration);
  const count = async (facts: readonly Fact[]) => {
    for (const partial of partialsOf(facts)) {
      const [version = 0] = await partials.versions([{ organisation: 'example', ...partial }]);
      await partials.replace('example', partial, version);
    }
  };
  const record = (day: string, value: number) =>
    log.append([recorded(day, '2023-24-q3', { value }, { subject: 'service' })], now);
  await count(calls);
  const stores: Stores = { config, log, partials, editions, software: '1.2.3' };
  const night = async (asOf: string, over: Partial<Stores> = {}) =>
    (await assess(taskOf(asOf), { ...stores, ...over })).minted;
  const read = (period: string, edition: number) =>
    editions.read({ organisation: 'example', scorecard: 'service', period, edition });
  return { stores, editions, count, record, night, read };
}

const both = [
  { period: '2023-24-q2', edition: 1 },
  { period: '2023-24-q3', edition: 1 },
];

describe('a night', () => {
  test('assesses the period that contains the as-of day and the one before', async () => {
    const { night, read } = await town();
    expect(await night('2023-12-15')).toEqual(both);
    expect(await read('2023-24-q2', 1)).toMatchObject({
      period: { complete: true },
      software: '1.2.3',
      asOf: '2023-12-15',
    });
    const current = await read('2023-24-q3', 1);
    expect(current).toMatchObject({ period: { complete: false }, publishedAt: '2023-12-15T23:59:59.999Z' });
    expect(current?.measures[0]).toMatchObject({ value: 200 / 3, status: 'provisional' });
  });

  test('on the last day of a quarter, that quarter is complete', async () => {
    const { night, read } = await town();
    await night('2023-12-31');
    expect(await read('2023-24-q3', 1)).toMatchObject({ period: { complete: true } });
  });

  test('run twice mints nothing more', async () => {
    const { night } = await town();
    await night('2023-12-15');
    expect(await night('2023-12-15')).toEqual([]);
  });

  test('of another day mints nothing for a period whose figures stand', async () => {
    const { night } = await town();
    await night('2024-01-24');
    expect(await night('2024-01-25')).toEqual([{ period: '2023-24-q4', edition: 2 }]); // a day more is expected of it
  });

  test('counts what was corrected since as a revision, and reads far enough back', async () => {
    const { night, read, count } = await town();
    await night('2024-01-25');
    await count([...calls, abandoned('2023-11-01', 3)]);
    expect(await night('2024-01-26')).toContainEqual({ period: '2023-24-q3', edition: 2 });
    expect(await read('2023-24-q3', 2)).toMatchObject({
      revisions: [{ measure: 'level', period: '2023-24-q3', from: 200 / 3, to: 50 }],
      measures: [
        {
          status: 'revised',
          series: [
            { period: '2023-24-q2', value: 100 },
            { value: 50, status: 'revised' },
          ],
        },
        {},
      ],
    });
  });

  test('reads what officers recorded', async () => {
    const { night, read, record } = await town();
    await record('2024-01-10', 71);
    await record('2024-01-26', 72);
    await night('2024-01-25');
    expect((await read('2023-24-q3', 1))?.measures[1]).toMatchObject({ id: 'm', value: 71 });
  });

  test('run again as of an older day changes nothing, though a later one was published', async () => {
    const { night, record } = await town();
    await night('2023-12-15');
    await record('2024-01-10', 71);
    expect(await night('2024-01-25')).toContainEqual({ period: '2023-24-q3', edition: 2 });
    expect(await night('2023-12-15')).toEqual([]);
    expect(await night('2024-01-25')).toEqual([]);
  });
});

describe('two nights at once', () => {
  /** Another night takes the number between our reading and our minting. */
  const overtaken = (editions: Editions, times: number, other: () => Promise<unknown>): Editions => ({
    ...editions,
    mint: async (edition, hash) => {
      if (times > 0) {
        times -= 1;
        await other();
      }
      return editions.mint(edition, hash);
    },
  });

  test('the one that comes second finds its figures published and mints nothing', async () => {
    const { night, editions } = await town();
    const other = () => night('2023-12-14');
    expect(await night('2023-12-15', { editions: overtaken(editions, 1, other) })).toEqual([
      { period: '2023-24-q3', edition: 2 }, // a day more is expected of the quarter under way
    ]);
  });

  test('gives up loudly rather than turn for ever', async () => {
    const { stores, editions } = await town();
    const never = { ...editions, mint: async () => false };
    await expect(assess(taskOf('2023-12-15'), { ...stores, editions: never })).rejects.toThrow(
      '2023-24-q2: others kept taking',
    );
  });
});

test('a scorecard that was never pushed is an error that names it', async () => {
  const { stores } = await town();
  await expect(assess({ ...taskOf('2023-12-15'), scorecard: 'lost' }, stores)).rejects.toThrow(
    'no scorecard lost of example was pushed',
  );
});
