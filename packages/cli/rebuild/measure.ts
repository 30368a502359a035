import { canonicalJson } from '#event/canonicalJson.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';

/** A figure of a period, as an edition published it and as it was worked out anew. */
export interface Pair {
  readonly period: string;
  /** The first part that does: `value`, `numerator`, `by queue` …; undefined where none does. */
  readonly differs?: string;
  /** That part of it; the value where none differs. */
  readonly published?: unknown;
  readonly rebuilt?: unknown;
}

export const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** What came in between is no matter of counting: the two are not the same question. */
export const isDefinedAlike = (published: EditionMeasure, now: EditionMeasure): boolean =>
  (['formula', 'unit', 'versions'] as const).every((key) => same(published[key], now[key]));

const parts = ['value', 'period', 'numerator', 'denominator', 'ranking'] as const;

/** Tables that both have: one that was asked for since was not published. */
function tablesOf({ cuts, distribution }: EditionMeasure): ReadonlyMap<string, unknown> {
  const spread = distribution && [
    `spread of ${distribution.number} by ${distribution.by ?? 'nothing'}`,
    distribution.rows,
  ];
  return new Map<string, unknown>([
    ...cuts.map(({ by, rows }) => [`by ${by}`, rows] as const),
    ...(spread ? [spread as [string, unknown]] : []),
  ]);
}

function ofItself(published: EditionMeasure, now: EditionMeasure): Pair {
  const { period } = published;
  const part = parts.find((key) => !same(published[key], now[key]));
  if (part) return { period, differs: part, published: published[part], rebuilt: now[part] };
  const tables = tablesOf(now);
  for (const [name, rows] of tablesOf(published))
    if (tables.has(name) && !same(rows, tables.get(name)))
      return { period, differs: name, published: rows, rebuilt: tables.get(name) };
  return { period, published: published.value };
}

/** The figure of the edition's own, then those of the periods before it. */
export function pairsOf(published: EditionMeasure, now: EditionMeasure): readonly Pair[] {
  const points = new Map(now.series.map((point) => [point.period, point]));
  const before = published.series
    .filter(({ period }) => period !== published.period && points.has(period))
    .map(({ period, value }): Pair => {
      const rebuilt = points.get(period)?.value;
      return same(value, rebuilt)
        ? { period, published: value }
        : { period, differs: 'value', published: value, rebuilt };
    });
  return [ofItself(published, now), ...before];
}
