import type { CubeRow, Cuboid, DayPartial, Histogram, InstantRow, InstantTable } from '#metric/partial.ts';
import { compressedJson, fromCompressedJson } from '#store/compressed.ts';

/** One column a dimension: the distinct values, and for each row the position of its own. */
interface KeyColumn {
  readonly values: readonly string[];
  readonly rows: readonly number[];
}

/** The histograms of one number, one after the other. A row without the number has length -1. */
interface HistogramColumn {
  readonly lengths: readonly number[];
  /** Each value less the one before it in its histogram. */
  readonly steps: readonly number[];
  readonly counts: readonly number[];
}

interface CuboidColumns {
  readonly dimensions: readonly string[];
  readonly keys: readonly KeyColumn[];
  readonly counts: readonly number[];
  readonly numbers: Readonly<Record<string, HistogramColumn>>;
}

interface InstantColumns extends Omit<CuboidColumns, 'numbers'> {
  readonly at: Readonly<Record<string, readonly (number | null)[]>>;
}

type Columns = Omit<DayPartial, 'cuboids' | 'instants'> & {
  readonly format: 1;
  readonly cuboids: readonly CuboidColumns[];
  readonly instants?: InstantColumns;
};

type Keyed = readonly { readonly key: readonly string[] }[];

function keyColumn(rows: Keyed, dimension: number): KeyColumn {
  const positions = new Map<string, number>();
  const positionOf = (value: string) => {
    const position = positions.get(value) ?? positions.size;
    positions.set(value, position);
    return position;
  };
  const column = rows.map(({ key }) => positionOf(key[dimension] ?? ''));
  return { values: [...positions.keys()], rows: column };
}

const keyColumns = (dimensions: readonly string[], rows: Keyed): readonly KeyColumn[] =>
  dimensions.map((_, dimension) => keyColumn(rows, dimension));

const keyAt = (columns: readonly KeyColumn[], row: number): readonly string[] =>
  columns.map(({ values, rows }) => values[rows[row] ?? 0] ?? '');

const namesIn = (records: readonly Readonly<Record<string, unknown>>[]): readonly string[] =>
  [...new Set(records.flatMap((record) => Object.keys(record)))].sort();

const columnsByName = <Column>(names: readonly string[], columnOf: (name: string) => Column) =>
  Object.fromEntries(names.map((name) => [name, columnOf(name)]));

const histogramColumn = (histograms: readonly (Histogram | undefined)[]): HistogramColumn => ({
  lengths: histograms.map((histogram) => histogram?.length ?? -1),
  steps: histograms.flatMap((histogram = []) => histogram.map(([value], at) => value - (histogram[at - 1]?.[0] ?? 0))),
  counts: histograms.flatMap((histogram = []) => histogram.map(([, count]) => count)),
});

function histogramsOf({ lengths, steps, counts }: HistogramColumn): readonly (Histogram | undefined)[] {
  let at = 0;
  return lengths.map((length) => {
    if (length < 0) return undefined;
    let value = 0;
    return Array.from({ length }, () => {
      value += steps[at] ?? 0;
      const bar = [value, counts[at] ?? 0] as const;
      at += 1;
      return bar;
    });
  });
}

/** The named columns' values of one row; a row that lacks a name does not get it. */
const recordAt = <Value>(
  columns: readonly (readonly [string, readonly (Value | null | undefined)[]])[],
  row: number,
): Record<string, Value> => {
  const record: Record<string, Value> = {};
  for (const [name, values] of columns) {
    const value = values[row];
    if (value !== undefined && value !== null) record[name] = value;
  }
  return record;
};

const cuboidColumns = ({ dimensions, rows }: Cuboid): CuboidColumns => ({
  dimensions,
  keys: keyColumns(dimensions, rows),
  counts: rows.map(({ count }) => count),
  numbers: columnsByName(namesIn(rows.map(({ numbers }) => numbers)), (name) =>
    histogramColumn(rows.map(({ numbers }) => numbers[name])),
  ),
});

function cuboidOf({ dimensions, keys, counts, numbers }: CuboidColumns): Cuboid {
  const columns = Object.entries(numbers).map(([name, column]) => [name, histogramsOf(column)] as const);
  const rowAt = (count: number, row: number): CubeRow => ({
    key: keyAt(keys, row),
    count,
    numbers: recordAt(columns, row),
  });
  return { dimensions, rows: counts.map(rowAt) };
}

const instantColumns = ({ dimensions, rows }: InstantTable): InstantColumns => ({
  dimensions,
  keys: keyColumns(dimensions, rows),
  counts: rows.map(({ count }) => count),
  at: columnsByName(namesIn(rows.map(({ at }) => at)), (name) => rows.map(({ at }) => at[name] ?? null)),
});

function instantsOf({ dimensions, keys, counts, at }: InstantColumns): InstantTable {
  const columns = Object.entries(at);
  const rowAt = (count: number, row: number): InstantRow => ({
    key: keyAt(keys, row),
    at: recordAt(columns, row),
    count,
  });
  return { dimensions, rows: counts.map(rowAt) };
}

/** Column by column, so that what is alike stands together, then compressed. Fields unknown here pass through as they are. */
export function encodePartial({ cuboids, instants, ...rest }: DayPartial): Uint8Array {
  const columns: Columns = { format: 1, ...rest, cuboids: cuboids.map(cuboidColumns) };
  return compressedJson(instants ? { ...columns, instants: instantColumns(instants) } : columns);
}

export function decodePartial(bytes: Uint8Array): DayPartial {
  const { format, cuboids, instants, ...rest } = fromCompressedJson<Columns>(bytes);
  if (format !== 1) throw new Error(`a stored partial has format ${String(format)}, which this version cannot read`);
  const partial = { ...rest, cuboids: cuboids.map(cuboidOf) };
  return instants ? { ...partial, instants: instantsOf(instants) } : partial;
}
