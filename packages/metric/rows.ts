import { lazyRow } from '#metric/columns.ts';
import type { TableDeclaration } from '#metric/declaration.ts';
import { add, histogramOf } from '#metric/histogram.ts';
import { withLazy } from '#metric/lazy.ts';
import type { CubeRow, Cuboid, Histogram, InstantRow, InstantTable, Reading } from '#metric/partial.ts';

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Text that orders as the key does, value by value; no value holds a control character. */
export const keyText = (key: readonly string[]): string => key.join('\0');

const sorted = <Row>(rows: ReadonlyMap<string, Row>): Row[] =>
  [...rows].sort(([a], [b]) => order(a, b)).map(([, row]) => row);

interface OpenRow {
  readonly key: readonly string[];
  count: number;
  /** In the order of the names given at the start. */
  readonly numbers: readonly Map<number, number>[];
}

/** Collects the facts of one grouping set; equal keys add up. */
export function cuboidBuilder(dimensions: readonly string[], names: readonly string[]) {
  const rows = new Map<string, OpenRow>();

  const rowOf = (key: readonly string[]): OpenRow => {
    const text = keyText(key);
    const found = rows.get(text);
    if (found) return found;
    const row = { key, count: 0, numbers: names.map(() => new Map<number, number>()) };
    rows.set(text, row);
    return row;
  };

  const numbersOf = (row: OpenRow): Record<string, Histogram> =>
    Object.fromEntries(names.flatMap((name, i) => (row.numbers[i]?.size ? [[name, histogramOf(row.numbers[i])]] : [])));

  return {
    /** One fact: its numbers in the order of the names, undefined where it has none. */
    addFact(key: readonly string[], numbers: readonly (number | undefined)[]): void {
      const row = rowOf(key);
      row.count++;
      for (let i = 0; i < numbers.length; i++) {
        const value = numbers[i];
        const counts = row.numbers[i];
        if (value !== undefined && counts) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    },
    done: (): Cuboid => ({
      dimensions,
      rows: sorted(rows).map((row): CubeRow => ({ key: row.key, count: row.count, numbers: numbersOf(row) })),
    }),
  };
}

const sumOfRows = (alike: readonly CubeRow[], names: readonly string[]): CubeRow => {
  let count = 0;
  for (const row of alike) count += row.count;
  return lazyRow(alike[0]?.key ?? [], count, () => numbersOfAll(alike, names));
};

const numbersOfAll = (rows: readonly CubeRow[], names: readonly string[]): CubeRow['numbers'] => {
  const had = names.filter((name) => rows.some(({ numbers }) => Object.hasOwn(numbers, name)));
  return withLazy(
    {},
    Object.fromEntries(had.map((name) => [name, () => add(...rows.map((row) => row.numbers[name] ?? []))])),
  );
};

/** Rows of one grouping set with equal keys add up, each number only when it is read. */
export function addRows(rows: readonly CubeRow[], names: readonly string[]): CubeRow[] {
  const byText = Map.groupBy(rows, ({ key }) => keyText(key));
  return sorted(byText).map((alike) => sumOfRows(alike, names));
}

const instantsText = ({ key, at }: InstantRow): string => {
  let text = keyText(key);
  for (const name of Object.keys(at).sort()) text += `\0${name} ${at[name]}`;
  return text;
};

type Instants = Pick<TableDeclaration, 'dimensions' | 'instants'>;

const beginning =
  ([begin = '']: readonly string[]) =>
  (row: InstantRow | undefined): number =>
    row?.at[begin] ?? 0;

/** Rows with equal keys and equal instants add up; in the order in which they began. */
export function instantTable({ dimensions, instants }: Instants, rows: Iterable<InstantRow>): InstantTable {
  const byText = new Map<string, InstantRow>();
  for (const row of rows) {
    const text = instantsText(row);
    byText.set(text, { ...row, count: row.count + (byText.get(text)?.count ?? 0) });
  }
  const begun = beginning(instants);
  const inOrder = [...byText].sort(([a, one], [b, other]) => begun(one) - begun(other) || order(a, b));
  return { dimensions, rows: inOrder.map(([, row]) => row) };
}

/** Rows of different days never add up, so those of days apart need only stand one after another. */
export function mergeTables(table: Instants, tables: readonly InstantTable[]): InstantTable {
  const begun = beginning(table.instants);
  const parts = tables.filter(({ rows }) => rows.length > 0).sort((a, b) => begun(a.rows[0]) - begun(b.rows[0]));
  const areApart = parts.every(({ rows }, i) => i === 0 || begun(parts[i - 1]?.rows.at(-1)) < begun(rows[0]));
  const rows = parts.flatMap((part) => part.rows);
  return areApart ? { dimensions: table.dimensions, rows } : instantTable(table, rows);
}

const isLater = (a: Reading, b: Reading): boolean => a.time > b.time || (a.time === b.time && a.value > b.value);

/** Of each key the latest; of two at one instant the higher, so that order does not matter. */
export function latestOfEach(readings: Iterable<Reading>): Reading[] {
  const byKey = new Map<string, Reading>();
  for (const reading of readings) {
    const found = byKey.get(keyText(reading.key));
    if (!found || isLater(reading, found)) byKey.set(keyText(reading.key), reading);
  }
  return sorted(byKey);
}

/** By name, in order of name. */
export function addCounts(...counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total = new Map<string, number>();
  for (const [name, n] of counts.flatMap((each) => Object.entries(each))) total.set(name, (total.get(name) ?? 0) + n);
  return Object.fromEntries([...total].sort(([a], [b]) => order(a, b)));
}
