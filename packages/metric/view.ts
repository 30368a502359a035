import { type CuboidColumns, columnsOf, constant, type HistogramColumn, type KeyColumn } from '#metric/columns.ts';
import { absent } from '#metric/declaration.ts';
import { histogramOf, sumOfBars } from '#metric/histogram.ts';
import type { Cuboid, Histogram } from '#metric/partial.ts';
import { isRange, valuesOf, type Where } from '#metric/question.ts';

/** The rows of a table as a question sees them, column by column. Rows are named by their places. */
export interface View {
  readonly counts: ArrayLike<number>;
  /** Whether a row had begun by the moment asked about. */
  readonly isThere?: (row: number) => boolean;
  readonly columnOf: (dimension: string) => KeyColumn;
  /** The sum over some of its rows. */
  readonly histogramOf: (number: string, rows: readonly number[]) => Histogram;
}

function histogramOver(column: HistogramColumn, rows: readonly number[]): Histogram {
  const { lengths } = column;
  const { values, counts, starts } = column.bars();
  let bar = 0;
  for (const row of rows) bar += Math.max(0, lengths[row] ?? 0);
  const [someValues, someCounts] = [new Float64Array(bar), new Float64Array(bar)];
  bar = 0;
  for (const row of rows) {
    const start = starts[row] ?? 0;
    for (let at = start; at < start + (lengths[row] ?? 0); at++, bar++) {
      someValues[bar] = values[at] ?? 0;
      someCounts[bar] = counts[at] ?? 0;
    }
  }
  return sumOfBars(someValues, someCounts, 0, bar);
}

/** The rows of a grouping set. */
export function viewOfCuboid(cuboid: Cuboid): View {
  const columns: CuboidColumns = columnsOf(cuboid);
  const { dimensions, keys, counts } = columns;
  return {
    counts,
    columnOf: (dimension) => keys[dimensions.indexOf(dimension)] ?? constant(absent, counts.length),
    histogramOf: (number, rows) => {
      const column = columns.numberOf(number);
      return column ? histogramOver(column, rows) : [];
    },
  };
}

/** Of values that many rows may share. */
export function histogramOfRows(
  rows: readonly number[],
  counts: ArrayLike<number>,
  valueAt: (row: number) => number,
): Histogram {
  const sums = new Map<number, number>();
  for (const row of rows) {
    const value = valueAt(row);
    if (!Number.isNaN(value)) sums.set(value, (sums.get(value) ?? 0) + (counts[row] ?? 0));
  }
  return histogramOf(sums);
}

interface Test {
  readonly places: ArrayLike<number>;
  /** By the place of the value. */
  readonly fits: readonly boolean[];
}

const testsOf = (view: View, where: Where): readonly Test[] =>
  Object.entries(where).flatMap(([name, condition]) => {
    if (isRange(condition)) return [];
    const wanted = valuesOf(condition);
    const { values, rows } = view.columnOf(name);
    return [{ places: rows, fits: values.map((value) => wanted.includes(value)) }];
  });

/** The rows that are there and satisfy every condition on a dimension; ranges are left to the histogram. */
export function matching(view: View, where: Where): readonly number[] {
  const { counts, isThere } = view;
  const tests = testsOf(view, where);
  const found: number[] = [];
  for (let row = 0; row < counts.length; row++) {
    let fits = isThere?.(row) ?? true;
    for (let i = 0; fits && i < tests.length; i++) fits = tests[i]?.fits[tests[i]?.places[row] ?? 0] ?? false;
    if (fits) found.push(row);
  }
  return found;
}

/** Some rows by the value that each has of a dimension, in the order in which they are met. */
export function groupedBy(view: View, dimension: string, rows: readonly number[]): ReadonlyMap<string, number[]> {
  const { values, rows: places } = view.columnOf(dimension);
  const groups = new Map<string, number[]>();
  const byPlace: (number[] | undefined)[] = [];
  for (const row of rows) {
    const place = places[row] ?? 0;
    const group = byPlace[place];
    if (group) group.push(row);
    else {
      const value = values[place] ?? absent;
      const found = groups.get(value) ?? [];
      found.push(row);
      groups.set(value, found);
      byPlace[place] = found;
    }
  }
  return groups;
}

export const countOver = ({ counts }: View, rows: readonly number[]): number => {
  let total = 0;
  for (const row of rows) total += counts[row] ?? 0;
  return total;
};
