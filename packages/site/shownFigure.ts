import type { EditionMeasure } from '#scorecard/edition.ts';
import { changeOf } from '#site/changeOf.ts';
import { figure } from '#site/format.ts';
import { words } from '#site/words.ts';

/** The value or, where only a change was published, the change in words. */
export const shownFigure = (measure: EditionMeasure | undefined): string => {
  if (measure === undefined) return words.none;
  if (measure.value !== undefined)
    return [measure.qualifier, figure(measure.value, measure)].filter((text) => text !== undefined).join(' ');
  const change = measure.improvement?.recorded ? changeOf(measure) : undefined;
  return change === undefined ? words.notPublished : `${change.relative} ${change.verdict}`.trim();
};
