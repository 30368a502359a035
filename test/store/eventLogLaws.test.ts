import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#calendar/day.ts';
import type { Fact, Stream } from '#event/types.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import type { DirtyDay, DirtyDays, EventLog } from '#store/eventLog.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';
import { fact, sorted } from '#test/store/facts.ts';
import { type Dynalite, startDynalite } from '#test/support/dynalite.ts';
import { type Flavour, type Run, restartable, runKilledAt } from '#test/support/faults.ts';
import { createTables, tableNames } from '#test/support/tables.ts';

type Log = EventLog & DirtyDays;

/** A store, and the processes that use it one after the other. */
interface Shared {
  process(run: Run): Log;
}

let dynalite: Dynalite;
beforeAll(async () => {
  dynalite = await startDynalite();
  await createTables(dynalite.client());
});
afterAll(() => dynalite.stop());

const memoryShared = (): Shared => {
  const { write, start } = restartable();
  const log = memoryEventLog({ write });
  return {
    process(run) {
      start(run);
      return log;
    },
  };
};

const dynamoShared = (): Shared => ({
  process(run) {
    const client = dynalite.client();
    run.attach(client);
    return dynamoEventLog(client, tableNames.events);
  },
});

const stores = [
  { store: 'memory', open: memoryShared, runs: 200, writes: 13 },
  { store: 'DynamoDB', open: dynamoShared, runs: 5, writes: 9 },
];

const streamsTried: readonly Stream[] = ['call', 'message', 'case'];
/** Thirty days lie between the second and the third; 31 between the first and the third. */
const days = ['2023-10-01', '2023-10-02', '2023-11-01', '2023-11-02'];
const now = new Date('2024-01-02T03:04:05.678Z');

const anyFact = fc
  .record({
    stream: fc.constantFrom(...streamsTried),
    id: fc.constantFrom('a', 'b', 'c'),
    revision: fc.integer({ min: 0, max: 2 }),
    day: fc.constantFrom(...days),
    withdrawn: fc.boolean(),
  })
  .map(({ id, stream, ...rest }) => fact({ id: `${stream}-${id}`, stream, subject: `${stream} subject`, ...rest }));

/** Facts, all of them again in another order with repetitions, and how each is cut into requests. */
const sendings = fc.array(anyFact, { minLength: 1, maxLength: 8 }).chain((facts) =>
  fc.record({
    facts: fc.constant(facts),
    repeated: fc
      .array(fc.constantFrom(...facts), { maxLength: 4 })
      .chain((more) => fc.shuffledSubarray([...facts, ...more], { minLength: facts.length + more.length })),
    batch: fc.integer({ min: 1, max: 12 }),
  }),
);

