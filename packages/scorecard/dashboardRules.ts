import { nearest } from '#metric/nearest.ts';
import { accumulationOf } from '#scorecard/accumulation.ts';
import type { Dashboard } from '#scorecard/dashboardSchema.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import type { Measure, Scorecard } from '#scorecard/schema.ts';

const meant = (word: string, words: readonly string[]): string => {
  const near = nearest(word, words);
  return near === undefined ? 'there is none yet' : `did you mean ${near}?`;
};

const unknownScorecard = ({ scorecard }: Dashboard, known: readonly Scorecard[]): Finding => ({
  path: ['scorecard'],
  message: `there is no scorecard "${scorecard}"`,
  mend: meant(
    scorecard,
    known.map(({ id }) => id),
  ),
});

/** Every id with its place. */
type Placed = readonly (readonly [readonly Step[], string])[];

const placesIn = ({ sections, totals }: Dashboard): { readonly shown: Placed; readonly added: Placed } => ({
  shown: sections.flatMap(({ measures }, i) => measures.map((id, j) => [['sections', i, 'measures', j], id] as const)),
  added: totals.map((id, i) => [['totals', i], id] as const),
});

const counting: readonly string[] = ['count', 'pence', 'pounds'];
const addingForms: readonly string[] = ['recorded', 'count', 'sum', 'increment', 'combine', 'channels'];

/** Months make a year of what is counted in each; a person who came in two months would count twice. */
export const addsUp = (measure: Pick<Measure, 'value' | 'unit' | 'accumulation'>): boolean =>
  counting.includes(measure.unit) &&
  accumulationOf(measure) === 'in-period' &&
  Object.keys(measure.value).some((form) => addingForms.includes(form));

const unknownMeasure = (path: readonly Step[], id: string, { id: of }: Scorecard, ids: readonly string[]): Finding => ({
  path,
  message: `there is no measure "${id}" in the scorecard ${of}`,
  mend: meant(id, ids),
});

const notMonthly = (path: readonly Step[], { id, frequency }: Measure): Finding => ({
  path,
  message: `"${id}" has one figure a ${frequency}, and a dashboard shows months`,
  mend: 'remove it, or add a measure with frequency: month',
});

const notAdding = (path: readonly Step[], { id }: Measure): Finding => ({
  path,
  message: `the months of "${id}" do not add up to a year`,
  mend: 'remove it: only counts and sums of each month alone can be added',
});

const notShown = (path: readonly Step[], id: string): Finding => ({
  path,
  message: `"${id}" is in no section`,
  mend: 'add it to a section, or remove it here',
});

const twice = (places: Placed, what: string): readonly Finding[] =>
  places.flatMap(([path, id], i) =>
    places.findIndex(([, each]) => each === id) < i
      ? [{ path, message: `${what} "${id}" stands twice`, mend: 'remove one of the two' }]
      : [],
  );

/** What a dashboard says that its scorecard cannot keep. */
export const dashboardFindings = (dashboard: Dashboard, scorecards: readonly Scorecard[]): readonly Finding[] => {
  const scorecard = scorecards.find(({ id }) => id === dashboard.scorecard);
  if (!scorecard) return [unknownScorecard(dashboard, scorecards)];
  const measures = new Map(scorecard.groups.flatMap((group) => group.measures).map((each) => [each.id, each]));
  const { shown, added } = placesIn(dashboard);
  const sections: Placed = dashboard.sections.map(({ id }, i) => [['sections', i, 'id'], id]);
  return [
    ...twice(sections, 'the section'),
    ...shown.flatMap(([path, id]) => {
      const measure = measures.get(id);
      if (!measure) return [unknownMeasure(path, id, scorecard, [...measures.keys()])];
      return measure.frequency === 'month' ? [] : [notMonthly(path, measure)];
    }),
    ...added.flatMap(([path, id]) => {
      const measure = measures.get(id);
      if (!measure) return [unknownMeasure(path, id, scorecard, [...measures.keys()])];
      if (!shown.some(([, each]) => each === id)) return [notShown(path, id)];
      return addsUp(measure) ? [] : [notAdding(path, measure)];
    }),
    ...twice(added, 'the measure'),
  ];
};
