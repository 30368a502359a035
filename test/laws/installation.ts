import { assess } from '#functions/assess/assess.ts';
import { collect } from '#functions/collect/collect.ts';
import { memoryRates } from '#functions/collect/rates.ts';
import type { NightInput, PlanOutput } from '#functions/payloads.ts';
import { plan } from '#functions/plan/plan.ts';
import { rollup } from '#functions/rollup/rollup.ts';
import type { Edition } from '#scorecard/edition.ts';
import type { ConfigStore } from '#store/config.ts';
import type { Editions } from '#store/editions.ts';
import type { DirtyDays, EventLog } from '#store/eventLog.ts';
import { memoryBatches } from '#store/memoryBatches.ts';
import { memoryConfigStore } from '#store/memoryConfigStore.ts';
import { memoryEditions } from '#store/memoryEditions.ts';
import { type MemoryEventLog, memoryEventLog } from '#store/memoryEventLog.ts';
import { memoryPartials } from '#store/memoryPartials.ts';
import { memoryQuarantine } from '#store/memoryQuarantine.ts';
import { plainWrite, type Write } from '#store/memoryWrite.ts';
import type { Partials } from '#store/partials.ts';
import type { Quarantine } from '#store/quarantine.ts';
import type { Happening } from '#test/laws/happenings.ts';
import { town } from '#test/laws/town.ts';

/** All that an installation keeps, in memory or over the wire. */
export interface Stores {
  readonly log: EventLog & DirtyDays;
  readonly partials: Partials;
  readonly editions: Editions;
  readonly quarantine: Quarantine;
  readonly config: ConfigStore;
}

export const townConfig = async (): Promise<ConfigStore> => {
  const config = memoryConfigStore();
  await config.push(town);
  return config;
};

export const memoryStores = async (
  options: { readonly lagging?: boolean; readonly write?: Write } = {},
): Promise<Stores & { readonly log: MemoryEventLog }> => {
  const { write = plainWrite } = options;
  return {
    log: memoryEventLog({ ...options, write }),
    partials: memoryPartials({ write }),
    editions: memoryEditions({ write }),
    quarantine: memoryQuarantine({ write }),
    config: await townConfig(),
  };
};

const token = 'a-token-of-the-phones';
const secrets = { hashKey: 'k'.repeat(32), sources: { phones: { tokens: [token] } } };
const directory = {
  accounts: async () => town.sources.map((source) => ({ organisation: 'town', source })),
  secrets: { of: async () => secrets },
};
const silent = { info: () => undefined, error: () => undefined };

/** 20 January 2025, 12:00: after everything in `happenings`. */
export const received = new Date('2025-01-20T12:00:00Z');

/** One request as a sender makes it. Throws where the endpoint answers 5xx. */
export const post = (events: readonly Happening[], { log, quarantine }: Stores, now = received) =>
  collect(
    {
      method: 'POST',
      path: '/events/phones',
      headers: { 'content-type': 'application/cloudevents-batch+json', authorization: `Bearer ${token}` },
      body: Buffer.from(JSON.stringify(events)),
    },
    { directory, eventLog: log, batches: memoryBatches(), quarantine, rates: memoryRates(), log: silent },
    now,
  );

export interface NightOptions extends NightInput {
  readonly startedAt?: Date;
  readonly quietSeconds?: number;
}

const anHourLater = new Date(received.getTime() + 3_600_000);

/** As the state machine does: plan, roll up what it finds, plan again until it is done, assess. */
export const night = async (stores: Stores, options: NightOptions = {}): Promise<void> => {
  const { asOf = '2025-01-19', startedAt = anHourLater, quietSeconds = 0 } = options;
  const tools = {
    log: stores.log,
    partials: stores.partials,
    dimensionsOf: async () => town.organisation.dimensions,
    now: () => startedAt,
    quietSeconds,
  };
  let round: PlanOutput | undefined;
  do {
    const input = round ?? { night: { asOf }, startedAt: startedAt.toISOString() };
    round = await plan(input, { dirty: stores.log, config: stores.config });
    for (const { days } of round.chunks) await rollup(days, tools);
  } while (!round.done);
  for (const task of round.scorecards) await assess(task, { ...stores, software: 'test' });
};

/** The newest edition of each period, as bytes. */
export const published = async ({ editions }: Pick<Stores, 'editions'>): Promise<string[]> =>
  (await newest(editions)).map((edition) => JSON.stringify(edition));

/** The same without what says how often it was published: what stands in a figure however many tries it took. */
export const figures = async ({ editions }: Pick<Stores, 'editions'>): Promise<object[]> =>
  (await newest(editions)).map(({ edition, revisions, earlierRevisions, ...rest }) => ({
    ...rest,
    measures: rest.measures.map(({ status, series, ...measure }) => ({
      ...measure,
      series: series.map(({ status: _, ...point }) => point),
    })),
  }));

const newest = async (editions: Editions): Promise<Edition[]> => {
  const heads = await editions.heads('town', 'service');
  const highest = new Map(heads.map((head) => [head.period, head]));
  const read = await Promise.all([...highest.values()].map((head) => editions.read(head)));
  return read.filter((edition) => edition !== undefined);
};
