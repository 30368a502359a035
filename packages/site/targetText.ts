import type { Point } from '#scorecard/edition.ts';
import { type Measured, targetFigure } from '#site/format.ts';
import { say } from '#site/words.ts';

type Targeted = Pick<Point, 'target' | 'targetRange'>;

/** `80%`, or `44% to 46%` of a band; undefined where none is set. */
export const targetText = ({ target, targetRange }: Targeted, measure: Measured): string | undefined => {
  if (targetRange !== undefined)
    return say.fromTo(targetFigure(targetRange.from, measure), targetFigure(targetRange.to, measure));
  return target === undefined ? undefined : targetFigure(target, measure);
};
