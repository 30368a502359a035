import type { Stream } from '#event/types.ts';
import { PartialTooOld } from '#metric/cannotAnswer.ts';
import type { Listed } from '#metric/cube.ts';
import { absent, type CounterDeclaration, other } from '#metric/declaration.ts';
import { misfit } from '#metric/misfit.ts';
import { nearest } from '#metric/nearest.ts';
import type { Partial, TopCounter } from '#metric/partial.ts';
import { tally, unanswerable } from '#metric/query.ts';
import { matches, type Where } from '#metric/question.ts';
import { declarations, isCounted } from '#metric/streams.ts';
import { groupAdder } from '#metric/topCounter.ts';

export interface TopQuestion {
  readonly where?: Where;
  /** A counter (`path`, `search` or `form` of the web) or any dimension. */
  readonly by: string;
  readonly n: number;
}

export interface TopRow {
  readonly rank: number;
  readonly name: string;
  readonly count: number;
}

export interface Top {
  readonly rows: readonly TopRow[];
  /** A count may be too low by so many at most, and so may that of a name not shown; 0 when every count is exact. */
  readonly atMostMissed: number;
  /** Occurrences that were counted under no name. */
  readonly cut: number;
}

/** What occurred how often, before it is ranked. */
interface Counted {
  readonly counts: readonly (readonly [name: string, count: number])[];
  readonly atMostMissed: number;
  readonly cut: number;
}

const counterOf = (stream: Stream, by: string): CounterDeclaration | undefined =>
  isCounted(stream) ? declarations[stream].counters?.find(({ name }) => name === by) : undefined;

/** A name that is neither a counter nor a dimension of a stream that has counters. */
function misnamed(stream: Stream, by: string): string | undefined {
  const { counters, dimensions = {} } = isCounted(stream) ? declarations[stream] : {};
  if (!counters || Object.hasOwn(dimensions, by)) return undefined;
  const near = nearest(by, [...counters.map(({ name }) => name), ...Object.keys(dimensions)]);
  return `${stream} has nothing by "${by}" to rank; the nearest is "${near}"`;
}

/** Why the partials cannot answer, as a sentence; undefined when they can. */
export function unanswerableTop(
  stream: Stream,
  { where, by }: Pick<TopQuestion, 'where' | 'by'>,
  listed?: Listed,
): string | undefined {
  const counter = counterOf(stream, by);
  if (!counter) return misnamed(stream, by) ?? unanswerable(stream, where, by, undefined, listed);
  const dimensions = [...counter.dimensions, ...Object.keys(counter.fixed)];
  return misfit(stream, { where }, { dimensions, what: `counts by ${by}` }, listed);
}

function fromCounter(counter: CounterDeclaration, { groups, dimensions }: TopCounter, where: Where): Counted {
  const total = groupAdder();
  for (const group of groups) {
    const read = (name: string) => counter.fixed[name] ?? group.key[dimensions.indexOf(name)] ?? absent;
    if (matches(where, read)) total.add(group);
  }
  const { counts, cut, mostMissed } = total.done([]);
  return { counts, cut, atMostMissed: mostMissed };
}

/** What was not listed is nobody's name; any one value may have been counted as it. */
function fromDimension(partial: Partial, { where, by }: TopQuestion, until: Date): Counted {
  const cuts = [...tally(partial, { where: where ?? {}, by, until })].map(
    ([name, { count }]) => [name, count] as const,
  );
  const unlisted = cuts.find(([name]) => name === other)?.[1] ?? 0;
  return { counts: cuts.filter(([name]) => name !== absent && name !== other), cut: unlisted, atMostMissed: unlisted };
}

function countedBy(partial: Partial, question: TopQuestion, until: Date): Counted {
  const { stream, tops } = partial;
  const counter = counterOf(stream, question.by);
  if (!counter) return fromDimension(partial, question, until);
  const kept = tops?.find(({ name }) => name === counter.name);
  if (!kept) throw new PartialTooOld(stream, `counts by ${question.by}`);
  return fromCounter(counter, kept, question.where ?? {});
}

/** Equal counts share a rank, and the next rank is as many later; within a rank in order of name. */
function ranked(counts: Counted['counts']): TopRow[] {
  const rows = counts.toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const firstOf = new Map<number, number>();
  for (const [i, [, count]] of rows.entries()) if (!firstOf.has(count)) firstOf.set(count, i + 1);
  return rows.map(([name, count]) => ({ rank: firstOf.get(count) ?? 0, name, count }));
}

/** Those of rank n or better, so more than n where several share the last rank. Throws as `tally` does. */
export function topOf(partial: Partial, question: TopQuestion, until: Date): Top {
  const problem = unanswerableTop(partial.stream, question);
  if (problem !== undefined) throw new RangeError(problem);
  const { counts, ...bound } = countedBy(partial, question, until);
  return { rows: ranked(counts.filter(([, count]) => count > 0)).filter(({ rank }) => rank <= question.n), ...bound };
}
