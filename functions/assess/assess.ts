import { type Period, periodContaining, shiftPeriod } from '#calendar/period.ts';
import { mintIfNew } from '#functions/assess/mint.ts';
import type { AssessOutput, ScorecardTask } from '#functions/payloads.ts';
import type { DayPartial } from '#metric/partial.ts';
import { assess as editionOf, knowledgeOf } from '#scorecard/assess.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import { daysNeeded } from '#scorecard/periods.ts';
import { streamsOf } from '#scorecard/questions.ts';
import type { Organisation, Scorecard } from '#scorecard/schema.ts';
import { everyVersion } from '#scorecard/versions.ts';
import type { ConfigStore } from '#store/config.ts';
import type { Editions } from '#store/editions.ts';
import type { EventLog } from '#store/eventLog.ts';
import type { Partials } from '#store/partials.ts';

export interface Stores {
  readonly config: Pick<ConfigStore, 'read'>;
  readonly log: Pick<EventLog, 'recordsOf'>;
  readonly partials: Pick<Partials, 'range'>;
  readonly editions: Editions;
  /** The software's version, printed in each edition. */
  readonly software: string;
}

interface Definition {
  readonly organisation: Organisation;
  readonly scorecard: Scorecard;
  readonly sources: Configuration['sources'];
}

const definitionOf = async (task: ScorecardTask, config: Stores['config']): Promise<Definition> => {
  const configuration = await config.read(task.organisation);
  const scorecard = configuration?.scorecards.find(({ id }) => id === task.scorecard);
  if (!configuration || !scorecard)
    throw new Error(`no scorecard ${task.scorecard} of ${task.organisation} was pushed`);
  return { organisation: configuration.organisation, scorecard, sources: configuration.sources };
};

/** The period before the one that contains the as-of day, and that one. */
const periodsOf = ({ frequency }: Scorecard, asOf: string): readonly Period[] => {
  const current = periodContaining(asOf, frequency);
  return [shiftPeriod(current, -1), current];
};

const partialsFor = async (
  { organisation, scorecard }: Definition,
  asOf: string,
  partials: Stores['partials'],
): Promise<readonly DayPartial[]> => {
  const needed = periodsOf(scorecard, asOf).map((period) => daysNeeded(scorecard, period, asOf));
  const from = needed.map((days) => days.from).sort()[0] ?? asOf;
  const formulas = scorecard.groups.flatMap((group) =>
    group.measures.flatMap(everyVersion).map((measure) => measure.value),
  );
  const streams = [...new Set(formulas.flatMap(streamsOf))];
  const ranges = streams.map((stream) => partials.range(organisation.id, stream, from, asOf));
  return (await Promise.all(ranges)).flat();
};

/** Publishes the current period and the one before it, each under a new number if anything in it is new. */
export async function assess(task: ScorecardTask, stores: Stores): Promise<AssessOutput> {
  const definition = await definitionOf(task, stores.config);
  const [partials, records] = await Promise.all([
    partialsFor(definition, task.asOf, stores.partials),
    stores.log.recordsOf(task.organisation, task.scorecard),
  ]);
  const { asOf, publishedAt, organisation, scorecard } = task;
  const known = knowledgeOf({ ...definition, asOf, partials, records });
  const minted: AssessOutput['minted'][number][] = [];
  for (const period of periodsOf(definition.scorecard, asOf)) {
    const input = { ...definition, period, asOf, publishedAt, software: stores.software, partials, records, known };
    const shelf = { organisation, scorecard, period: period.id };
    const edition = await mintIfNew(shelf, (before) => editionOf({ ...input, before }), stores.editions);
    if (edition !== undefined) minted.push({ period: period.id, edition });
  }
  return { ...task, minted };
}
