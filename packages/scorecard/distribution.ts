import type { Period } from '#calendar/period.ts';
import { count, countWithin, percentile } from '#metric/histogram.ts';
import type { Histogram } from '#metric/partial.ts';
import { tally } from '#metric/query.ts';
import type { Distribution } from '#scorecard/distributionSchema.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { partName } from '#scorecard/partName.ts';
import { numberParts } from '#scorecard/questions.ts';
import { type Reading, type Resolver, unlessUnanswered } from '#scorecard/report.ts';
import type { Measure } from '#scorecard/schema.ts';

type Published = NonNullable<EditionMeasure['distribution']>;
type Row = Published['rows'][number];

/** The bars: up to and with each limit, then what lies beyond the last. Every value is in exactly one. */
const bandsOf = (histogram: Histogram, limits: readonly number[]): NonNullable<Row['bands']> => [
  ...limits.map((atMost, i) => {
    const before = limits[i - 1];
    const atLeast = before === undefined ? Number.NEGATIVE_INFINITY : before + 1;
    return { atMost, count: countWithin(histogram, { atLeast, atMost }) };
  }),
  { count: countWithin(histogram, { atLeast: (limits.at(-1) ?? -1) + 1 }) },
];

const rowOf = (histogram: Histogram, limits: readonly number[], name?: string): Row => ({
  ...(name !== undefined && { name: partName(name) }),
  count: count(histogram),
  median: percentile(histogram, 50),
  ninetieth: percentile(histogram, 90),
  longest: histogram.at(-1)?.[0],
  bands: bandsOf(histogram, limits),
});

/** Too few people to be shown; where that is one row of several, the next smallest goes too, or subtraction would tell it. */
const suppressed = (rows: readonly Row[], { suppressBelow = 0 }: Measure): readonly Row[] => {
  const byCount = rows.filter((row) => row.count > 0).toSorted((a, b) => a.count - b.count);
  const few = byCount.filter((row) => row.count < suppressBelow);
  const hidden = new Set(few.length === 1 ? byCount.slice(0, 2) : few);
  return rows.map((row) => (hidden.has(row) ? { name: row.name, count: 0, suppressed: true } : row));
};

type Parts = ReadonlyMap<string, Histogram>;

const histograms = ({ of, where }: Distribution, by: string | undefined, period: Period, reading: Reading): Parts => {
  const { stream, name } = numberParts(of);
  const { partialOf, until, unseen } = reading.evidenceOf(period);
  const partial = partialOf(stream);
  if (partial.days.length === 0) return new Map();
  const tallies = tally(partial, { where: where ?? {}, number: name, by, unseen, until });
  return new Map([...tallies].map(([cut, { histogram = [] }]) => [cut, histogram]));
};

const last = ['other', ''];
const byName = ([a]: readonly [string, Histogram], [b]: readonly [string, Histogram]): number =>
  last.indexOf(a) - last.indexOf(b) || (a < b ? -1 : 1);

/** The values behind a measure's figure in a period; undefined where none are known, or they are of too few people. */
export const distributionOf = (
  measure: Measure,
  period: Period,
  reading: Reading & Resolver,
): EditionMeasure['distribution'] => {
  const { distribution, suppressBelow = 0 } = measure;
  if (distribution === undefined) return undefined;
  const ask = (by?: string): Parts =>
    unlessUnanswered<Parts>(
      () => histograms(distribution, by, period, reading),
      () => new Map(),
    );
  const all = ask().get('') ?? [];
  if (all.length === 0 || count(all) < suppressBelow) return undefined;
  const parts = distribution.by === undefined ? [] : [...ask(distribution.by)].filter(([, { length }]) => length > 0);
  const { limits, by } = distribution;
  return {
    number: numberParts(distribution.of).name,
    ...(by !== undefined && { by }),
    rows: [
      rowOf(all, limits),
      ...suppressed(
        parts.sort(byName).map(([name, histogram]) => rowOf(histogram, limits, name)),
        measure,
      ),
    ],
  };
};
