import { type Clock, dueBy } from '#calendar/clock.ts';
import { PartialTooOld } from '#metric/cannotAnswer.ts';
import { constant } from '#metric/columns.ts';
import { absent, minuteOf, type SpanDeclaration, type TableDeclaration } from '#metric/declaration.ts';
import { count } from '#metric/histogram.ts';
import { type InstantView, unitsOf, viewOfInstants } from '#metric/instantView.ts';
import { requireKnown } from '#metric/known.ts';
import type { InstantTable, Partial } from '#metric/partial.ts';
import { viewFor } from '#metric/query.ts';
import { type Question, usedDimensions, type Where } from '#metric/question.ts';
import { declarationOf } from '#metric/streams.ts';
import { countOver, groupedBy, matching } from '#metric/view.ts';

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

/** As counting the units until then, without counting the years that a forgotten message has waited. */
function hasPassed(clock: Clock, from: Date, limit: number, until: Date): boolean {
  try {
    return until > dueBy(clock, from, limit);
  } catch (error) {
    if (error instanceof RangeError) return unitsOf(clock, from, until) > limit;
    throw error;
  }
}

const dateOf = (minute: number): Date => new Date(minute * 60_000);

/** As it is of each row of a table with instants. */
function spanner(view: InstantView, { from, to, clock, by, orOnce }: SpanQuestion, until: Date) {
  const [begun, ended, extended] = [view.minutesOf(from), view.minutesOf(to), view.minutesOf('extended')];
  const once = orOnce === undefined ? undefined : view.minutesOf(orOnce);
  const cuts = by === undefined ? constant(absent, view.counts.length) : view.columnOf(by);
  const [untilEnd, untilExtended] = [view.unitsBetween(clock, from, to), view.unitsBetween(clock, from, 'extended')];
  const isKnown = (minutes: ArrayLike<number>, row: number) => !Number.isNaN(minutes[row] ?? Number.NaN);
  /** A span that has not begun is none; one that ended though its beginning was never told is not known. */
  return (row: number): Span | undefined => {
    const cut = cuts.values[cuts.rows[row] ?? 0] ?? absent;
    const count = view.counts[row] ?? 0;
    const hasEnded = isKnown(ended, row);
    if (view.isUnseen(from, row) || view.isUnseen(to, row)) return { cut, count, state: 'unknown' };
    if (!isKnown(begun, row)) return hasEnded ? { cut, count, state: 'unknown' } : undefined;
    const extendedAfter = isKnown(extended, row) ? untilExtended(row) : undefined;
    if (hasEnded) {
      const wasOnce = once !== undefined && (once[row] ?? Number.NaN) <= (ended[row] ?? Number.NaN);
      return { cut, count, state: 'over', units: untilEnd(row), extendedAfter, wasOnce };
    }
    const start = dateOf(begun[row] ?? 0);
    return { cut, count, state: 'open', hasPassed: (limit) => hasPassed(clock, start, limit, until), extendedAfter };
  };
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
  const view = viewOfInstants(table, rows, {
    untilMinute: minuteOf(until.getTime()),
    unseen: question.unseen ?? [],
  });
  const spanOf = spanner(view, question, until);
  const begun = view.minutesOf(question.from);
  const mayLack = table.onlySome?.includes(question.from) ?? false;
  const spans: Span[] = [];
  for (const row of matching(view, question.where ?? {})) {
    const span = mayLack && Number.isNaN(begun[row] ?? Number.NaN) ? undefined : spanOf(row);
    if (span) spans.push(span);
  }
  return spans;
}

/** Rows without the number did not end: how long they had lasted is not kept. */
function spansOfNumber(partial: Partial, span: SpanDeclaration, question: SpanQuestion, until: Date): Span[] {
  const { by } = question;
  const begun: Where = span.begunIf === undefined ? {} : { [span.begunIf]: 'true' };
  const view = viewFor(partial, { where: { ...question.where, ...begun }, by, number: span.number }, until);
  const rows = matching(view, begun);
  const fitting = new Set(matching(view, question.where ?? {}));
  const both = rows.filter((row) => fitting.has(row));
  const groups = by === undefined ? new Map([[absent, both]]) : groupedBy(view, by, both);
  return [...groups].flatMap(([cut, some]): Span[] => {
    const histogram = view.histogramOf(span.number, some);
    const open = countOver(view, some) - count(histogram);
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
