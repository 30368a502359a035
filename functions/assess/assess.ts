import { type Period, periodContaining, shiftPeriod } from '#calendar/period.ts';
import type { Fact } from '#event/types.ts';
import { type Build, type LastShown, mintIfNew } from '#functions/assess/mint.ts';
import { settleReleased } from '#functions/assess/settle.ts';
import type { AssessOutput, ScorecardTask } from '#functions/payloads.ts';
import type { DayPartial } from '#metric/partial.ts';
import { assess as editionOf, knowledgeOf } from '#scorecard/assess.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import { daysNeeded } from '#scorecard/periods.ts';
import { streamsOf } from '#scorecard/questions.ts';
import { isOnSignOff, releasesIn, seenOf } from '#scorecard/release.ts';
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

/** An edition of one period, not yet made: it needs to know what readers saw last. */
export interface Draft {
  readonly period: Period;
  readonly build: Build;
  /** By the night the highest of these; on sign-off the last that readers saw. */
  readonly lastShown: LastShown | undefined;
}

export interface Drafts extends Definition {
  readonly records: readonly Fact[];
  readonly drafts: readonly Draft[];
}

/** The current period and the one before it, as they would be published as of the day. Reads, and writes nothing. */
export async function draftsOf(task: ScorecardTask, stores: Omit<Stores, 'editions'>): Promise<Drafts> {
  const definition = await definitionOf(task, stores.config);
  const { asOf, publishedAt } = task;
  const [partials, records] = await Promise.all([
    partialsFor(definition, asOf, stores.partials),
    stores.log.recordsOf(task.organisation, task.scorecard),
  ]);
  const known = knowledgeOf({ ...definition, asOf, partials, records });
  const lastShown: LastShown | undefined = isOnSignOff(definition.scorecard)
    ? (heads) => seenOf(records, heads).at(-1)
    : undefined;
  const drafts = periodsOf(definition.scorecard, asOf).map((period): Draft => {
    const input = { ...definition, period, asOf, publishedAt, software: stores.software, partials, records, known };
    return { period, lastShown, build: (before, edition) => ({ ...editionOf({ ...input, before }), edition }) };
  });
  return { ...definition, records, drafts };
}

type Minted = AssessOutput['minted'];

/** Publishes the current period and the one before it, each under a new number if anything in it is new. */
export async function assess(task: ScorecardTask, stores: Stores): Promise<AssessOutput> {
  const { drafts, ...known } = await draftsOf(task, stores);
  const { organisation, scorecard } = task;
  const minted: Minted[number][] = [...(await settled(task, known, stores))];
  for (const { period, build, lastShown } of drafts) {
    const shelf = { organisation, scorecard, period: period.id };
    const edition = await mintIfNew(shelf, build, stores.editions, lastShown);
    if (edition !== undefined) minted.push({ period: period.id, edition });
  }
  return { ...task, minted };
}

/** What was released says what it revises, before drafts are compared with it. */
async function settled(task: ScorecardTask, known: Omit<Drafts, 'drafts'>, { editions }: Stores): Promise<Minted> {
  if (!isOnSignOff(known.scorecard)) return [];
  const { organisation, scorecard, publishedAt } = task;
  const minted: Minted[number][] = [];
  for (const period of new Set(releasesIn(known.records).map((release) => release.period))) {
    const edition = await settleReleased({ organisation, scorecard, period }, { ...known, publishedAt, editions });
    if (edition !== undefined) minted.push({ period, edition });
  }
  return minted;
}
