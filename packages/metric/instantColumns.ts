import { Columnar } from '#metric/columnar.ts';
import { constant, type KeyColumn, keyAt, keyColumn } from '#metric/columns.ts';
import { absent } from '#metric/declaration.ts';
import { once, onceOf } from '#metric/lazy.ts';
import type { InstantRow, InstantTable } from '#metric/partial.ts';

/** The rows of a table with instants, column by column. */
export interface InstantColumns {
  /** How many rows there are. */
  readonly size: number;
  readonly keys: readonly KeyColumn[];
  readonly counts: ArrayLike<number>;
  /** Instants that any row has, in order of name. */
  readonly names: readonly string[];
  /** Minutes since 1970, row by row; not a number where a row lacks the instant, as all do of one that is not named. */
  readonly minutesOf: (name: string) => ArrayLike<number>;
}

/** All rows of a table that lacks an instant. */
export const noMinutes = (rows: number): Float64Array => new Float64Array(rows).fill(Number.NaN);

/** Reads each name's minutes once, when they are first asked for. */
export function onceEach(read: (name: string) => ArrayLike<number>): InstantColumns['minutesOf'] {
  const known = new Map<string, ArrayLike<number>>();
  return (name) => {
    const minutes = known.get(name) ?? read(name);
    known.set(name, minutes);
    return minutes;
  };
}

function rowsOf(table: InstantColumns): readonly InstantRow[] {
  const { keys, counts, names } = table;
  const columns = names.map((name) => [name, table.minutesOf(name)] as const);
  return Array.from(counts, (count, row) => {
    const at: Record<string, number> = {};
    for (const [name, minutes] of columns) {
      const minute = minutes[row] ?? Number.NaN;
      if (!Number.isNaN(minute)) at[name] = minute;
    }
    return { key: keyAt(keys, row), at, count };
  });
}

export class ColumnTable extends Columnar<InstantColumns, InstantRow> implements InstantTable {
  constructor(dimensions: readonly string[], read: () => InstantColumns) {
    super(dimensions, read, rowsOf);
  }
}

function columnsFrom({ dimensions, rows }: InstantTable): InstantColumns {
  const keys = rows.map(({ key }) => key);
  return {
    size: rows.length,
    keys: dimensions.map((_, place) => keyColumn(keys, place)),
    counts: rows.map(({ count }) => count),
    names: [...new Set(rows.flatMap(({ at }) => Object.keys(at)))].sort(),
    minutesOf: (name) => rows.map(({ at }) => at[name] ?? Number.NaN),
  };
}

const made = onceOf(columnsFrom);

/** As it is stored, or else made of its rows, once. */
export const instantColumnsOf = (table: InstantTable): InstantColumns =>
  table instanceof ColumnTable ? table.columns : made(table);

function joinedKeys(parts: readonly KeyColumn[], rows: number): KeyColumn {
  const places = new Map<string, number>();
  const joined = new Int32Array(rows);
  let at = 0;
  for (const part of parts) {
    const here = part.values.map((value) => {
      const place = places.get(value) ?? places.size;
      places.set(value, place);
      return place;
    });
    for (let row = 0; row < part.rows.length; row++) joined[at++] = here[part.rows[row] ?? 0] ?? 0;
  }
  return { values: [...places.keys()], rows: joined };
}

function joined(parts: readonly ArrayLike<number>[], rows: number): Float64Array {
  const all = new Float64Array(rows);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function joinedColumns(dimensions: readonly string[], tables: readonly InstantTable[]): InstantColumns {
  const parts = tables.map(instantColumnsOf);
  const keys = parts.map((part) => part.keys);
  const rows = parts.reduce((total, { size }) => total + size, 0);
  const without = ({ size }: InstantColumns): KeyColumn => constant(absent, size);
  return {
    size: rows,
    keys: dimensions.map((_, place) =>
      joinedKeys(
        parts.map((part, i) => keys[i]?.[place] ?? without(part)),
        rows,
      ),
    ),
    counts: joined(
      parts.map(({ counts }) => counts),
      rows,
    ),
    names: [...new Set(parts.flatMap(({ names }) => names))].sort(),
    minutesOf: onceEach((name) =>
      joined(
        tables.map((table) => instantColumnsOf(table).minutesOf(name)),
        rows,
      ),
    ),
  };
}

/** One after another, as they stand. A part may lack dimensions that were added at the end: its rows have no value there. */
export const joinedTables = (dimensions: readonly string[], tables: readonly InstantTable[]): InstantTable =>
  new ColumnTable(
    dimensions,
    once(() => joinedColumns(dimensions, tables)),
  );
