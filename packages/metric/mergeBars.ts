import { type HistogramColumn, startsOf } from '#metric/columns.ts';
import { sumOfBars } from '#metric/histogram.ts';

/** The histograms of some rows, and to which row of the sum each belongs. */
export interface Placed {
  readonly column: HistogramColumn;
  readonly targets: ArrayLike<number>;
}

/** Bars of all rows, one row after the other, and how many each has: -1 where it lacks the number. */
interface Gathered {
  readonly lengths: Int32Array;
  readonly values: Float64Array;
  readonly counts: Float64Array;
}

function lengthsOf(parts: readonly Placed[], size: number): Int32Array {
  const lengths = new Int32Array(size).fill(-1);
  for (const { column, targets } of parts) {
    const from = column.lengths;
    for (let row = 0; row < targets.length; row++) {
      const length = from[row] ?? -1;
      const target = targets[row] ?? 0;
      if (length >= 0) lengths[target] = Math.max(0, lengths[target] ?? 0) + length;
    }
  }
  return lengths;
}

/** Every bar beside those of the same row of the sum, not yet in order. */
function gathered(parts: readonly Placed[], size: number): Gathered {
  const lengths = lengthsOf(parts, size);
  const ends = startsOf(lengths);
  const bars = lengths.reduce((total, length) => total + Math.max(0, length), 0);
  const [values, counts] = [new Float64Array(bars), new Float64Array(bars)];
  for (const { column, targets } of parts) {
    const from = column.bars();
    const many = column.lengths;
    for (let row = 0; row < targets.length; row++) {
      const start = from.starts[row] ?? 0;
      const target = targets[row] ?? 0;
      let end = ends[target] ?? 0;
      for (let bar = start; bar < start + (many[row] ?? 0); bar++, end++) {
        values[end] = from.values[bar] ?? 0;
        counts[end] = from.counts[bar] ?? 0;
      }
      ends[target] = end;
    }
  }
  return { lengths, values, counts };
}

const isAscending = (values: Float64Array, start: number, end: number): boolean => {
  for (let bar = start + 1; bar < end; bar++) if ((values[bar - 1] ?? 0) >= (values[bar] ?? 0)) return false;
  return true;
};

/** Each row's bars in order, equal values together; what is left at the end is not used. */
function settle({ lengths, values, counts }: Gathered): void {
  let [start, to] = [0, 0];
  for (let row = 0; row < lengths.length; row++) {
    const end = start + Math.max(0, lengths[row] ?? 0);
    if (isAscending(values, start, end)) {
      values.copyWithin(to, start, end);
      counts.copyWithin(to, start, end);
      to += end - start;
    } else {
      const sum = sumOfBars(values, counts, start, end);
      lengths[row] = sum.length;
      for (const [value, count] of sum) {
        values[to] = value;
        counts[to++] = count;
      }
    }
    start = end;
  }
}

/** Adds up the histograms of rows that belong together. */
export function addBars(parts: readonly Placed[], size: number): HistogramColumn {
  const { lengths, values, counts } = gathered(parts, size);
  settle({ lengths, values, counts });
  const bars = { values, counts, starts: startsOf(lengths) };
  return { lengths, bars: () => bars };
}
