import type { Edition, EditionMeasure, Revision } from '#scorecard/edition.ts';

type Before = EditionMeasure | undefined;

/** The value that the edition before published for a period that was over; undefined when it published none. */
const published = (
  before: Before,
  period: string,
): { readonly value?: number; readonly revised: boolean } | undefined => {
  const point = before?.series.find((each) => each.period === period && each.complete);
  return point && { value: point.value, revised: point.status === 'revised' };
};

const changed = (before: Before, period: string, value: number | undefined): boolean => {
  const then = published(before, period);
  return then !== undefined && then.value !== value && then.value !== undefined;
};

/** Once revised, a figure keeps saying so. Movement inside a period that was not over is no revision. */
export const isRevised = (before: Before, period: string, value: number | undefined): boolean =>
  changed(before, period, value) || published(before, period)?.revised === true;

const reasonOf = (
  before: EditionMeasure,
  now: EditionMeasure,
  sourceOf: (period: string) => string | undefined,
  period: string,
): string => {
  if (before.formula !== now.formula) return `The formula was changed; it was: ${before.formula}`;
  const source = sourceOf(period);
  return source === undefined
    ? 'Events were received or corrected since.'
    : `A new value was recorded, from: ${source}.`;
};

/** Every completed period whose published value changed since the edition before, in the order of the measures. */
export const revisionsOf = (
  measures: readonly EditionMeasure[],
  before: Edition | undefined,
  sourceOf: (measure: string, period: string) => string | undefined,
): readonly Revision[] =>
  measures.flatMap((now) => {
    const earlier = before?.measures.find(({ id }) => id === now.id);
    if (!earlier) return [];
    return now.series
      .filter(({ period, value }) => changed(earlier, period, value))
      .map(({ period, value }) => ({
        measure: now.id,
        period,
        from: published(earlier, period)?.value,
        to: value,
        reason: reasonOf(earlier, now, (each) => sourceOf(now.id, each), period),
      }));
  });
