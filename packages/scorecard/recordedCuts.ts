import type { Period } from '#calendar/period.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { type Records, recordedFigure } from '#scorecard/records.ts';
import type { Reading, Resolver } from '#scorecard/report.ts';
import type { Measure } from '#scorecard/schema.ts';

type Cut = EditionMeasure['cuts'][number];
type Row = Cut['rows'][number];
type Recorded = ReturnType<Records['cuts']>[number];

const rowOf = (name: string, recorded: Recorded, { unit }: Measure): Row => {
  const { rank, qualifier } = recorded;
  const { value, denominator } = rank === undefined ? recordedFigure(recorded, unit) : {};
  return { name, value, denominator, rank, qualifier };
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byName = (a: Row, b: Row): number =>
  Number(a.name === 'other') - Number(b.name === 'other') || byText(a.name, b.name);

const unranked = 1e9;
const asRanked = (a: Row, b: Row): number =>
  (a.rank ?? unranked) - (b.rank ?? unranked) || (b.value ?? 0) - (a.value ?? 0) || byName(a, b);

/**
 * The parts that officers recorded, a table for each dimension. Parts of a whole stand by name; a list without one is a
 * ranking, by the ranks that were recorded or else the largest first.
 */
export const recordedCuts = (
  measure: Measure,
  period: Period,
  { records, reportOf }: Reading & Resolver,
): readonly Cut[] => {
  const rows = records.cuts(measure.id, period.id).flatMap((recorded) => {
    const [entry, ...more] = Object.entries(recorded.cut ?? {});
    // A record cut by two dimensions at once fits no table of one.
    return entry && more.length === 0 ? [{ by: entry[0], row: rowOf(entry[1], recorded, measure) }] : [];
  });
  const order = reportOf(measure, period).value === undefined ? asRanked : byName;
  return [...Map.groupBy(rows, ({ by }) => by)].map(([by, each]) => ({
    by,
    rows: each.map(({ row }) => row).sort(order),
  }));
};
