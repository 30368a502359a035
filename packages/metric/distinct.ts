import { londonDay } from '#calendar/day.ts';
import type { Stream } from '#event/types.ts';
import { PartialTooOld } from '#metric/cannotAnswer.ts';
import type { Listed } from '#metric/cube.ts';
import { absent } from '#metric/declaration.ts';
import { errorPercent } from '#metric/hyperLogLog.ts';
import { countIds, idCollector } from '#metric/idCollector.ts';
import { misfit } from '#metric/misfit.ts';
import { nearest } from '#metric/nearest.ts';
import type { Partial } from '#metric/partial.ts';
import { matches, type Where } from '#metric/question.ts';
import { declarations, isCounted } from '#metric/streams.ts';

export interface DistinctQuestion {
  readonly where?: Where;
  /** The id: `visitorKey`. */
  readonly of: string;
}

export interface Distinct {
  readonly count: number;
  /** False when there were too many to keep one by one, so that the count is estimated. */
  readonly exact: boolean;
  /** One standard error of the estimate. */
  readonly errorPercent?: number;
}

/** Why the partials cannot answer, as a sentence; undefined when they can. */
export function unanswerableDistinct(
  stream: Stream,
  { where, of }: DistinctQuestion,
  listed?: Listed,
): string | undefined {
  const sets = (isCounted(stream) && declarations[stream].distinct) || [];
  const set = sets.find((each) => each.of === of);
  if (set) return misfit(stream, { where }, { dimensions: set.dimensions, what: `different ${of}` }, listed);
  const near = nearest(
    of,
    sets.map((each) => each.of),
  );
  const hint = near === undefined ? 'only web has any: web.visitorKey' : `the nearest is "${near}"`;
  return `${stream} keeps no different ids by "${of}"; ${hint}`;
}

/** How many different ids those that match had. Throws a RangeError for a partial that holds days after the moment. */
export function distinctOf(partial: Partial, question: DistinctQuestion, until: Date): Distinct {
  const { stream, days } = partial;
  const after = days.findLast((day) => day > londonDay(until));
  if (after !== undefined) throw new RangeError(`ids of ${after} cannot be told from those before it`);
  const problem = unanswerableDistinct(stream, question);
  if (problem !== undefined) throw new RangeError(problem);
  const set = partial.distinct?.find(({ of }) => of === question.of);
  if (!set) throw new PartialTooOld(stream, `different ${question.of}`);
  const all = idCollector();
  for (const { key, ids } of set.groups)
    if (matches(question.where ?? {}, (name) => key[set.dimensions.indexOf(name)] ?? absent)) all.add(ids);
  const ids = all.done();
  return 'sketch' in ids ? { count: countIds(ids), exact: false, errorPercent } : { count: countIds(ids), exact: true };
}
