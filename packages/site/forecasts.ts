import type { EditionMeasure } from '#scorecard/edition.ts';

type Outcome = NonNullable<EditionMeasure['forecastOutcome']>;

export const isRated = ({ colour }: Outcome): boolean => ['green', 'amber', 'red'].includes(colour);

/** Of those that could be rated, how many figures came out at the rating that was forecast. */
export const forecastsHeld = (measures: readonly EditionMeasure[]): { readonly held: number; readonly all: number } => {
  const outcomes = measures.flatMap(({ forecastOutcome }) => forecastOutcome ?? []).filter(isRated);
  return { held: outcomes.filter(({ asRated }) => asRated).length, all: outcomes.length };
};
