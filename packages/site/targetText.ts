import type { Point } from '#scorecard/edition.ts';
import { type Measured, targetFigure } from '#site/format.ts';
import { say } from '#site/words.ts';

type Targeted = Pick<Point, 'target' | 'targetRange'>;

/** A unit that is a word is said once: `3.5 to 4 minutes`, but `44% to 46%`. */
const bandText = ({ from, to }: NonNullable<Targeted['targetRange']>, measure: Measured): string =>
  say.fromTo(targetFigure(from, measure).replace(/ .*/, ''), targetFigure(to, measure));

/** `80%`, or `44% to 46%` of a band; undefined where none is set. */
export const targetText = ({ target, targetRange }: Targeted, measure: Measured): string | undefined => {
  if (targetRange !== undefined) return bandText(targetRange, measure);
  return target === undefined ? undefined : targetFigure(target, measure);
};
