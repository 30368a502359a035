import type { Histogram } from '#metric/partial.ts';

export type Range = { readonly atMost?: number; readonly atLeast?: number };

/** Sorted as plain numbers, which is many times faster than pair by pair. */
export const histogramOf = (counts: ReadonlyMap<number, number>): Histogram =>
  Array.from(Float64Array.from(counts.keys()).sort(), (value) => [value, counts.get(value) ?? 0] as const);

export function addInto(counts: Map<number, number>, histogram: Histogram): void {
  for (const [value, count] of histogram) counts.set(value, (counts.get(value) ?? 0) + count);
}

/** Below so many bars a place for every value up to the highest would cost more than it saves. */
const fewBars = 256;

/** All 0 between two uses. */
const places = new Float64Array(65_536);

/** False where a value has no place. */
type Count = (value: number, count: number) => boolean;

/**
 * Most values are seconds: adding up by place is many times faster than by key. undefined when `fill` met a value that
 * has no place, and gave up.
 */
function onPlaces(fill: (count: Count) => boolean): Histogram | undefined {
  let end = 0;
  const isDone = fill((value, count) => {
    if (!(value >= 0 && value < places.length && Number.isInteger(value))) return false;
    places[value] = (places[value] ?? 0) + count;
    if (value >= end) end = value + 1;
    return true;
  });
  const sum: [number, number][] = [];
  for (let value = 0; isDone && value < end; value++) if (places[value]) sum.push([value, places[value] ?? 0]);
  places.fill(0, 0, end);
  return isDone ? sum : undefined;
}

/** The bars from a start to an end, equal values together, in order. */
export function sumOfBars(values: ArrayLike<number>, counts: ArrayLike<number>, start: number, end: number): Histogram {
  const dense =
    end - start < fewBars
      ? undefined
      : onPlaces((take) => {
          for (let bar = start; bar < end; bar++) if (!take(values[bar] ?? 0, counts[bar] ?? 0)) return false;
          return true;
        });
  if (dense) return dense;
  const sums = new Map<number, number>();
  for (let bar = start; bar < end; bar++) {
    const value = values[bar] ?? 0;
    sums.set(value, (sums.get(value) ?? 0) + (counts[bar] ?? 0));
  }
  return histogramOf(sums);
}

export const count = (histogram: Histogram): number => histogram.reduce((total, [, n]) => total + n, 0);

export const sum = (histogram: Histogram): number => histogram.reduce((total, [value, n]) => total + value * n, 0);

/** undefined when nothing was counted. */
export function mean(histogram: Histogram): number | undefined {
  const n = count(histogram);
  return n === 0 ? undefined : sum(histogram) / n;
}

/** Both limits included. */
export const within = (histogram: Histogram, { atMost = Infinity, atLeast = -Infinity }: Range): Histogram =>
  histogram.filter(([value]) => value >= atLeast && value <= atMost);

export const countWithin = (histogram: Histogram, range: Range): number => count(within(histogram, range));

const decimalsOf = (number: number): number => String(number).split('.')[1]?.length ?? 0;

/**
 * Nearest rank: the smallest value that at least `at` percent of the values do not exceed; undefined when there are
 * none. Compared as whole numbers, because 0.9 × 10 may be a little more than 9.
 */
export function percentile(histogram: Histogram, at: number): number | undefined {
  const scale = 10 ** decimalsOf(at);
  const wanted = Math.round(at * scale) * count(histogram);
  let passed = 0;
  for (const [value, n] of histogram) {
    passed += n;
    if (passed * 100 * scale >= wanted) return value;
  }
  return undefined;
}
