import type { EditionMeasure, Point } from '#scorecard/edition.ts';
import { figure } from '#site/format.ts';
import { say, words } from '#site/words.ts';

/** A list, or what is judged by other measures, has no figure in any period; a suspension says itself since when. */
const isWithoutData = ({ rating, ranking, cuts, suspension }: EditionMeasure): boolean =>
  rating.colour === 'not-reported' && ranking === undefined && cuts.length === 0 && suspension === undefined;

type Published = Point & { readonly value: number };

const isPublished = (point: Point): point is Published => point.value !== undefined;

interface Absence {
  readonly newest: Published;
  /** The periods after it. */
  readonly missing: readonly Point[];
  /** The first of them. */
  readonly since?: string;
}

/** Of a measure without a figure: which was the newest, and what came after it. */
export const absence = ({ value, series }: EditionMeasure): Absence | undefined => {
  const at = value === undefined ? series.findLastIndex(isPublished) : -1;
  const newest = series[at];
  const missing = series.slice(at + 1);
  return newest && isPublished(newest) ? { newest, missing, since: missing[0]?.period } : undefined;
};

/** Of one period without a figure its reason tells enough; of several that are over, which was the first. */
const missingSince = ({ missing }: Absence): readonly string[] => {
  const [first, ...more] = missing.filter(({ complete }) => complete);
  return first === undefined || more.length === 0 ? [] : [say.missingSince(first.label)];
};

/** Of a measure without a figure: which was the newest, and since when there is none. */
export const sinceWhen = (measure: EditionMeasure): string | undefined => {
  if (measure.value !== undefined) return undefined;
  const gap = absence(measure);
  if (gap !== undefined)
    return [say.newestFigure(figure(gap.newest.value, measure), gap.newest.label), ...missingSince(gap)].join(' ');
  return isWithoutData(measure) ? words.noneBefore : undefined;
};

/** The reason as the scorecard or an officer gives it, and since when; undefined where there is a figure. */
export const whyNotPublished = (measure: EditionMeasure): string | undefined => {
  const texts = [measure.notPublishedReason, sinceWhen(measure)].filter((text) => text !== undefined);
  return measure.value !== undefined || texts.length === 0 ? undefined : texts.join(' ');
};
