import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { endOfDay } from '#calendar/day.ts';
import { periodContaining, shiftPeriod } from '#calendar/period.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import type { Fact } from '#event/types.ts';
import { rollup } from '#functions/rollup/rollup.ts';
import type { Posted, Posting, Stage } from '#oracle/postings.ts';
import { assess } from '#scorecard/assess.ts';
import { checkOrganisation } from '#scorecard/check.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import type { Edition } from '#scorecard/edition.ts';
import { problemText } from '#scorecard/problem.ts';
import { streamsOf } from '#scorecard/questions.ts';
import type { Scorecard } from '#scorecard/schema.ts';
import { everyVersion } from '#scorecard/versions.ts';
import type { EventLog } from '#store/eventLog.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';
import { memoryPartials } from '#store/memoryPartials.ts';

const batchSize = 500;

export function configurationOf(organisation: string): Configuration {
  const paths = globSync(`scorecards/${organisation}/*.yaml`);
  const checked = checkOrganisation(Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')])));
  if ('configuration' in checked) return checked.configuration;
  throw new Error(checked.problems.map(problemText).join('\n'));
}

const factFrom = (organisation: string, now: Date) => {
  const hashKey = 'k'.repeat(32);
  return ({ pathSource, event }: Posting): Fact => {
    const parsed = parseEvent(event, { now, pathSource, organisation });
    if (!('event' in parsed)) throw new Error(`an event was refused: ${parsed.pointer} ${parsed.reason}`);
    return factOf(parsed.event, { organisation, hashKey });
  };
};

/** What senders posted before a night, into the log. */
export async function received(
  { organisation }: Configuration,
  { postings, night }: Stage,
  log: Pick<EventLog, 'append'>,
): Promise<void> {
  const now = endOfDay(night);
  const facts = postings.map(factFrom(organisation.id, now));
  for (let start = 0; start < facts.length; start += batchSize) {
    const answers = await log.append(facts.slice(start, start + batchSize), now);
    const refused = answers.find((answer) => typeof answer === 'object');
    if (refused) throw new Error(`an event was refused: ${refused.refused}`);
  }
}

/** The event log as senders left it, rolled up: what a night finds. */
export async function installation(configuration: Configuration, stage: Stage) {
  const { organisation } = configuration;
  const now = endOfDay(stage.night);
  const [log, partials] = [memoryEventLog(), memoryPartials()];
  await received(configuration, stage, log);
  const dirty = await log.list(organisation.id, {
    before: new Date(now.getTime() + 1),
    limit: Number.MAX_SAFE_INTEGER,
  });
  const dimensionsOf = async () => organisation.dimensions;
  await rollup(dirty, { log, partials, dimensionsOf, now: () => now, quietSeconds: 0 });
  return { log, partials };
}

const streamsIn = ({ groups }: Scorecard) => [
  ...new Set(groups.flatMap(({ measures }) => measures.flatMap(everyVersion)).flatMap(({ value }) => streamsOf(value))),
];

/** The edition of every period of each scorecard's history, as the last night would publish it. */
export async function assessed(configuration: Configuration, posted: Posted): Promise<readonly Edition[]> {
  const { organisation, scorecards, sources } = configuration;
  const { log, partials } = await installation(configuration, posted);
  const asOf = posted.night;
  const editions = scorecards.map(async (scorecard) => {
    const ranges = streamsIn(scorecard).map((stream) => partials.range(organisation.id, stream, '0000-01-01', asOf));
    const found = (await Promise.all(ranges)).flat();
    const records = await log.recordsOf(organisation.id, scorecard.id);
    const newest = periodContaining(asOf, scorecard.frequency);
    return Array.from({ length: scorecard.history }, (_, back) =>
      assess({
        organisation,
        scorecard,
        sources,
        period: shiftPeriod(newest, -back),
        asOf,
        publishedAt: endOfDay(asOf).toISOString(),
        software: 'oracle',
        partials: found,
        records,
      }),
    );
  });
  return (await Promise.all(editions)).flat();
}

/** The highest edition of each period, from the folder that `npm start -- --once` leaves. */
export function readSite(folder: string, organisation: string): readonly Edition[] {
  const files = globSync(join(folder, organisation, '*', '*', 'edition.json'));
  return files
    .filter((path) => basename(join(path, '..')) !== 'latest')
    .map((path) => JSON.parse(readFileSync(path, 'utf8')));
}
