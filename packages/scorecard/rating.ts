import { bandsOf, colourOf, type Judged, toNextBand } from '#scorecard/bands.ts';
import type { Colour, MeasureRating } from '#scorecard/edition.ts';
import { reasonFor, ruleText } from '#scorecard/ratingWords.ts';
import type { Measure } from '#scorecard/schema.ts';
import type { Aim } from '#scorecard/target.ts';

/** What rating needs of a measure. */
export type Rated = Pick<Measure, 'unit' | 'decimals' | 'polarity' | 'target' | 'rating'>;

export const unrated = (colour: Colour, reason: string): MeasureRating => ({ colour, reason });

export const notReported = (reason: string): MeasureRating => unrated('not-reported', reason);

const whyUnrated = ({ polarity, target, rating }: Rated): string => {
  if (target === undefined && !rating?.bands && !rating?.against) return 'No target is set for this measure.';
  if (polarity === 'none') return 'This measure is published without a judgement.';
  return 'No target is set for this period.';
};

/** Of the rule that a measure is judged by: its words, with version and owner. */
export const ruleOf = ({ rating }: Pick<Rated, 'rating'>, text: string): NonNullable<MeasureRating['rule']> => {
  const { version = '1', owner } = rating ?? {};
  return { text, version, ...(owner && { owner }) };
};

const againstOf = ({ value, prior }: Aim): Pick<MeasureRating, 'against'> =>
  value === undefined || !prior ? {} : { against: { ...prior, value } };

/** The colour of a value with its reason. "No target" and "not reported" are two states, and neither is green. */
export const rate = (measure: Rated, value: number, aim: Aim | undefined): MeasureRating => {
  const bands = bandsOf(measure, aim);
  if (!bands) return unrated('no-target', whyUnrated(measure));
  const colour: Judged = colourOf(value, bands);
  return {
    colour,
    reason: reasonFor(measure, value, bands, aim, colour),
    rule: ruleOf(measure, ruleText(measure, bands, aim)),
    toNextBand: toNextBand(value, bands),
    ...(aim && againstOf(aim)),
  };
};
