/** A number from 0 up to 1, the same sequence for the same seed on every machine (mulberry32). */
export type Random = () => number;

export function mulberry32(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number, both ends included. */
export function whole(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** Mostly small numbers: the more so, the higher the power. */
export function skewed(random: Random, power: number): number {
  const drawn = random();
  let result = drawn;
  for (let factor = 1; factor < power; factor++) result *= drawn;
  return result;
}

export interface Weighted<T> {
  readonly values: readonly T[];
  readonly sums: readonly number[];
}

/** Only sums and products are used, never a logarithm, so that no machine rounds differently. */
export function weighted<T>(values: readonly T[], weightOf: (value: T, index: number) => number): Weighted<T> {
  let sum = 0;
  const sums = values.map((value, index) => {
    sum += weightOf(value, index);
    return sum;
  });
  return { values, sums };
}

export function pick<T>(random: Random, { values, sums }: Weighted<T>): T {
  const at = random() * (sums.at(-1) ?? 0);
  return values[sums.findIndex((sum) => at < sum)] as T;
}

/** Weights written beside the values: `oneOf(random, { phone: 3, post: 1 })`. */
export function oneOf<T extends string>(random: Random, weights: Readonly<Record<T, number>>): T {
  const values = Object.keys(weights) as T[];
  return pick(
    random,
    weighted(values, (value) => weights[value]),
  );
}

/** Fisher and Yates, into a new list. */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last--) {
    const other = whole(random, 0, last);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
