import type { Stream } from '#event/types.ts';
import { PartialTooOld } from '#metric/cannotAnswer.ts';
import type { Listed } from '#metric/cube.ts';
import { absent, minuteOf, other, type TableDeclaration } from '#metric/declaration.ts';
import { count, within } from '#metric/histogram.ts';
import { viewOfInstants } from '#metric/instantView.ts';
import { requireKnown } from '#metric/known.ts';
import { nearest } from '#metric/nearest.ts';
import type { Histogram, Partial } from '#metric/partial.ts';
import { isRange, type Question, usedDimensions, usedNumbers, valuesOf, type Where } from '#metric/question.ts';
import { covers, routeOf } from '#metric/route.ts';
import { declarationOf, declarations, isCounted } from '#metric/streams.ts';
import { countOver, groupedBy, matching, type View, viewOfCuboid } from '#metric/view.ts';

export interface Tally {
  /** Facts, or messages and cases with their instants; with a range, those whose number lies within it. */
  readonly count: number;
  /** Of the number that was asked for. Facts without that number are in `count` only. */
  readonly histogram?: Histogram;
}

/** The instants that dimensions and numbers of a table are made of, and its dimensions. */
const namesUsed = (table: TableDeclaration, question: Question): string[] => [
  ...usedDimensions(question).map((name) => table.flags[name] ?? name),
  ...usedNumbers(question).flatMap((name) => table.durations[name] ?? []),
];

function instantView(partial: Partial, question: Question, until: Date): View {
  const { stream, instants } = partial;
  const { table } = declarationOf(stream);
  if (!table || !instants) throw new PartialTooOld(stream, 'instants');
  requireKnown(partial, namesUsed(table, question));
  return viewOfInstants(table, instants, { untilMinute: minuteOf(until.getTime()), unseen: question.unseen ?? [] });
}

/** The smallest table that answers a question. */
export function viewFor(partial: Partial, question: Question, until: Date): View {
  const { stream } = partial;
  const declared = routeOf(stream, question);
  if (typeof declared === 'string') throw new RangeError(declared);
  if (declared.from === 'instants') return instantView(partial, question, until);
  const fitting = partial.cuboids.filter(({ dimensions }) => covers(dimensions, usedDimensions(question)));
  const [cuboid] = fitting.toSorted((a, b) => a.dimensions.length - b.dimensions.length);
  if (!cuboid) throw new PartialTooOld(stream, declared.dimensions.join(' × '));
  requireKnown(partial, usedNumbers(question));
  return viewOfCuboid(cuboid);
}

/** Only one number is ever in question, so that its range limits both the count and the histogram. */
function tallyOf(view: View, rows: readonly number[], { where = {}, number }: Question): Tally {
  const range = Object.entries(where).find(([, condition]) => isRange(condition));
  const name = range?.[0] ?? number;
  const histogram = name === undefined ? [] : view.histogramOf(name, rows);
  const limited = range && isRange(range[1]) ? within(histogram, range[1]) : histogram;
  const total = range ? count(limited) : countOver(view, rows);
  return number === undefined ? { count: total } : { count: total, histogram: limited };
}

/**
 * How many match and, when a number is asked for, its histogram: by the value of the dimension cut by, or under `''`
 * when not cut. Throws a RangeError where `unanswerable` has a sentence, and PartialTooOld for what is newer than the partial.
 * Replies and responses after `until` have not happened; merge no day after it.
 */
export function tally(partial: Partial, question: Question & { readonly until: Date }): ReadonlyMap<string, Tally> {
  const { where = {}, by, until } = question;
  const view = viewFor(partial, question, until);
  const rows = matching(view, where);
  if (by === undefined) return new Map([[absent, tallyOf(view, rows, question)]]);
  const tallies = [...groupedBy(view, by, rows)].map(([cut, some]) => [cut, tallyOf(view, some, question)] as const);
  return new Map(tallies.filter(([, { count }]) => count > 0));
}

/** A value that is never counted under its name, because nothing declares or lists it. */
export function unlisted(stream: Stream, where: Where, listed: Listed): string | undefined {
  if (!isCounted(stream)) return undefined;
  for (const [name, condition] of Object.entries(where)) {
    const { kind, values = [] } = declarations[stream].dimensions[name] ?? {};
    if (kind === undefined || kind === 'free') continue;
    const known = kind === 'closed' ? values : [...values, ...(listed[name] ?? []), other];
    const stranger = valuesOf(condition).find((value) => value !== absent && !known.includes(value));
    if (stranger === undefined) continue;
    const mend = kind === 'closed' ? '' : `; or list it under dimensions.${name} in organisation.yaml`;
    return `${name} of ${stream} is never "${stranger}"; the nearest is "${nearest(stranger, known)}"${mend}`;
  }
  return undefined;
}

/**
 * Why the partials of a stream cannot answer, as a sentence that names the nearest that they can; undefined when they
 * can. Given what `organisation.yaml` lists, it refuses values that are never counted under their names too.
 */
export function unanswerable(
  stream: Stream,
  where: Where = {},
  by?: string,
  number?: string,
  listed?: Listed,
): string | undefined {
  const route = routeOf(stream, { where, ...(by !== undefined && { by }), ...(number !== undefined && { number }) });
  if (typeof route === 'string') return route;
  return listed && unlisted(stream, where, listed);
}
