import type { EditionMeasure, Point } from '#scorecard/edition.ts';
import { figure } from '#site/format.ts';
import { say, words } from '#site/words.ts';

/** A list, or what is judged by other measures, has no figure in any period; a suspension says itself since when. */
const isWithoutData = ({ rating, ranking, cuts, suspension }: EditionMeasure): boolean =>
  rating.colour === 'not-reported' && ranking === undefined && cuts.length === 0 && suspension === undefined;

type Published = Point & { readonly value: number };

const isPublished = (point: Point): point is Published => point.value !== undefined;

/** Of a measure without a figure: which was the newest, and the first period after it. */
export const absence = ({
  value,
  series,
}: EditionMeasure): { readonly newest: Published; readonly since?: string } | undefined => {
  const at = value === undefined ? series.findLastIndex(isPublished) : -1;
  const newest = series[at];
  return newest && isPublished(newest) ? { newest, since: series[at + 1]?.period } : undefined;
};

/** Of a measure without a figure: which was the newest. */
export const sinceWhen = (measure: EditionMeasure): string | undefined => {
  if (measure.value !== undefined) return undefined;
  const newest = absence(measure)?.newest;
  if (newest !== undefined) return say.newestFigure(figure(newest.value, measure), newest.label);
  return isWithoutData(measure) ? words.noneBefore : undefined;
};

/** The reason as the scorecard or an officer gives it, and since when; undefined where there is a figure. */
export const whyNotPublished = (measure: EditionMeasure): string | undefined => {
  const texts = [measure.notPublishedReason, sinceWhen(measure)].filter((text) => text !== undefined);
  return measure.value !== undefined || texts.length === 0 ? undefined : texts.join(' ');
};
