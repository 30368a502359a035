import type { Commentary, EditionMeasure } from '#scorecard/edition.ts';
import { isChangedSince } from '#scorecard/revisions.ts';

const isSame = (a: Commentary) => (b: Commentary) =>
  a.kind === b.kind && a.on === b.on && a.period === b.period && a.text === b.text;

/** It stood beside another figure in the edition before; what was marked there stays marked. */
const isOlder = (
  comment: Commentary,
  before: EditionMeasure,
  valueIn: (period: string) => number | undefined,
): boolean => {
  const then = before.commentary.find(isSame(comment));
  if (then === undefined) return false;
  return then.stale === true || isChangedSince(before, comment.period, valueIn(comment.period));
};

/** Marks what was written before the figure was revised; records of the figure itself have marked theirs already. */
export const markStale = (
  commentary: readonly Commentary[],
  before: EditionMeasure | undefined,
  valueIn: (period: string) => number | undefined,
): readonly Commentary[] =>
  before === undefined
    ? commentary
    : commentary.map((comment) => (isOlder(comment, before, valueIn) ? { ...comment, stale: true } : comment));
