import { accumulationOf } from '#scorecard/accumulation.ts';
import { suggestion } from '#scorecard/issueWords.ts';
import { idOf } from '#scorecard/operands.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import { type Reference, referencesOf } from '#scorecard/references.ts';
import type { Measure } from '#scorecard/schema.ts';

type Measures = ReadonlyMap<string, Measure>;

const found = (path: readonly Step[], message: string, mend: string): Finding => ({
  path: ['value', ...path],
  message,
  mend,
});

const monthsOf = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

const frequencyFinding = (measure: Measure, input: Measure, { path, as }: Reference): readonly Finding[] => {
  const fits =
    as === 'same' ? input.frequency === measure.frequency : monthsOf[input.frequency] <= monthsOf[measure.frequency];
  const often = as === 'same' ? '' : ' or more often';
  return fits
    ? []
    : [
        found(
          path,
          `"${input.id}" has one figure a ${input.frequency}, and this measure needs one a ${measure.frequency}${often}`,
          'give both the same frequency',
        ),
      ];
};

const cannotBeAdded: readonly string[] = ['percent', 'score'];

/** Percentages of months are not the percentage of their year. */
const partsFinding = (input: Measure, { path, as }: Reference): readonly Finding[] =>
  as === 'parts' && cannotBeAdded.includes(input.unit) && accumulationOf(input) !== 'year-to-date'
    ? [
        found(
          path,
          `values of "${input.id}" cannot be added up: they are in ${input.unit}`,
          'name a measure that counts, or write the formula itself here',
        ),
      ]
    : [];

const keepsUnit = ({ value }: Measure): boolean =>
  'combine' in value || ('average' in value && !('each' in value.average));

const unitFinding = (measure: Measure, input: Measure, { path }: Reference): readonly Finding[] =>
  keepsUnit(measure) && input.unit !== measure.unit
    ? [
        found(
          path,
          `"${input.id}" is in ${input.unit}, and this measure in ${measure.unit}`,
          `write unit: ${input.unit}, or name a measure in ${measure.unit}`,
        ),
      ]
    : [];

const referenceFindings = (measure: Measure, reference: Reference, measures: Measures): readonly Finding[] => {
  const { id, path } = reference;
  const input = measures.get(id);
  if (!input) {
    const ids = [...measures.keys()].filter((other) => other !== measure.id);
    return [found(path, `no measure of this scorecard has the id "${id}"`, suggestion(id, ids, 'measures'))];
  }
  return [
    ...frequencyFinding(measure, input, reference),
    ...partsFinding(input, reference),
    ...unitFinding(measure, input, reference),
  ];
};

/** From a measure back to itself, by way of what each takes its values from; undefined when there is no way. */
const circleFrom = (start: string, measures: Measures): readonly string[] | undefined => {
  const tried = new Set<string>();
  const wayFrom = (id: string, way: readonly string[]): readonly string[] | undefined => {
    const measure = measures.get(id);
    for (const { id: next } of measure ? referencesOf(measure.value) : []) {
      if (next === start) return [...way, next];
      if (tried.has(next)) continue;
      tried.add(next);
      const found = wayFrom(next, [...way, next]);
      if (found) return found;
    }
    return undefined;
  };
  return wayFrom(start, [start]);
};

const circleFinding = (measure: Measure, measures: Measures): readonly Finding[] => {
  const circle = circleFrom(measure.id, measures);
  // Each circle is told once, at the first of its measures.
  const first = circle && [...measures.keys()].find((id) => circle.includes(id));
  return circle && first === measure.id
    ? [found([], `it is worked out from itself: ${circle.join(' → ')}`, 'take one of them from events or records')]
    : [];
};

const baselineFinding = ({ value }: Measure, measures: Measures): readonly Finding[] => {
  if (!('growth' in value) || value.growth.against !== 'baseline') return [];
  const input = measures.get(idOf(value.growth.of));
  return input && !input.baseline
    ? [
        found(
          ['growth', 'against'],
          `"${input.id}" has no baseline`,
          'give it compare: baseline and baseline: { period: …, value: … }',
        ),
      ]
    : [];
};

/** What is wrong with how a measure takes its values from others of the scorecard. */
export const findingsOfReferences = (measure: Measure, all: readonly Measure[]): readonly Finding[] => {
  const measures = new Map(all.map((each) => [each.id, each]));
  return [
    ...referencesOf(measure.value).flatMap((reference) => referenceFindings(measure, reference, measures)),
    ...circleFinding(measure, measures),
    ...baselineFinding(measure, measures),
  ];
};
