import { type Clock, dueBy, elapsed } from '#calendar/clock.ts';
import { CannotAnswer, PartialTooOld } from '#metric/cannotAnswer.ts';
import { absent, minuteOf, type SpanDeclaration, type TableDeclaration } from '#metric/declaration.ts';
import { count } from '#metric/histogram.ts';
import { requireKnown } from '#metric/known.ts';
import { type InstantLine, linesOfInstants } from '#metric/line.ts';
import type { InstantTable, Partial } from '#metric/partial.ts';
import { linesOf } from '#metric/query.ts';
import { matcherOf, type Question, usedDimensions, type Where } from '#metric/question.ts';
import { declarationOf } from '#metric/streams.ts';

export interface SpanQuestion {
  readonly where?: Where;
  readonly by?: string;
  /** Instants: `received`, `asked` and `replied` of messages, `opened`, `responded` … of cases, `arrived`, `served` of visits. */
  readonly from: string;
  readonly to: string;
  readonly clock: Clock;
  /** Another instant: had it passed when the time ended? */
  readonly orOnce?: string;
  /** Networks and channels whose replies cannot be seen. */
  readonly unseen?: readonly string[];
}

/** The time from one instant to the other of so many messages, cases or visits that are alike. */
export type Span = { readonly cut: string; readonly count: number } & (
  | { readonly state: 'unknown' }
  /** It had not ended by the moment asked about: whether it had lasted longer than a limit, as far as that is known. */
  | { readonly state: 'open'; readonly hasPassed: (limit: number) => boolean; readonly extendedAfter?: number }
  /** In whole units of the clock. */
  | { readonly state: 'over'; readonly units: number; readonly extendedAfter?: number; readonly wasOnce?: boolean }
);

/** Throws CannotAnswer for days whose bank holidays are not known. */
function units(clock: Clock, from: Date, to: Date): number {
  try {
    return Math.max(0, elapsed(clock, from, to));
  } catch (error) {
    throw error instanceof RangeError ? new CannotAnswer(error.message, { cause: error }) : error;
  }
}

/** As counting the units until then, without counting the years that a forgotten message has waited. */
function hasPassed(clock: Clock, from: Date, limit: number, until: Date): boolean {
  try {
    return until > dueBy(clock, from, limit);
  } catch (error) {
    if (error instanceof RangeError) return units(clock, from, until) > limit;
    throw error;
  }
}

const dateOf = (minute: number): Date => new Date(minute * 60_000);

/** A span that has not begun is none; one that ended though its beginning was never told is not known. */
function spanOfLine(line: InstantLine, { from, to, clock, by, orOnce }: SpanQuestion, until: Date): Span | undefined {
  const [begun, ended, extended] = [line.minuteOf(from), line.minuteOf(to), line.minuteOf('extended')];
  const { count } = line;
  const cut = by === undefined ? absent : line.valueOf(by);
  if (line.isUnseen(from) || line.isUnseen(to)) return { cut, count, state: 'unknown' };
  if (begun === undefined) return ended === undefined ? undefined : { cut, count, state: 'unknown' };
  const start = dateOf(begun);
  const extendedAfter = extended === undefined ? undefined : units(clock, start, dateOf(extended));
  if (ended !== undefined) {
    const wasOnce = orOnce !== undefined && (line.minuteOf(orOnce) ?? Infinity) <= ended;
    return { cut, count, state: 'over', units: units(clock, start, dateOf(ended)), extendedAfter, wasOnce };
  }
  return { cut, count, state: 'open', hasPassed: (limit) => hasPassed(clock, start, limit, until), extendedAfter };
}

/** Cases are asked for by stage as soon as a filter or a cut names one. */
export const asksForStages = (question: Pick<Question, 'where' | 'by'>): boolean =>
  usedDimensions(question).includes('stage');

function tableFor(partial: Partial, question: SpanQuestion): readonly [TableDeclaration, InstantTable] | undefined {
  const { table, stages } = declarationOf(partial.stream);
  const wanted = stages && asksForStages(question) ? 'stages' : 'instants';
  const declared = wanted === 'stages' ? stages : table;
  if (!declared) return undefined;
  const rows = partial[wanted];
  if (!rows) throw new PartialTooOld(partial.stream, wanted);
  return [declared, rows];
}

function spansOfTable(table: TableDeclaration, rows: InstantTable, question: SpanQuestion, until: Date): Span[] {
  const sight = { untilMinute: minuteOf(until.getTime()), unseen: question.unseen ?? [] };
  const isMatch = matcherOf(question.where ?? {});
  const { from } = question;
  const begins = (line: InstantLine) => !table.onlySome?.includes(from) || line.minuteOf(from) !== undefined;
  return linesOfInstants(table, rows, sight)
    .filter((line) => begins(line) && isMatch((name) => line.valueOf(name)))
    .map((line) => spanOfLine(line, question, until))
    .filter((span) => span !== undefined);
}

/** Rows without the number did not end: how long they had lasted is not kept. */
function spansOfNumber(partial: Partial, span: SpanDeclaration, question: SpanQuestion, until: Date): Span[] {
  const { where = {}, by } = question;
  const begun: Where = span.begunIf === undefined ? {} : { [span.begunIf]: 'true' };
  const isMatch = matcherOf(where);
  const hasBegun = matcherOf(begun);
  const lines = linesOf(partial, { where: { ...where, ...begun }, by, number: span.number }, until);
  return lines
    .filter((line) => [isMatch, hasBegun].every((holds) => holds((name) => line.valueOf(name))))
    .flatMap((line): Span[] => {
      const cut = by === undefined ? absent : line.valueOf(by);
      const histogram = line.histogramOf(span.number);
      const open = line.count - count(histogram);
      return [
        ...histogram.map(([seconds, n]): Span => ({ cut, count: n, state: 'over', units: seconds })),
        ...(open > 0 ? [{ cut, count: open, state: 'open', hasPassed: () => false } as const] : []),
      ];
    });
}

/** The instants and the extension that the question needs, of rows that know them. */
export function spansOf(
  partial: Partial,
  question: SpanQuestion & { readonly extension?: number },
  until: Date,
): Span[] {
  const { from, to, extension, orOnce = from } = question;
  const span = declarationOf(partial.stream).spans?.find((each) => each.from === from && each.to === to);
  if (span) return spansOfNumber(partial, span, question, until);
  const [table, rows] = tableFor(partial, question) ?? [];
  if (!table || !rows) return [];
  if (!asksForStages(question))
    requireKnown(partial, [from, to, orOnce, ...(extension ? ['extended'] : []), ...usedDimensions(question)]);
  return spansOfTable(table, rows, question, until);
}
