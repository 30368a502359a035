import type { RollupOutput } from '#functions/payloads.ts';
import { look, type Seen } from '#functions/rollup/look.ts';
import { type Listed, partialOf } from '#metric/cube.ts';
import type { DirtyDay, DirtyDays, EventLog, Mark } from '#store/eventLog.ts';
import { inParallel } from '#store/inParallel.ts';
import type { Partials } from '#store/partials.ts';

export interface RollupTools {
  readonly log: Pick<EventLog, 'factsOf'> & Pick<DirtyDays, 'read' | 'clear'>;
  readonly partials: Pick<Partials, 'versions' | 'replace'>;
  readonly dimensionsOf: (organisation: string) => Promise<Listed>;
  readonly now: () => Date;
  /** A mark must have rested so long when the facts were read, or else the index may not yet have shown them all. */
  readonly quietSeconds: number;
}

const mostTries = 5;
/** The facts of so many days are in memory together. */
const daysAtOnce = 4;

const isQuiet = (mark: Mark, readAt: Date, quietSeconds: number): boolean =>
  Date.parse(mark.markedAt) + quietSeconds * 1000 <= readAt.getTime();

type Outcome = 'clean' | 'rebuilt' | 'waiting';

/** undefined when another rollup replaced the partial meanwhile: what was read may be older than what that one read. */
async function attempt(day: DirtyDay, { version, mark }: Seen, tools: RollupTools): Promise<Outcome | undefined> {
  const { log, partials, now, quietSeconds } = tools;
  if (!mark) return 'clean';
  const listed = await tools.dimensionsOf(day.organisation);
  const readAt = now();
  const partial = partialOf(day, await log.factsOf(day), listed);
  if (!(await partials.replace(day.organisation, partial, version))) return undefined;
  const cleared = isQuiet(mark, readAt, quietSeconds) && (await log.clear(day, mark.token));
  return cleared ? 'rebuilt' : 'waiting';
}

async function rollUpDay(day: DirtyDay, first: Seen, tools: RollupTools): Promise<Outcome> {
  let seen: Seen | undefined = first;
  for (let tries = 0; seen && tries < mostTries; tries++) {
    const outcome = await attempt(day, seen, tools);
    if (outcome) return outcome;
    [seen] = await look([day], tools);
  }
  const { organisation, stream } = day;
  throw new Error(`other rollups kept replacing the ${stream} partial of ${organisation} for ${day.day}`);
}

/**
 * Recomputes each day from its facts and replaces its partial whole. The mark goes last, so that whatever fails before
 * leaves it for the next night. A day without a mark is left as it is.
 */
export async function rollup(days: readonly DirtyDay[], tools: RollupTools): Promise<RollupOutput> {
  const seen = await look(days, tools);
  const rollUp = ([i, day]: readonly [number, DirtyDay]) => rollUpDay(day, seen[i] as Seen, tools);
  const outcomes = await inParallel([...days.entries()], rollUp, daysAtOnce);
  return {
    rebuilt: outcomes.filter((outcome) => outcome !== 'clean').length,
    waiting: outcomes.filter((outcome) => outcome === 'waiting').length,
  };
}
