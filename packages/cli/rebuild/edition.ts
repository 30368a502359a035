import { isDefinedAlike, type Pair, pairsOf } from '#cli/rebuild/measure.ts';
import type { Edition, EditionMeasure } from '#scorecard/edition.ts';

/** An edition, and the same one as it would be made today as of its own day; undefined where none is made any more. */
export interface Redone {
  readonly published: Edition;
  readonly anew: Edition | undefined;
}

export interface ShownIn {
  readonly organisation: string;
  readonly scorecard: string;
  readonly edition: { readonly period: string; readonly edition: number; readonly asOf: string };
}

export interface FigureCompared extends ShownIn, Pair {
  readonly measure: string;
}

export interface FigureLeftOut extends ShownIn {
  /** All of the edition's without it. */
  readonly measure?: string;
  readonly reason: string;
}

export interface Compared {
  readonly figures: readonly FigureCompared[];
  readonly leftOut: readonly FigureLeftOut[];
}

const shownIn = ({ organisation, scorecard, period, edition, asOf }: Edition): ShownIn => ({
  organisation: organisation.id,
  scorecard: scorecard.id,
  edition: { period: period.id, edition, asOf },
});

const whyLeftOut = (measure: EditionMeasure, now: EditionMeasure | undefined): string | undefined => {
  if (!now) return 'the scorecard has the measure no longer';
  return isDefinedAlike(measure, now) ? undefined : 'the definition was changed since';
};

/** Every figure that an edition shows, with what it would show today. */
export function comparedIn({ published, anew }: Redone): Compared {
  const place = shownIn(published);
  if (!anew)
    return { figures: [], leftOut: [{ ...place, reason: 'the scorecard is no longer published by such periods' }] };
  const [figures, leftOut]: [FigureCompared[], FigureLeftOut[]] = [[], []];
  for (const measure of published.measures) {
    const now = anew.measures.find(({ id }) => id === measure.id);
    const reason = whyLeftOut(measure, now);
    const of = { ...place, measure: measure.id };
    if (reason !== undefined) leftOut.push({ ...of, reason });
    else if (now) figures.push(...pairsOf(measure, now).map((pair) => ({ ...of, ...pair })));
  }
  return { figures, leftOut };
}
