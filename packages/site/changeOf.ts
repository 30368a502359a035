import type { EditionMeasure } from '#scorecard/edition.ts';
import { difference, figure, relative } from '#site/format.ts';
import { basisWords, say, verdictWords, words } from '#site/words.ts';

export type Arrow = 'up' | 'down' | 'level';

/** How a figure moved, in words. The arrow is the direction of the number; a word says whether that is good. */
export interface Change {
  /** Absent where a change was recorded of a measure for which neither direction is better. */
  readonly arrow?: Arrow;
  /** `10.8 points`; `18.8%` where only the relative change is known. */
  readonly size: string;
  /** `15.0%`, as the lists of most improved and most worsened rank. */
  readonly relative: string;
  readonly verdict: string;
  readonly isWorse: boolean;
  /** `12 months before`. */
  readonly basis: string;
  readonly from?: string;
  readonly to?: string;
}

type Improvement = NonNullable<EditionMeasure['improvement']>;

const arrowOf = (sign: number): Arrow => (sign === 0 ? 'level' : sign > 0 ? 'up' : 'down');

const polaritySign = { higher: 1, lower: -1, band: undefined, none: undefined } as const;

const arrowFor = ({ value, change }: Improvement, { polarity }: EditionMeasure): Arrow | undefined => {
  if (change !== undefined) return arrowOf(Math.sign(change));
  if (value === 0) return 'level';
  const sign = polaritySign[polarity];
  return sign === undefined ? undefined : arrowOf(sign * value);
};

const sizeOf = ({ value, change }: Improvement, measure: EditionMeasure): string =>
  change === undefined ? relative(value) : difference(change, measure);

const figureOf = (value: number | undefined, measure: EditionMeasure): string | undefined =>
  value === undefined ? undefined : figure(value, measure);

export const changeOf = (measure: EditionMeasure): Change | undefined => {
  const { improvement, direction } = measure;
  if (improvement === undefined) return undefined;
  return {
    arrow: arrowFor(improvement, measure),
    size: sizeOf(improvement, measure),
    relative: relative(improvement.value),
    verdict: verdictWords[direction],
    isWorse: direction === 'deteriorating',
    basis: basisWords(improvement.basis),
    from: figureOf(improvement.from.value, measure),
    to: figureOf(measure.value, measure),
  };
};

/** What was compared: `71.9% to 82.7%`, or that no value was published. */
export const changeNote = (measure: EditionMeasure, change: Change): string | undefined => {
  if (measure.value === undefined) return words.valueNotPublished;
  return change.from !== undefined && change.to !== undefined ? say.fromTo(change.from, change.to) : undefined;
};
