import { withLazy } from '#metric/lazy.ts';
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

/** The rows of a grouping set, column by column: as they are stored, and many times faster to merge than row by row. */
export interface CuboidColumns {
  readonly dimensions: readonly string[];
  readonly keys: readonly KeyColumn[];
  readonly counts: ArrayLike<number>;
  readonly numbers: Readonly<Record<string, HistogramColumn>>;
}

export const keyAt = (keys: readonly KeyColumn[], row: number): readonly string[] =>
  keys.map(({ values, rows }) => values[rows[row] ?? 0] ?? '');

export function startsOf(lengths: ArrayLike<number>): Float64Array {
  const starts = new Float64Array(lengths.length);
  let at = 0;
  for (let row = 0; row < lengths.length; row++) {
    starts[row] = at;
    at += Math.max(0, lengths[row] ?? 0);
  }
  return starts;
}

export function histogramAt({ lengths, bars }: HistogramColumn, row: number): Histogram {
  const { values, counts, starts } = bars();
  const start = starts[row] ?? 0;
  return Array.from(
    { length: lengths[row] ?? 0 },
    (_, bar) => [values[start + bar] ?? 0, counts[start + bar] ?? 0] as const,
  );
}

export const hasNumber = ({ lengths }: HistogramColumn, row: number): boolean => (lengths[row] ?? -1) >= 0;

function numbersAt(columns: readonly (readonly [string, HistogramColumn])[], row: number): CubeRow['numbers'] {
  const had = columns.filter(([, column]) => hasNumber(column, row));
  return withLazy({}, Object.fromEntries(had.map(([name, column]) => [name, () => histogramAt(column, row)])));
}

/** A row whose numbers are worked out when they are first read. */
export function lazyRow(key: readonly string[], count: number, numbersOf: () => CubeRow['numbers']): CubeRow {
  let made: CubeRow['numbers'] | undefined;
  return {
    key,
    count,
    get numbers() {
      made ??= numbersOf();
      return made;
    },
  };
}

const rowsOf = ({ keys, counts, numbers }: CuboidColumns): readonly CubeRow[] => {
  const columns = Object.entries(numbers);
  return Array.from(counts, (count, row) => lazyRow(keyAt(keys, row), count, () => numbersAt(columns, row)));
};

const hidden = Symbol('columns');

/** A cuboid whose columns are read, and whose rows are made, when they are first asked for. */
export function cuboidOfColumns(dimensions: readonly string[], read: () => CuboidColumns): Cuboid {
  let columns: CuboidColumns | undefined;
  const columnsOnce = () => {
    columns ??= read();
    return columns;
  };
  const cuboid = withLazy({ dimensions }, { rows: () => rowsOf(columnsOnce()) });
  return Object.defineProperty(cuboid, hidden, { value: columnsOnce });
}

/** undefined for a cuboid that was not made of columns. */
export const columnsOf = (cuboid: Cuboid): CuboidColumns | undefined =>
  (cuboid as { readonly [hidden]?: () => CuboidColumns })[hidden]?.();