function* batches<Each>(all: readonly Each[], size: number): Generator<readonly Each[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

let organisations = 0;
const freshOrganisation = () => {
  organisations += 1;
  return `council-${organisations}`;
};

const everyDay = (organisation: string): readonly DirtyDay[] =>
  streamsTried.flatMap((stream) => days.map((day) => ({ organisation, stream, day })));

/** What each day's rollup would read, without the organisation's name. */
const storedFacts = async (log: Log, organisation: string) => {
  const found = await Promise.all(everyDay(organisation).map((day) => log.factsOf(day)));
  return found.map((facts) => sorted(facts).map((each) => ({ ...each, organisation: '' })));
};

const markedDays = async (log: Log, organisation: string) =>
  (await log.list(organisation, { before: new Date('2100-01-01'), limit: 1000 })).map(({ cursor }) => cursor);

async function send(log: Log, facts: readonly Fact[], organisation: string, batch: number): Promise<void> {
  const ours = facts.map((each) => ({ ...each, organisation }));
  for (const request of batches(ours, batch)) await log.append(request, now);
}

/** The highest (revision, content hash) of each identity: the definition, not the implementation. */
const winners = (facts: readonly Fact[]): readonly Fact[] => {
  const rank = ({ revision, contentHash }: Fact) => `${revision} ${contentHash}`;
  return [...Map.groupBy(facts, ({ id }) => id).values()].map((same) =>
    same.reduce((best, each) => (rank(each) > rank(best) ? each : best)),
  );
};

describe.each(stores)('the laws of the event log in $store', ({ open, runs, writes }) => {
  test('order, repetition and batching leave the same facts, and mark every day where one counts', async () => {
    await fc.assert(
      fc.asyncProperty(sendings, async ({ facts, repeated, batch }) => {
        const log = open().process(runKilledAt());
        const [once, again] = [freshOrganisation(), freshOrganisation()];
        await send(log, facts, once, 1);
        await send(log, repeated, again, batch);
        expect(await storedFacts(log, again)).toEqual(await storedFacts(log, once));
        const marked = await markedDays(log, again);
        expect(marked).toEqual(expect.arrayContaining(winners(facts).map(({ stream, day }) => `${stream}#${day}`)));
      }),
      { numRuns: runs },
    );
  });

  test('a night that has cleared every mark learns of every day that a later request changes', async () => {
    await fc.assert(
      fc.asyncProperty(sendings, anyFact, async ({ facts }, late) => {
        const log = open().process(runKilledAt());
        const organisation = freshOrganisation();
        await send(log, facts, organisation, 100);
        for (const mark of await log.list(organisation, { before: new Date('2100-01-01'), limit: 1000 })) {
          await log.clear(mark, mark.token);
        }
        const before = await dayByDay(log, organisation);
        await send(log, [late], organisation, 1);
        const after = await dayByDay(log, organisation);
        const changed = [...after.keys()].filter((day) => after.get(day) !== before.get(day));
        expect(await markedDays(log, organisation)).toEqual(expect.arrayContaining(changed));
      }),
      { numRuns: runs },
    );
  });

  const flavours: readonly Flavour[] = ['lost', 'unanswered'];
  test.each(flavours)('killed after any single write (%s) and sent again, it ends the same', async (flavour) => {
    const request = (organisation: string): readonly Fact[] =>
      [
        fact({ id: 'call', day: '2023-11-01' }),
        fact({ id: 'call', day: '2023-11-02', revision: 1 }),
        fact({ id: 'case', stream: 'case', subject: 'c', day: '2023-10-01' }),
        fact({ id: 'reply', stream: 'message', subject: 't', day: '2023-11-30' }),
        fact({ id: 'received', stream: 'message', subject: 't', day: '2023-11-02' }),
      ].map((each) => ({ ...each, organisation }));
    const untouched = freshOrganisation();
    const whole = runKilledAt();
    const log = open().process(whole);
    await log.append(request(untouched), now);
    const [facts, marked] = [await storedFacts(log, untouched), await markedDays(log, untouched)];
    for (let n = 1; n <= whole.writes(); n += 1) {
      const shared = open();
      const organisation = freshOrganisation();
      const killed = runKilledAt(n, flavour);
      await expect(shared.process(killed).append(request(organisation), now)).rejects.toThrow(`killed at write ${n}`);
      const retried = shared.process(runKilledAt());
      await retried.append(request(organisation), now);
      expect(await storedFacts(retried, organisation)).toEqual(facts);
      expect(await markedDays(retried, organisation)).toEqual(marked);
    }
    // Three claims, five facts, and the marks of five days: in DynamoDB together.
    expect(whole.writes()).toBe(writes);
  });
});

/** All that a day's figures may follow from: of a case every fact, of a thread what came up to 30 days around. */
const bearsOn = (day: DirtyDay, { day: on }: Fact): boolean =>
  day.stream === 'case' ||
  on === day.day ||
  (day.stream === 'message' && on >= addDays(day.day, -30) && on <= addDays(day.day, 30));

async function dayByDay(log: Log, organisation: string): Promise<ReadonlyMap<string, string>> {
  const counted = new Map<string, string>();
  for (const day of everyDay(organisation)) {
    const bearing = (await log.factsOf(day)).filter((each) => bearsOn(day, each));
    counted.set(`${day.stream}#${day.day}`, JSON.stringify(sorted(bearing)));
  }
  return counted;
}
