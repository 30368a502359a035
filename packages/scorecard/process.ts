import { tidy } from '#scorecard/format.ts';

/** Which of the rules told that something other than chance is at work. */
export type ProcessRule = 'outside-limits' | 'shift' | 'trend' | 'two-of-three';

export interface ProcessLimits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

export interface Signal {
  readonly rule: ProcessRule;
  /** Up or down; which of them is better is another question. */
  readonly side: 1 | -1;
}

/** Fewer points than this say nothing of a process. */
export const leastPoints = 12;
const shiftLength = 7;
const trendLength = 6;

const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** 2.66 average moving ranges are three sigma either side of the mean; every point counts, none is screened out. */
export const processLimits = (values: readonly number[]): ProcessLimits | undefined => {
  if (values.length < leastPoints) return undefined;
  const mean = meanOf(values);
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)));
  const reach = 2.66 * meanOf(ranges);
  return { mean: tidy(mean), lower: tidy(mean - reach), upper: tidy(mean + reach) };
};

/** The side of the mean that a value lies on; 0 on it. */
const sideOf = (value: number, line: number): -1 | 0 | 1 => (value > line ? 1 : value < line ? -1 : 0);

const outside = (value: number, lower: number, upper: number): -1 | 0 | 1 =>
  value > upper ? 1 : value < lower ? -1 : 0;

const allOne = (sides: readonly (-1 | 0 | 1)[]): -1 | 0 | 1 => {
  const [first = 0] = sides;
  return sides.every((side) => side === first) ? first : 0;
};

type Rule = (values: readonly number[], limits: ProcessLimits) => -1 | 0 | 1;

const isOutside: Rule = (values, { lower, upper }) => outside(values.at(-1) ?? 0, lower, upper);

const shift: Rule = (values, { mean }) =>
  values.length < shiftLength ? 0 : allOne(values.slice(-shiftLength).map((value) => sideOf(value, mean)));

/** Six points, each beyond the one before it, are five steps. */
const trend: Rule = (values) => {
  const last = values.slice(-trendLength);
  return last.length < trendLength ? 0 : allOne(last.slice(1).map((value, i) => sideOf(value, last[i] ?? value)));
};

/** Two of the last three beyond two sigma on one side, the last of them among the two. */
const twoOfThree: Rule = (values, { mean, lower, upper }) => {
  const [low, high] = [tidy(mean - ((mean - lower) * 2) / 3), tidy(mean + ((upper - mean) * 2) / 3)];
  const sides = values.slice(-3).map((value) => outside(value, low, high));
  const last = sides.at(-1) ?? 0;
  return last !== 0 && sides.filter((side) => side === last).length >= 2 ? last : 0;
};

const rules: readonly (readonly [ProcessRule, Rule])[] = [
  ['outside-limits', isOutside],
  ['shift', shift],
  ['trend', trend],
  ['two-of-three', twoOfThree],
];

/** What the newest point says: the first rule that it, with those before it, fulfils; undefined for chance alone. */
export const signalOf = (values: readonly number[], limits: ProcessLimits): Signal | undefined => {
  for (const [rule, tells] of rules) {
    const side = tells(values, limits);
    if (side !== 0) return { rule, side };
  }
  return undefined;
};
