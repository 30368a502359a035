import type { Point } from '#scorecard/edition.ts';

/** Left out because it is of too few people, or would tell of such a figure: a gap of another kind than one that never came. */
export const isWithheld = ({ value, flags = [] }: Pick<Point, 'value' | 'flags'>): boolean =>
  value === undefined && flags.includes('suppressed');
