import type { Histogram } from '#metric/partial.ts';

export type Range = { readonly atMost?: number; readonly atLeast?: number };

export const histogramOf = (counts: ReadonlyMap<number, number>): Histogram => [...counts].sort(([a], [b]) => a - b);

export function addInto(counts: Map<number, number>, histogram: Histogram): void {
  for (const [value, count] of histogram) counts.set(value, (counts.get(value) ?? 0) + count);
}

export function add(...histograms: readonly Histogram[]): Histogram {
  const counts = new Map<number, number>();
  for (const histogram of histograms) addInto(counts, histogram);
  return histogramOf(counts);
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
