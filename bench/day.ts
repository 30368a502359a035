import { S3Client } from '@aws-sdk/client-s3';
import { costOf } from '#bench/cpu.ts';
import { withDynalite } from '#bench/dynalite.ts';
import { busyDay, factsOfOneDay, now, organisation } from '#bench/facts.ts';
import { type Line, whole } from '#bench/table.ts';
import { type RollupTools, rollup } from '#functions/rollup/rollup.ts';
import { partialOf } from '#metric/cube.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import { dynamoPartials } from '#store/dynamoPartials.ts';
import type { DirtyDay, DirtyDays, EventLog } from '#store/eventLog.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';
import { memoryPartials } from '#store/memoryPartials.ts';
import type { Partials } from '#store/partials.ts';

const rounds = 5;
const facts = factsOfOneDay(5000);
const dirty: DirtyDay = { organisation, stream: 'call', day: busyDay };
const listed = {
  queue: ['revenues', 'streets', 'housing', 'switchboard'],
  service: ['council-tax', 'waste', 'housing', 'benefits', 'planning', 'general'],
};

/** One dirty day of 5,000 calls: the sum alone, then with the reading, the replacing and the mark. */
export async function dayLines(): Promise<readonly Line[]> {
  const summed = await costOf(rounds, nothing, () => partialOf(dirty, facts, listed));
  return [
    whole('a day of 5,000 facts, partialOf', summed),
    await rolledUp('a day of 5,000 facts, rollup, memory stores', memoryEventLog(), memoryPartials()),
    await withDynalite((client) => {
      // The partial of such a day fits into an item: the bucket is never called.
      const partials = dynamoPartials(client, 'partials', new S3Client({ region: 'eu-west-2' }), 'none');
      return rolledUp('a day of 5,000 facts, rollup, DynamoDB client', dynamoEventLog(client, 'events'), partials);
    }),
  ];
}

async function rolledUp(what: string, log: EventLog & DirtyDays, partials: Partials): Promise<Line> {
  await log.append(facts, now);
  const tools: RollupTools = { log, partials, dimensionsOf: async () => listed, now: () => now, quietSeconds: 0 };
  const cost = await costOf(
    rounds,
    () => log.mark([dirty], now),
    async () => {
      const { rebuilt, waiting } = await rollup([dirty], tools);
      if (rebuilt !== 1 || waiting !== 0) throw new Error('the day was not rebuilt');
    },
  );
  return whole(what, cost);
}

function nothing(): void {}
