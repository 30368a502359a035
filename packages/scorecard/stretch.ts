import { accumulationOf } from '#scorecard/accumulation.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { referencesOf } from '#scorecard/references.ts';
import type { Measure } from '#scorecard/schema.ts';

type MeasureOf = (id: string) => Measure | undefined;
type Stretch = NonNullable<EditionMeasure['accumulation']>;

/** Worked out from what other measures are at one time, and so of the same stretch of time as they. */
const takesAfterInputs = ({ value }: Measure): boolean =>
  'combine' in value || 'quotient' in value || 'rate' in value || 'channels' in value;

const ofInputs = (inputs: readonly Stretch[]): Stretch => {
  if (inputs.includes('year-to-date')) return 'year-to-date';
  return inputs.length > 0 && inputs.every((each) => each === 'point-in-time') ? 'point-in-time' : 'in-period';
};

/** What a figure is of, by way of the measures that it is worked out from: a share of what adds up since April does too. */
export const stretchOf = (measure: Measure, measureOf: MeasureOf, passed: readonly string[] = []): Stretch => {
  if ('rolling' in measure.value) return 'rolling';
  if (!takesAfterInputs(measure) || passed.includes(measure.id)) return accumulationOf(measure);
  const inputs = referencesOf(measure.value).flatMap(({ id }) => measureOf(id) ?? []);
  return ofInputs(inputs.map((input) => stretchOf(input, measureOf, [...passed, measure.id])));
};
