import type { Period } from '#calendar/period.ts';
import type { Basis } from '#scorecard/basis.ts';
import { channelRows } from '#scorecard/channels.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import type { Figure, Figures } from '#scorecard/figure.ts';
import { recordedFigure } from '#scorecard/records.ts';
import { type Reading, type Resolver, unlessUnanswered } from '#scorecard/report.ts';
import type { Measure } from '#scorecard/schema.ts';
import { workOut } from '#scorecard/workOut.ts';

type Cut = EditionMeasure['cuts'][number];

/** What the event did not say, and what organisation.yaml does not list, come last. */
const last = ['other', ''];
const byName = ([a]: readonly [string, Figure], [b]: readonly [string, Figure]): number =>
  last.indexOf(a) - last.indexOf(b) || (a < b ? -1 : 1);

const rowOf = ([name, { value, denominator }]: readonly [string, Figure]): Cut['rows'][number] => ({
  name: name === '' ? 'not stated' : name,
  value,
  denominator,
});

const cutOf = (by: string, figures: Iterable<readonly [string, Figure]>): Cut => ({
  by,
  rows: [...figures].sort(byName).map(rowOf),
});

const recordedCuts = (measure: Measure, period: Period, { records }: Reading): readonly Cut[] => {
  const rows = records.cuts(measure.id, period.id).flatMap((recorded) => {
    const [entry, ...more] = Object.entries(recorded.cut ?? {});
    // A record cut by two dimensions at once fits no table of one.
    return entry && more.length === 0
      ? [{ by: entry[0], name: entry[1], figure: recordedFigure(recorded, measure.unit) }]
      : [];
  });
  return [...Map.groupBy(rows, ({ by }) => by)].map(([by, each]) =>
    cutOf(
      by,
      each.map(({ name, figure }) => [name, figure] as const),
    ),
  );
};

const channelTable = ({ value, unit }: Measure, basis: Basis): readonly Cut[] =>
  'channels' in value
    ? unlessUnanswered<readonly Cut[]>(
        () => [{ by: 'channel', rows: channelRows(value.channels, unit, basis) }],
        () => [],
      )
    : [];

/** The figure by each dimension that the scorecard names, then by those that officers recorded apart. */
export const cutsOf = (measure: Measure, period: Period, reading: Reading & Resolver): readonly Cut[] => {
  const basis = reading.basisOf(period);
  const figures = (by: string): Figures =>
    unlessUnanswered(
      () => workOut(measure.value, measure.unit, basis, by),
      () => new Map(),
    );
  const computed = measure.cuts.map((by) => cutOf(by, figures(by)));
  const recorded = recordedCuts(measure, period, reading);
  return [
    ...channelTable(measure, basis),
    ...computed,
    ...recorded.filter(({ by }) => !measure.cuts.includes(by) || 'recorded' in measure.value),
  ].filter(({ rows }) => rows.length > 0);
};
