import { isPeriodId, type Period, parsePeriod, periodContaining, shiftPeriod } from '#calendar/period.ts';
import { isDue } from '#scorecard/due.ts';
import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import type { Measure, Milestone, Scorecard } from '#scorecard/schema.ts';
import { aimOf } from '#scorecard/target.ts';

/** The columns of the sheet that officers fill in, in their order; the preset `officers` of packages/adapter/csv reads them. */
export const officersColumns = [
  'kind',
  'scorecard',
  'id',
  'title',
  'owner',
  'period',
  'unit',
  'target',
  'last value',
  'last period',
  'value',
  'numerator',
  'denominator',
  'qualifier',
  'status',
  'source',
  'reason',
  'deadline now',
  'status now',
  'new deadline',
  'completed on',
  'comment',
  'comment kind',
  'recorded by',
  'why',
] as const;
export type OfficersRow = Partial<Record<(typeof officersColumns)[number], string>>;

/**
 * What officers owe a period: the figures that they record by hand, a comment on every red measure, and what became of
 * each milestone. The edition says what was known last: that of the period, or the newest before it.
 */
export const officersSheet = (scorecard: Scorecard, period: Period, edition?: Edition): readonly OfficersRow[] => {
  const measures = scorecard.groups.flatMap((group) => group.measures);
  const milestones = scorecard.groups.flatMap((group) => group.milestones);
  const known = (id: string) => edition?.measures.find((each) => each.id === id);
  return [
    ...measures.filter(isRecorded).flatMap((measure) => valueRows(measure, period, known(measure.id))),
    ...measures.flatMap((measure) => commentRows(measure, period, known(measure.id))),
    ...milestones.map((milestone) => milestoneRow(milestone, edition)),
  ].map((row) => ({ ...row, scorecard: scorecard.id }));
};

const isRecorded = ({ value }: Measure): boolean => 'recorded' in value;

/** The measure's own periods that end in this one: three months of a quarter, and the year with its last quarter. */
const periodsDue = (measure: Measure, within: Period): readonly Period[] => {
  const periods: Period[] = [];
  let each = periodContaining(within.start, measure.frequency, measure.year);
  while (each.end <= within.end) {
    if (isDue(measure, each)) periods.push(each);
    each = shiftPeriod(each, 1);
  }
  return periods;
};

const text = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(value));

const valueRows = (measure: Measure, period: Period, known: EditionMeasure | undefined): readonly OfficersRow[] =>
  periodsDue(measure, period).map((due) => {
    const last = lastValue(due, known);
    return {
      kind: 'measure',
      id: measure.id,
      title: measure.title,
      owner: measure.owner,
      period: due.id,
      unit: measure.unit,
      target: targetText(measure, due),
      'last value': text(last?.value),
      'last period': last?.period,
      source: measure.source,
    };
  });

const targetText = (measure: Measure, period: Period): string | undefined => {
  const { value, range } = aimOf(measure, period) ?? {};
  return range ? `${range.from} to ${range.to}` : text(value);
};

/** The newest that is known, of the period itself where it was recorded before. */
const lastValue = (period: Period, known: EditionMeasure | undefined) =>
  [...(known?.series ?? []), ...(known ? [known] : [])].findLast(
    (point) => point.value !== undefined && isPeriodId(point.period) && parsePeriod(point.period).end <= period.end,
  );

const commentRows = (measure: Measure, period: Period, known: EditionMeasure | undefined): readonly OfficersRow[] => {
  if (known?.rating.colour !== 'red') return [];
  if (known.commentary.some((comment) => comment.period === period.id && !comment.stale)) return [];
  const { id, title, owner, unit } = measure;
  const why = `${known.periodLabel}: ${known.rating.reason}`;
  return [
    {
      kind: 'comment',
      id,
      title,
      owner,
      period: period.id,
      unit,
      'last value': text(known.value),
      'last period': known.period,
      why,
    },
  ];
};

const milestoneRow = ({ id, title, owner, originalDeadline }: Milestone, edition: Edition | undefined): OfficersRow => {
  const known = edition?.milestones.find((each) => each.id === id);
  return {
    kind: 'milestone',
    id,
    title,
    owner,
    'deadline now': known?.currentDeadline ?? originalDeadline,
    'status now': known?.status,
    why: known && known.rating.colour !== 'green' ? known.rating.reason : undefined,
  };
};
