import type { EditionMeasure } from '#scorecard/edition.ts';
import type { Measure, Organisation } from '#scorecard/schema.ts';

type Labels = Organisation['labels'];

interface Row {
  readonly name?: string;
}

const withLabels = <Each extends Row>(
  rows: readonly Each[],
  by: string | undefined,
  labels: Labels,
): readonly Each[] => {
  const known = by !== undefined && Object.hasOwn(labels ?? {}, by) ? labels?.[by] : undefined;
  if (!known) return rows;
  return rows.map((row) => {
    const { name } = row;
    return name !== undefined && Object.hasOwn(known, name) ? { ...row, label: known[name] } : row;
  });
};

const listedBy = ({ value }: Pick<Measure, 'value'>): string | undefined => ('top' in value ? value.top.by : undefined);

/** What pages print instead of the values that senders write, beside them: the values stay what programs read. */
export const labelled = (edition: EditionMeasure, measure: Pick<Measure, 'value'>, labels: Labels): EditionMeasure => {
  const { cuts, distribution, ranking } = edition;
  if (labels === undefined) return edition;
  return {
    ...edition,
    cuts: cuts.map(({ by, rows }) => ({ by, rows: withLabels(rows, by, labels) })),
    distribution: distribution && {
      ...distribution,
      rows: withLabels(distribution.rows, distribution.by, labels),
    },
    ranking: ranking && withLabels(ranking, listedBy(measure), labels),
  };
};
