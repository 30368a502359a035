import type { EditionMeasure, Point } from '#scorecard/edition.ts';
import type { Change } from '#site/changeOf.ts';
import { difference, figure, relative } from '#site/format.ts';
import { verdictWords } from '#site/words.ts';

const signOf = { higher: 1, lower: -1, band: 0, none: 0 } as const;

const verdictOf = (better: number): string =>
  better === 0 ? '' : verdictWords[better > 0 ? 'improving' : 'deteriorating'];

/** How a figure moved from one period to another, where both are known. */
export const changeBetween = (
  now: Point | undefined,
  then: Point | undefined,
  measure: EditionMeasure,
  basis: string,
): Change | undefined => {
  if (now?.value === undefined || then?.value === undefined) return undefined;
  const change = Number((now.value - then.value).toFixed(10));
  const better = signOf[measure.polarity] * Math.sign(change);
  return {
    arrow: change === 0 ? 'level' : change > 0 ? 'up' : 'down',
    size: difference(change, measure),
    relative: then.value === 0 ? '' : relative((100 * change) / Math.abs(then.value)),
    verdict: verdictOf(better),
    isWorse: better < 0,
    basis,
    from: figure(then.value, measure),
    to: figure(now.value, measure),
  };
};
