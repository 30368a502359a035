import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { isolated, madeFrom } from '#site/isolated.ts';

interface Row {
  readonly name?: string;
  readonly label?: string;
}

const named = <Each extends Row>(row: Each): Each => (row.label === undefined ? row : { ...row, name: row.label });

const hasLabels = ({ cuts, ranking = [], distribution }: EditionMeasure): boolean =>
  [...cuts.flatMap(({ rows }) => rows as readonly Row[]), ...ranking, ...(distribution?.rows ?? [])].some(
    ({ label }) => label !== undefined,
  );

const withNames = (measure: EditionMeasure): EditionMeasure => {
  const { cuts, ranking, distribution } = measure;
  if (!hasLabels(measure)) return measure;
  return {
    ...measure,
    cuts: cuts.map(({ by, rows }) => ({ by, rows: rows.map(named) })),
    ...(ranking && { ranking: ranking.map(named) }),
    ...(distribution && { distribution: { ...distribution, rows: distribution.rows.map(named) } }),
  };
};

const known = new WeakMap<Edition, Edition>();

const labelled = (edition: Edition): Edition => {
  const made =
    known.get(edition) ??
    (edition.measures.some(hasLabels) ? { ...edition, measures: edition.measures.map(withNames) } : edition);
  known.set(edition, made);
  return madeFrom(made, edition);
};

/** The edition as pages print it: values by their labels, and texts that turn writing round turn nothing but themselves. */
export const printed = (edition: Edition): Edition => isolated(labelled(edition));
