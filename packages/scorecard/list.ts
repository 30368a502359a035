import { topOf } from '#metric/top.ts';
import type { Basis } from '#scorecard/basis.ts';
import type { Figure, Ranking } from '#scorecard/figure.ts';
import type { Of } from '#scorecard/formulaSchema.ts';
import type { Records } from '#scorecard/records.ts';
import type { Measure } from '#scorecard/schema.ts';

type Row = Ranking['rows'][number];

const isList = 'This measure is a list, which has no single value.';

const asFigure = (ranking: Ranking): Figure => (ranking.rows.length === 0 ? {} : { ranking, because: isList });

/** What occurred most often in the period. */
export const listOf = ({ of, by, n }: Of<'top'>, { period, evidenceOf }: Basis): Figure => {
  const { partialOf, until } = evidenceOf(period);
  const partial = partialOf(of.count);
  if (partial.days.length === 0) return {};
  const { rows, atMostMissed } = topOf(partial, { where: of.where ?? {}, by, n }, until);
  return asFigure({ rows: rows.map(({ rank, name, count }) => ({ rank, name, value: count })), atMostMissed });
};

const byRank = (a: Row, b: Row): number => a.rank - b.rank || (a.name < b.name ? -1 : 1);

/** Equal values share a rank, and the next rank is as many later. */
const ranked = (values: readonly { readonly name: string; readonly value: number }[]): readonly Row[] =>
  values.map(({ name, value }) => ({ rank: 1 + values.filter((other) => other.value > value).length, name, value }));

/** A list that officers typed in, each name as a cut: as ranked, or ranked by the values that they gave. */
export const recordedList = ({ id, value }: Measure, period: string, records: Records): Figure => {
  const by = 'top' in value ? value.top.by : undefined;
  const entries = records.cuts(id, period).flatMap(({ cut = {}, rank, value: typed }) => {
    const [entry, ...more] = Object.entries(cut);
    return entry && more.length === 0 && (by === undefined || entry[0] === by) ? [{ name: entry[1], rank, typed }] : [];
  });
  const known = entries.flatMap(({ name, rank }) => (rank === undefined ? [] : [{ rank, name }]));
  const valued = entries.flatMap(({ name, typed }) => (typed === undefined ? [] : [{ name, value: typed }]));
  const isRanked = known.length > 0 || by === undefined;
  const limit = 'top' in value ? value.top.n : Infinity;
  const rows = (isRanked ? known : ranked(valued)).toSorted(byRank).filter(({ rank }) => rank <= limit);
  return asFigure({ rows });
};
