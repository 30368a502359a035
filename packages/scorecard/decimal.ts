import { tidy } from '#scorecard/format.ts';

/** Of millions the noise of binary fractions begins before the tenth decimal. */
const digits = 14;

/** The decimal that was meant, where no more than the noise of binary fractions lies between. */
const settled = (value: number, size: number): number => {
  const decimal = Number(tidy(value).toPrecision(digits));
  return Math.abs(decimal - value) <= 2 * Number.EPSILON * size ? decimal : value;
};

/** 100.05 − 100 is 0.05, so that half a unit rounds as it does on paper. Thirds stay as they are. */
export const minus = (a: number, b: number): number => settled(a - b, Math.max(Math.abs(a), Math.abs(b)));

/** 1.1 + 2.2 is 3.3. */
export const sumOf = (values: readonly number[]): number => {
  const size = values.reduce((sum, value) => sum + Math.abs(value), 0);
  return settled(
    values.reduce((sum, value) => sum + value, 0),
    values.length * size,
  );
};

/** 100 × 0.57 is 57. */
export const times = (factor: number, value: number): number => settled(factor * value, Math.abs(factor * value));

/** 10.8 ÷ 9 is 1.2. `whole` is not 0. */
export const divided = (part: number, whole: number): number => settled(part / whole, Math.abs(part / whole));

/** In percent, of what was; `then` is not 0. Positive for a rise. */
export const relativeChange = (now: number, then: number): number =>
  divided(times(100, minus(now, then)), Math.abs(then));
