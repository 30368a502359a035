import type { Period } from '#calendar/period.ts';
import { valuesOf } from '#metric/question.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { suspensionOf } from '#scorecard/late.ts';
import { questionsOf } from '#scorecard/questions.ts';
import { referencesOf } from '#scorecard/references.ts';
import type { Measure, Organisation, Where } from '#scorecard/schema.ts';
import { begun, everyVersion } from '#scorecard/versions.ts';

type Portable = NonNullable<EditionMeasure['portable']>;

interface Council {
  readonly organisation: Pick<Organisation, 'dimensions' | 'repliesUnseen'>;
  readonly measureOf: (id: string) => Measure | undefined;
}

/** As it is in force: what is planned and not published yet is not told. */
const blockOf = (measure: Measure, period: Period): Measure => {
  const suspension = suspensionOf(measure, period);
  const versions = begun(measure, period);
  return {
    ...measure,
    // What happened here did not happen elsewhere.
    annotations: undefined,
    suspended: suspension && [suspension],
    versions: versions.length === 0 ? undefined : [...versions],
  };
};

const directUses = (measure: Measure): readonly string[] =>
  everyVersion(measure).flatMap(({ value, rating }) => [
    ...referencesOf(value).map(({ id }) => id),
    ...(rating?.from?.measures ?? []),
  ]);

/** The measures that it is worked out from or judged by, and those that they are, each once. */
const usesOf = (measure: Measure, measureOf: Council['measureOf']): readonly string[] => {
  const found = new Set<string>();
  const add = (each: Measure): void => {
    for (const id of directUses(each)) {
      const used = found.has(id) || id === measure.id ? undefined : measureOf(id);
      if (used === undefined) continue;
      found.add(id);
      add(used);
    }
  };
  add(measure);
  return [...found].sort();
};

type Named = readonly (readonly [dimension: string, values: readonly string[]])[];

const inWhere = (where: Where = {}): Named => Object.entries(where).map(([name, each]) => [name, valuesOf(each)]);

/** Filters need the values that they name, cuts and lists the whole list. */
const namedIn = (measure: Measure, lists: Organisation['dimensions']): Named => {
  const questions = everyVersion(measure).flatMap(({ value }) => questionsOf(value, []));
  const { distribution, cuts } = measure;
  const whole = [...cuts, distribution?.by, ...questions.flatMap(({ rankedBy, each }) => [rankedBy, each])];
  return [
    ...questions.flatMap(({ where }) => inWhere(where)),
    ...inWhere(distribution?.where),
    ...whole.flatMap((name) => (name === undefined ? [] : [[name, lists[name] ?? []] as const])),
  ];
};

const dimensionsOf = (measure: Measure, lists: Organisation['dimensions']): Portable['dimensions'] => {
  const named = namedIn(measure, lists);
  const needed = Object.entries(lists).flatMap(([name, listed]) => {
    const values = new Set(named.filter(([each]) => each === name).flatMap(([, each]) => each));
    const kept = listed.filter((value) => values.has(value));
    return kept.length === 0 ? [] : [[name, kept] as const];
  });
  return needed.length === 0 ? undefined : Object.fromEntries(needed);
};

/** All that another organisation must write to work the measure out as this one does. */
export const portableOf = (measure: Measure, period: Period, { organisation, measureOf }: Council): Portable => {
  const block = blockOf(measure, period);
  const uses = usesOf(block, measureOf);
  const ofMessages = everyVersion(block).some(({ value }) =>
    questionsOf(value, []).some(({ stream }) => stream === 'message'),
  );
  return {
    measure: block,
    ...(uses.length > 0 && { uses }),
    dimensions: dimensionsOf(block, organisation.dimensions),
    repliesUnseen: ofMessages ? organisation.repliesUnseen : undefined,
  };
};
