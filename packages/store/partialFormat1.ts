import {
  type Bars,
  ColumnCuboid,
  type CuboidColumns,
  type HistogramColumn,
  type KeyColumn,
  startsOf,
} from '#metric/columns.ts';
import { ColumnTable } from '#metric/instantColumns.ts';
import type { DayPartial, InstantTable } from '#metric/partial.ts';

/** The histograms of one number, one after the other. A row without the number has length -1. */
interface HistogramJson {
  readonly lengths: readonly number[];
  /** Each value less the one before it in its histogram. */
  readonly steps: readonly number[];
  readonly counts: readonly number[];
}

interface CuboidJson {
  readonly dimensions: readonly string[];
  readonly keys: readonly KeyColumn[];
  readonly counts: readonly number[];
  readonly numbers: Readonly<Record<string, HistogramJson>>;
}

interface InstantJson extends Omit<CuboidJson, 'numbers'> {
  readonly at: Readonly<Record<string, readonly (number | null)[]>>;
}

/** As JSON: what was stored first, and is read for ever. */
export type StoredJson = Omit<DayPartial, 'cuboids' | 'instants'> & {
  readonly format: 1;
  readonly cuboids: readonly CuboidJson[];
  readonly instants?: InstantJson;
};

function barsOf({ lengths, steps, counts }: HistogramJson): Bars {
  let at = 0;
  const values = lengths.flatMap((length) => {
    let value = 0;
    return Array.from({ length: Math.max(0, length) }, () => {
      value += steps[at++] ?? 0;
      return value;
    });
  });
  return { values, counts, starts: startsOf(lengths) };
}

function histogramColumn(json: HistogramJson): HistogramColumn {
  let bars: Bars | undefined;
  return {
    lengths: json.lengths,
    bars: () => {
      bars ??= barsOf(json);
      return bars;
    },
  };
}

const cuboidColumns = ({ numbers, ...rest }: CuboidJson): CuboidColumns => ({
  ...rest,
  size: rest.counts.length,
  names: Object.keys(numbers),
  numberOf: (name) => numbers[name] && histogramColumn(numbers[name]),
});

const instantsOf = ({ dimensions, keys, counts, at }: InstantJson): InstantTable =>
  new ColumnTable(dimensions, () => ({
    size: counts.length,
    keys,
    counts,
    names: Object.keys(at),
    minutesOf: (name) => (at[name] ?? []).map((minute) => minute ?? Number.NaN),
  }));

export function partialFromJson({ format: _, cuboids, instants, ...rest }: StoredJson): DayPartial {
  const partial = {
    ...rest,
    cuboids: cuboids.map((cuboid) => new ColumnCuboid(cuboid.dimensions, () => cuboidColumns(cuboid))),
  };
  return instants ? { ...partial, instants: instantsOf(instants) } : partial;
}
