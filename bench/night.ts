import { readFileSync } from 'node:fs';
import { costOf } from '#bench/cpu.ts';
import { type Line, whole } from '#bench/table.ts';
import { importPublish } from '#cli/publishBundle.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import type { Fact } from '#event/types.ts';
import { batches } from '#events/example/generate.ts';
import { assess } from '#functions/assess/assess.ts';
import { rollup } from '#functions/rollup/rollup.ts';
import { checkOrganisation } from '#scorecard/check.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import { memoryConfigStore } from '#store/memoryConfigStore.ts';
import { memoryEditions } from '#store/memoryEditions.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';
import { memoryPartials } from '#store/memoryPartials.ts';
import { memoryWebsite } from '#store/memoryWebsite.ts';

const organisation = 'example';
const now = new Date('2025-05-01T02:00:00Z');
const task = { organisation, scorecard: 'contact-centre', asOf: '2025-04-30', publishedAt: '2025-04-30T22:59:59.999Z' };
const rounds = 5;

/** The example as it stands after its two years: what one night then costs. */
export async function nightLines(): Promise<readonly Line[]> {
  const stores = await rolledUpExample();
  const { publish, assets } = await importPublish();
  const unassessed = () => ({ ...stores, editions: memoryEditions() });
  const unpublished = async () => {
    const { config, editions } = await assessedInto(unassessed());
    return { config, editions, log: stores.log, website: memoryWebsite(), data: memoryWebsite(), assets };
  };
  return [
    whole('the example, assess', await costOf(rounds, unassessed, assessedInto)),
    whole('the example, publish', await costOf(rounds, unpublished, (shelves) => publish(task, shelves))),
  ];
}

async function assessedInto<Shelves extends Parameters<typeof assess>[1]>(shelves: Shelves): Promise<Shelves> {
  const { minted } = await assess(task, shelves);
  if (minted.length !== 2) throw new Error('the two periods of the night were not assessed');
  return shelves;
}

async function rolledUpExample() {
  const [log, partials, config] = [memoryEventLog(), memoryPartials(), memoryConfigStore()];
  const configuration = configured();
  await config.push(configuration);
  for (const { source, events } of batches()) await log.append(factsOf(source, events), now);
  await log.append(factsOf('performance-team', JSON.parse(readFileSync('events/example/records.json', 'utf8'))), now);
  const dirty = await log.list(organisation, { before: new Date(now.getTime() + 1), limit: 10_000 });
  const dimensionsOf = async () => configuration.organisation.dimensions;
  await rollup(dirty, { log, partials, dimensionsOf, now: () => now, quietSeconds: 0 });
  return { config, log, partials, software: 'bench' };
}

function configured(): Configuration {
  const paths = ['organisation', 'sources', 'contact-centre'].map((name) => `scorecards/example/${name}.yaml`);
  const checked = checkOrganisation(Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')])));
  if (!('configuration' in checked)) throw new Error('the example does not pass its own check');
  return checked.configuration;
}

function factsOf(pathSource: string, events: readonly unknown[]): readonly Fact[] {
  return events.map((event) => {
    const parsed = parseEvent(event, { now, pathSource, organisation });
    if (!('event' in parsed)) throw new Error(`the example holds an event that is refused: ${parsed.reason}`);
    return factOf(parsed.event, { organisation, hashKey: 'not a secret: for the benchmark only' });
  });
}
