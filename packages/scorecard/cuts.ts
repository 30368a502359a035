import type { Period } from '#calendar/period.ts';
import type { Basis } from '#scorecard/basis.ts';
import { channelRows } from '#scorecard/channels.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { type Figure, type Figures, parted } from '#scorecard/figure.ts';
import { partName } from '#scorecard/partName.ts';
import { recordedCuts } from '#scorecard/recordedCuts.ts';
import { type Reading, type Resolver, unlessUnanswered } from '#scorecard/report.ts';
import type { Measure } from '#scorecard/schema.ts';
import { workOut } from '#scorecard/workOut.ts';

type Cut = EditionMeasure['cuts'][number];

/** What the event did not say, and what organisation.yaml does not list, come last. */
const last = ['other', ''];
const byName = ([a]: readonly [string, Figure], [b]: readonly [string, Figure]): number =>
  last.indexOf(a) - last.indexOf(b) || (a < b ? -1 : 1);

const rowOf = ([name, { value, denominator }]: readonly [string, Figure]): Cut['rows'][number] => ({
  name: partName(name),
  value,
  denominator,
});

/** The parts of a count are parts of a whole: what each is of it stands beside. */
const shared = (rows: Cut['rows']): Cut['rows'] => {
  const all = rows.reduce((sum, { value = 0 }) => sum + value, 0);
  return rows.map((row) => ({ ...row, share: parted(row.value ?? 0, all, 'percent').value }));
};

const cutOf = (by: string, figures: Iterable<readonly [string, Figure]>, isCount: boolean): Cut => {
  const rows = [...figures].sort(byName).map(rowOf);
  return { by, rows: isCount ? shared(rows) : rows };
};

const channelTable = ({ value, unit }: Measure, basis: Basis): readonly Cut[] =>
  'channels' in value
    ? unlessUnanswered<readonly Cut[]>(
        () => [{ by: 'channel', rows: channelRows(value.channels, unit, basis) }],
        () => [],
      )
    : [];

/** A list that was counted; one that was typed in is among the recorded cuts. */
const listTable = (measure: Measure, period: Period, { reportOf }: Resolver): readonly Cut[] => {
  const rows = reportOf(measure, period).ranking?.rows ?? [];
  return 'top' in measure.value && rows.some(({ value }) => value !== undefined)
    ? [{ by: measure.value.top.by, rows }]
    : [];
};

/** The figure by each dimension that the scorecard names, then by those that officers recorded apart. */
export const cutsOf = (measure: Measure, period: Period, reading: Reading & Resolver): readonly Cut[] => {
  const basis = reading.basisOf(period);
  const figures = (by: string): Figures =>
    unlessUnanswered(
      () => workOut(measure.value, measure.unit, basis, by),
      () => new Map(),
    );
  const computed = measure.cuts.map((by) => cutOf(by, figures(by), 'count' in measure.value));
  const lists = listTable(measure, period, reading);
  const recorded = recordedCuts(measure, period, reading).filter(({ by }) => lists.every((list) => list.by !== by));
  return [
    ...channelTable(measure, basis),
    ...lists,
    ...computed,
    ...recorded.filter(({ by }) => !measure.cuts.includes(by) || 'recorded' in measure.value),
  ].filter(({ rows }) => rows.length > 0);
};
