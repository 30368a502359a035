import { addDays, endOfDay, isDay, londonDay } from '#calendar/day.ts';
import type { NightInput, PlanInput, PlanOutput, ScorecardTask } from '#functions/payloads.ts';
import { bytesOf, chunksOf, daysPerRound, type RoundLimits, roundLimits } from '#functions/plan/chunk.ts';
import { linesOf, shareOf } from '#functions/plan/share.ts';
import type { ConfigStore } from '#store/config.ts';
import type { DirtyDay, DirtyDays } from '#store/eventLog.ts';
import type { Partials } from '#store/partials.ts';

export interface Planning {
  readonly dirty: Pick<DirtyDays, 'list'>;
  readonly config: Pick<ConfigStore, 'organisations' | 'read'>;
  /** Without it no day is verified. */
  readonly partials?: Pick<Partials, 'span'>;
  readonly limits?: RoundLimits;
}

/** Marks read at once; a round takes up to some 2,500. */
const pageSize = 1000;

type Cursor = NonNullable<PlanInput['cursor']>;

async function organisationsOf({ organisation }: NightInput, config: Planning['config']): Promise<readonly string[]> {
  const all = (await config.organisations()).toSorted();
  if (organisation === undefined) return all;
  if (!all.includes(organisation)) throw new RangeError(`no organisation "${organisation}" has been pushed`);
  return [organisation];
}

/** Yesterday in London, when nobody says. */
function asOfOf({ asOf }: NightInput, startedAt: Date): string {
  if (asOf === undefined) return addDays(londonDay(startedAt), -1);
  if (!isDay(asOf)) throw new RangeError(`"${asOf}" is not a date such as 2024-03-31`);
  return asOf;
}

/** Marks after the cursor, organisation by organisation, each with the cursor that stands behind it. */
async function* marksAfter(
  cursor: Cursor,
  organisations: readonly string[],
  { dirty, before }: { dirty: Planning['dirty']; before: Date },
): AsyncGenerator<{ day: DirtyDay; cursor: Cursor }> {
  for (const organisation of organisations.filter((each) => each >= cursor.organisation)) {
    let after = organisation === cursor.organisation ? cursor.after : undefined;
    for (;;) {
      const page = await dirty.list(organisation, { before, ...(after !== undefined && { after }), limit: pageSize });
      for (const { stream, day, cursor: here } of page)
        yield { day: { organisation, stream, day }, cursor: { organisation, after: here } };
      after = page.at(-1)?.cursor;
      if (after === undefined) break;
    }
  }
}

async function scorecardsOf(
  organisations: readonly string[],
  config: Planning['config'],
  when: Pick<ScorecardTask, 'asOf' | 'publishedAt'>,
): Promise<readonly ScorecardTask[]> {
  const tasks: ScorecardTask[] = [];
  for (const organisation of organisations)
    for (const { id } of (await config.read(organisation))?.scorecards ?? [])
      tasks.push({ organisation, scorecard: id, ...when });
  return tasks;
}

async function checksOf(
  { night, startedAt }: PlanInput,
  { organisations, asOf }: { readonly organisations: readonly string[]; readonly asOf: string },
  partials: Planning['partials'],
): Promise<PlanOutput['checks']> {
  if (!partials || night.asOf !== undefined) return [];
  const lines = await linesOf(organisations, partials);
  const days = shareOf(lines, asOf, londonDay(startedAt));
  return chunksOf(days, roundLimits).map((chunk) => ({ ...chunk, verify: true }));
}

async function nextRound(start: Cursor, marks: AsyncIterable<{ day: DirtyDay; cursor: Cursor }>, limits: RoundLimits) {
  const days: DirtyDay[] = [];
  let cursor = start;
  let bytes = 0;
  for await (const next of marks) {
    bytes += bytesOf(next.day);
    if (days.length === daysPerRound(limits) || bytes > limits.bytes) break;
    days.push(next.day);
    cursor = next.cursor;
  }
  return { days, cursor };
}

/**
 * One round of the night: the next dirty days in chunks, until a round finds none; then it is done and names the
 * scorecards, and the settled days to verify. Every mark older than the night is attempted once, whether or not its
 * rollup may clear it.
 */
export async function plan(
  input: PlanInput,
  { dirty, config, partials, limits = roundLimits }: Planning,
): Promise<PlanOutput> {
  const { night, startedAt } = input;
  const started = new Date(startedAt);
  const asOf = asOfOf(night, started);
  const organisations = await organisationsOf(night, config);
  const start = input.cursor ?? { organisation: organisations[0] ?? '' };
  const marks = marksAfter(start, organisations, { dirty, before: started });
  const { days, cursor } = await nextRound(start, marks, limits);
  const done = days.length === 0;
  const publishedAt = (night.asOf === undefined ? started : endOfDay(asOf)).toISOString();
  const scorecards = done ? await scorecardsOf(organisations, config, { asOf, publishedAt }) : [];
  const checks = done ? await checksOf(input, { organisations, asOf }, partials) : [];
  return { night, startedAt, cursor, asOf, chunks: chunksOf(days, limits), done, checks, scorecards };
}
