import type { EditionMeasure } from '#scorecard/edition.ts';
import { figure } from '#site/format.ts';
import { say, words } from '#site/words.ts';

/** A list, or what is judged by other measures, has no figure in any period; a suspension says itself since when. */
const isWithoutData = ({ rating, ranking, cuts, suspension }: EditionMeasure): boolean =>
  rating.colour === 'not-reported' && ranking === undefined && cuts.length === 0 && suspension === undefined;

/** Of a measure without a figure: which was the newest. */
export const sinceWhen = (measure: EditionMeasure): string | undefined => {
  if (measure.value !== undefined) return undefined;
  const newest = measure.series.findLast(({ value }) => value !== undefined);
  if (newest?.value !== undefined) return say.newestFigure(figure(newest.value, measure), newest.label);
  return isWithoutData(measure) ? words.noneBefore : undefined;
};
