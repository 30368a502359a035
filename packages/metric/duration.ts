import type { Stream } from '#event/types.ts';
import type { Listed } from '#metric/cube.ts';
import { absent, type Declaration } from '#metric/declaration.ts';
import { addInto, histogramOf } from '#metric/histogram.ts';
import { misfit } from '#metric/misfit.ts';
import { nearest } from '#metric/nearest.ts';
import type { Histogram, Partial } from '#metric/partial.ts';
import { unanswerable } from '#metric/query.ts';
import { inWords, rowSet } from '#metric/route.ts';
import { asksForStages, type Span, type SpanQuestion, spansOf } from '#metric/span.ts';
import { declarations, isCounted } from '#metric/streams.ts';

export interface Durations {
  /** Whole units of the clock: seconds of elapsed time and of opening hours, else days, working days or months. */
  readonly histogram: Histogram;
  /** Begun, and not ended by the moment asked about. */
  readonly open: number;
  /** Not to be known: replies that cannot be seen, or an end whose beginning was never told. */
  readonly unknown: number;
}

export interface LimitQuestion extends SpanQuestion {
  /** In whole units of the clock; included. */
  readonly limit: number;
  /** By how many units more where an extension was granted before the limit had passed. */
  readonly extension?: number;
}

export interface Kept {
  readonly within: number;
  /** Ended after the limit, or not ended though the limit has passed. */
  readonly late: number;
  /** Not ended, and the limit has not passed: to be left out of any share. */
  readonly open: number;
  readonly unknown: number;
}

export interface Waited {
  /** Ended after more than the limit, or when the other instant had passed. */
  readonly after: number;
  readonly tooSoon: number;
  readonly unknown: number;
}

const instantsOf = ({ table, spans = [] }: Declaration): string[] => [
  ...new Set([...(table?.instants ?? []), ...spans.flatMap(({ from, to }) => [from, to])]),
];

function misnamed(
  stream: Stream,
  declaration: Declaration,
  { from, to, orOnce = from }: SpanQuestion,
): string | undefined {
  const names = instantsOf(declaration);
  if (names.length === 0) return `${stream} keeps no instants; message, case and visit do`;
  const stranger = [from, to, orOnce].find((name) => !names.includes(name));
  if (stranger !== undefined)
    return `${stream} has no instant "${stranger}"; the nearest is "${nearest(stranger, names)}"`;
  return from === to ? `a duration runs from one instant to another, not from ${from} to ${to}` : undefined;
}

/** Those kept as a number of the cubes: each pair by itself, and in seconds only. */
function misSpanned(stream: Stream, { spans = [] }: Declaration, question: SpanQuestion, listed?: Listed) {
  const { from, to, clock, where, by } = question;
  const span = spans.find((each) => each.from === from && each.to === to);
  const pairs = spans.map((each) => `from ${each.from} to ${each.to}`);
  if (!span) return `durations of ${stream} are kept ${inWords(pairs)} only`;
  if (question.orOnce !== undefined) return `durations of ${stream} are kept without other instants`;
  if (clock.kind !== 'elapsed') return `durations of ${stream} are kept as elapsed time only; write clock: elapsed`;
  return unanswerable(stream, { ...where, ...(span.begunIf && { [span.begunIf]: true }) }, by, span.number, listed);
}

/** Why the partials cannot answer, as a sentence; undefined when they can. */
export function unanswerableDuration(stream: Stream, question: SpanQuestion, listed?: Listed): string | undefined {
  if (!isCounted(stream)) return `${stream} facts are not counted`;
  const declaration = declarations[stream];
  const problem = misnamed(stream, declaration, question);
  if (problem !== undefined) return problem;
  if (declaration.spans) return misSpanned(stream, declaration, question, listed);
  const table = asksForStages(question) ? declaration.stages : declaration.table;
  const { from, to, orOnce = from } = question;
  const stranger = [from, to, orOnce].find((name) => !table?.instants.includes(name));
  if (stranger !== undefined) return `a stage of ${stream} has no instant "${stranger}"`;
  return misfit(stream, question, { dimensions: rowSet(table), what: 'durations' }, listed);
}

function spansByCut(partial: Partial, question: SpanQuestion & { extension?: number }, until: Date) {
  const problem = unanswerableDuration(partial.stream, question);
  if (problem !== undefined) throw new RangeError(problem);
  const spans = Map.groupBy(spansOf(partial, question, until), ({ cut }) => cut);
  if (question.by === undefined && spans.size === 0) spans.set(absent, []);
  return spans;
}

const countOf = (spans: readonly Span[], fits: (span: Span) => boolean): number =>
  spans.reduce((total, span) => (fits(span) ? total + span.count : total), 0);

function durations(spans: readonly Span[]): Durations {
  const counts = new Map<number, number>();
  for (const span of spans) if (span.state === 'over') addInto(counts, [[span.units, span.count]]);
  return {
    histogram: histogramOf(counts),
    open: countOf(spans, ({ state }) => state === 'open'),
    unknown: countOf(spans, ({ state }) => state === 'unknown'),
  };
}

/**
 * How long it took, by the clock, from one instant to another: of the messages, cases or stages that began within the
 * partial's days; by the value of the dimension cut by, or under `''`. Throws a RangeError where `unanswerableDuration`
 * has a sentence, and CannotAnswer.
 */
export function durationsOf(partial: Partial, question: SpanQuestion, until: Date): ReadonlyMap<string, Durations> {
  return new Map([...spansByCut(partial, question, until)].map(([cut, spans]) => [cut, durations(spans)]));
}

function judge(span: Span, limit: number, extension: number): keyof Kept {
  if (span.state === 'unknown') return 'unknown';
  const isExtended = span.extendedAfter !== undefined && span.extendedAfter <= limit;
  const allowed = limit + (isExtended ? extension : 0);
  if (span.state === 'open') return span.hasPassed(allowed) ? 'late' : 'open';
  return span.units > allowed ? 'late' : 'within';
}

function kept(spans: readonly Span[], limit: number, extension: number): Kept {
  const counts = { within: 0, late: 0, open: 0, unknown: 0 };
  for (const span of spans) counts[judge(span, limit, extension)] += span.count;
  return counts;
}

/** How many of them kept a limit. Counts, cuts and throws as `durationsOf` does. */
export function withinOf(partial: Partial, question: LimitQuestion, until: Date): ReadonlyMap<string, Kept> {
  const { limit, extension = 0 } = question;
  return new Map([...spansByCut(partial, question, until)].map(([cut, spans]) => [cut, kept(spans, limit, extension)]));
}

function waited(spans: readonly Span[], limit: number): Waited {
  const counts = { after: 0, tooSoon: 0, unknown: 0 };
  for (const span of spans) {
    if (span.state === 'unknown') counts.unknown += span.count;
    if (span.state === 'over') counts[span.wasOnce || span.units > limit ? 'after' : 'tooSoon'] += span.count;
  }
  return counts;
}

/** Of those that ended, how many had waited for longer than a limit. Counts, cuts and throws as `durationsOf` does. */
export function waitedOf(partial: Partial, question: LimitQuestion, until: Date): ReadonlyMap<string, Waited> {
  return new Map([...spansByCut(partial, question, until)].map(([cut, spans]) => [cut, waited(spans, question.limit)]));
}
