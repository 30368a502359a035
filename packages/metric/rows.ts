import type { TableDeclaration } from '#metric/declaration.ts';
import { histogramOf } from '#metric/histogram.ts';
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
