import { type Comparison, compare } from '#functions/rollup/compare.ts';
import { type LookTools, look, type Seen } from '#functions/rollup/look.ts';
import type { Listed } from '#metric/cube.ts';
import type { DayPartial } from '#metric/partial.ts';
import type { DirtyDay, EventLog } from '#store/eventLog.ts';
import { inParallel } from '#store/inParallel.ts';
import type { Partials } from '#store/partials.ts';

/** Reads, and writes nothing. */
export interface VerdictTools extends LookTools {
  readonly log: LookTools['log'] & Pick<EventLog, 'factsOf'>;
  readonly partials: LookTools['partials'] & Pick<Partials, 'range'>;
  readonly dimensionsOf: (organisation: string) => Promise<Listed>;
  /** Longer than it takes from the writing of a fact to that of its mark. */
  readonly pause: () => Promise<void>;
}

/** `marked`: events came since the day was counted, so that a night counts it again. */
export type Verdict = { readonly day: DirtyDay } & (Comparison | { readonly is: 'marked' });

/** The facts of so many days are in memory together. */
const daysAtOnce = 4;

async function storedOf({ organisation, stream, day }: DirtyDay, { partials }: VerdictTools) {
  const [stored] = await partials.range(organisation, stream, day, day);
  return stored;
}

async function judge(day: DirtyDay, { version, mark }: Seen, tools: VerdictTools): Promise<Verdict> {
  if (mark) return { day, is: 'marked' };
  const listed = await tools.dimensionsOf(day.organisation);
  const stored: DayPartial | undefined = version === 0 ? undefined : await storedOf(day, tools);
  return { day, ...compare(day, stored, await tools.log.factsOf(day), listed) };
}

/** A fact is written before its mark, and a mark goes after the partial was replaced. */
const hasMoved = (before: Seen, now: Seen | undefined): boolean =>
  now === undefined || now.mark !== undefined || now.version !== before.version;

/**
 * Whether each day's partial is what its facts add up to. What differs is looked at once more: an event that was just
 * being received is no drift.
 */
export async function verdictsOf(days: readonly DirtyDay[], tools: VerdictTools): Promise<readonly Verdict[]> {
  const seen = (await look(days, tools)).map((each, i) => [days[i] as DirtyDay, each] as const);
  const verdicts = await inParallel(seen, ([day, each]) => judge(day, each, tools), daysAtOnce);
  const suspects = [...verdicts.keys()].filter((i) => verdicts[i]?.is === 'different');
  if (suspects.length === 0) return verdicts;
  await tools.pause();
  const again = await look(
    suspects.map((i) => days[i] as DirtyDay),
    tools,
  );
  const moved = new Set(suspects.filter((i, at) => hasMoved((seen[i] as (typeof seen)[number])[1], again[at])));
  return verdicts.map((verdict, i) => (moved.has(i) ? { day: verdict.day, is: 'marked' } : verdict));
}
