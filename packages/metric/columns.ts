import { Columnar } from '#metric/columnar.ts';
import { onceOf, withLazy } from '#metric/lazy.ts';
import type { CubeRow, Cuboid, Histogram } from '#metric/partial.ts';

/** One for each dimension: its different values, and for each row the position of its own. */
export interface KeyColumn {
  readonly values: readonly string[];
  readonly rows: ArrayLike<number>;
}

/** The bars of all rows' histograms of one number, one after the other. */
export interface Bars {
  readonly values: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
  /** Where the bars of each row begin. */
  readonly starts: ArrayLike<number>;
}

export interface HistogramColumn {
  /** How many bars each row has; -1 where the row lacks the number. */
  readonly lengths: ArrayLike<number>;
  /** Read when they are first asked for: most questions ask for one number of many. */
  readonly bars: () => Bars;
}

/** The rows of a grouping set, column by column: as they are stored, and many times faster to add up than row by row. */
export interface CuboidColumns {
  readonly dimensions: readonly string[];
  /** How many rows there are. */
  readonly size: number;
  readonly keys: readonly KeyColumn[];
  readonly counts: ArrayLike<number>;
  /** The numbers that any row has. */
  readonly names: readonly string[];
  readonly numberOf: (name: string) => HistogramColumn | undefined;
}

export const keyAt = (keys: readonly KeyColumn[], row: number): readonly string[] =>
  keys.map(({ values, rows }) => values[rows[row] ?? 0] ?? '');

export function startsOf(lengths: ArrayLike<number>): number[] {
  const starts: number[] = [];
  let at = 0;
  for (let row = 0; row < lengths.length; row++) {
    starts.push(at);
    at += Math.max(0, lengths[row] ?? 0);
  }
  return starts;
}

function histogramAt(column: HistogramColumn, row: number): Histogram {
  const { values, counts, starts } = column.bars();
  const start = starts[row] ?? 0;
  return Array.from(
    { length: column.lengths[row] ?? 0 },
    (_, bar) => [values[start + bar] ?? 0, counts[start + bar] ?? 0] as const,
  );
}

function numbersAt(columns: readonly (readonly [string, HistogramColumn])[], row: number): CubeRow['numbers'] {
  const had = columns.filter(([, { lengths }]) => (lengths[row] ?? -1) >= 0);
  return withLazy({}, Object.fromEntries(had.map(([name, column]) => [name, () => histogramAt(column, row)])));
}

const rowsOf = (columns: CuboidColumns): readonly CubeRow[] => {
  const { keys, counts, names } = columns;
  const numbers = names.flatMap((name) => {
    const column = columns.numberOf(name);
    return column ? [[name, column] as const] : [];
  });
  return Array.from(counts, (count, row) => ({ key: keyAt(keys, row), count, numbers: numbersAt(numbers, row) }));
};

export class ColumnCuboid extends Columnar<CuboidColumns, CubeRow> implements Cuboid {
  constructor(dimensions: readonly string[], read: () => CuboidColumns) {
    super(dimensions, read, rowsOf);
  }
}

/** One value for every row. */
export const constant = (value: string, rows: number): KeyColumn => ({ values: [value], rows: new Uint8Array(rows) });

/** The different values at a place of the rows' keys, in the order in which they are met. */
export function keyColumn(keys: readonly (readonly string[])[], place: number): KeyColumn {
  const places = new Map<string, number>();
  const rows = Float64Array.from(keys, (key) => {
    const value = key[place] ?? '';
    const found = places.get(value) ?? places.size;
    places.set(value, found);
    return found;
  });
  return { values: [...places.keys()], rows };
}

function histogramColumn(rows: readonly CubeRow[], name: string): HistogramColumn {
  const histograms = rows.map(({ numbers }) => numbers[name]);
  const bars = histograms.flatMap((histogram = []) => histogram);
  const lengths = histograms.map((histogram) => histogram?.length ?? -1);
  const [values, counts] = [bars.map(([value]) => value), bars.map(([, count]) => count)];
  return { lengths, bars: () => ({ values, counts, starts: startsOf(lengths) }) };
}

function columnsFrom({ dimensions, rows }: Cuboid): CuboidColumns {
  const keys = rows.map(({ key }) => key);
  const names = [...new Set(rows.flatMap(({ numbers }) => Object.keys(numbers)))];
  return {
    dimensions,
    size: rows.length,
    keys: dimensions.map((_, place) => keyColumn(keys, place)),
    counts: rows.map(({ count }) => count),
    names,
    numberOf: (name) => (names.includes(name) ? histogramColumn(rows, name) : undefined),
  };
}

const made = onceOf(columnsFrom);

/** As they are stored, or else made of its rows, once. */
export const columnsOf = (cuboid: Cuboid): CuboidColumns =>
  cuboid instanceof ColumnCuboid ? cuboid.columns : made(cuboid);
