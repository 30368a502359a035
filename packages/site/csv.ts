import type { Edition, EditionMeasure, EditionMilestone, Point, Revision } from '#scorecard/edition.ts';
import { type PartRow, partsOf } from '#site/parts.ts';
import { allRevisions, revisionDay } from '#site/revisions.tsx';
import { absence, whyNotPublished } from '#site/sinceWhen.ts';
import { flagWords, milestoneWords, numberWords, ratingName, statusWords } from '#site/words.ts';

type Cell = string | number | boolean | undefined;

const isNumber = (text: string): boolean => /^[+-]?\d+(\.\d+)?$/.test(text);

/** A spreadsheet runs a cell that begins with one of these as a formula, unless an apostrophe makes it text. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !isNumber(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const cellText = (cell: Cell): string => {
  if (cell === undefined) return '';
  return typeof cell === 'string' ? quoted(guarded(cell)) : String(cell);
};

/** One column: its heading and what it says of a row. */
type Columns<T> = Readonly<Record<string, (row: T) => Cell>>;

/** RFC 4180, UTF-8, numbers unrounded. */
export const csv = <T>(columns: Columns<T>, rows: readonly T[]): string => {
  const lines = [Object.keys(columns), ...rows.map((row) => Object.values(columns).map((column) => column(row)))];
  return lines.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('');
};

const groupTitle = ({ groups }: Edition, id: string): Cell => groups.find((group) => group.id === id)?.title;

const editionColumns = (edition: Edition): Columns<unknown> => ({
  organisation: () => edition.organisation.name,
  scorecard: () => edition.scorecard.title,
  edition_period: () => edition.period.id,
  edition_period_complete: () => edition.period.complete,
  edition: () => edition.edition,
  edition_as_of: () => edition.asOf,
  published_at: () => edition.publishedAt,
});

const measureColumns = (edition: Edition): Columns<EditionMeasure> => ({
  id: (m) => m.id,
  code: (m) => m.code,
  title: (m) => m.title,
  group: (m) => groupTitle(edition, m.group),
  period: (m) => m.period,
  period_label: (m) => m.periodLabel,
  as_of: (m) => m.asOf,
  value: (m) => m.value,
  qualifier: (m) => m.qualifier,
  unit: (m) => m.unit,
  numerator: (m) => m.numerator,
  denominator: (m) => m.denominator,
  status: (m) => statusWords[m.status],
  not_published_reason: (m) => m.notPublishedReason,
  target: (m) => m.target,
  target_from: (m) => m.targetRange?.from,
  target_to: (m) => m.targetRange?.to,
  annual_target: (m) => m.annualTarget?.value,
  value_by_formula: (m) => m.overridden?.value,
  variance: (m) => m.variance,
  rating: (m) => m.rating.colour,
  rating_reason: (m) => m.rating.reason,
  rating_rule: (m) => m.rating.rule?.text,
  rating_rule_version: (m) => m.rating.rule?.version,
  next_rating: (m) => m.rating.toNextBand?.colour,
  to_next_rating: (m) => m.rating.toNextBand?.by,
  flags: (m) => m.flags.join(' '),
  polarity: (m) => m.polarity,
  direction: (m) => m.direction,
  improvement_percent: (m) => m.improvement?.value,
  improvement_basis: (m) => m.improvement?.basis,
  compared_with_period: (m) => m.improvement?.from.period,
  compared_with_value: (m) => m.improvement?.from.value,
  change: (m) => m.improvement?.change,
  not_compared_reason: (m) => m.notComparedReason,
  frequency: (m) => m.frequency,
  owner: (m) => m.owner,
  source: (m) => m.source,
  definition: (m) => m.definition,
  formula: (m) => m.formula,
});

const milestoneColumns = (edition: Edition): Columns<EditionMilestone> => ({
  id: (m) => m.id,
  title: (m) => m.title,
  group: (m) => groupTitle(edition, m.group),
  owner: (m) => m.owner,
  start: (m) => m.start,
  original_deadline: (m) => m.originalDeadline,
  current_deadline: (m) => m.currentDeadline,
  completed_on: (m) => m.completedOn,
  status: (m) => m.status,
  weeks_delay: (m) => m.weeksDelay,
  times_rebaselined: (m) => m.rebaselined,
  rating: (m) => m.rating.colour,
  rating_reason: (m) => m.rating.reason,
  reason: (m) => m.reason,
  comment: (m) => m.comment,
});

type Revised = (revision: Revision) => boolean;

/** Of a figure that was revised: what it was before the last time, since when it is what it is, and why. */
const revisionColumns = <T>(edition: Edition, of: (row: T) => Revised): Columns<T> => {
  const revisionOf = (row: T) => allRevisions(edition).find((each) => each.of === undefined && of(row)(each));
  return {
    revised_from: (row) => revisionOf(row)?.from,
    revised_on: (row) => {
      const revision = revisionOf(row);
      return revision && revisionDay(edition, revision);
    },
    revision_reason: (row) => revisionOf(row)?.reason,
  };
};

/** Of all single values together; the parts have a table of their own. */
const spreadOf = ({ distribution }: EditionMeasure) => distribution?.rows.find(({ name }) => name === undefined);

const spreadColumns: Columns<EditionMeasure> = {
  distribution_count: (m) => (spreadOf(m)?.suppressed ? undefined : spreadOf(m)?.count),
  distribution_median: (m) => spreadOf(m)?.median,
  distribution_ninetieth: (m) => spreadOf(m)?.ninetieth,
  distribution_longest: (m) => spreadOf(m)?.longest,
  distribution_unit: (m) => m.distribution && numberWords(m.distribution.number),
};

// What came later stands last, so that the others keep their places.
const laterMeasureColumns = (edition: Edition): Columns<EditionMeasure> => ({
  accumulation: (m) => m.accumulation,
  rating_in_words: (m) => ratingName(m.rating.colour),
  flags_in_words: (m) => m.flags.map((flag) => flagWords[flag]).join('; '),
  expected_by: (m) => m.expectedBy,
  next_due: (m) => m.nextDue?.period,
  suspended_from: (m) => m.suspension?.from,
  suspended_to: (m) => m.suspension?.to,
  suspension_reason: (m) => m.suspension?.reason,
  forecast: (m) => m.forecast?.value,
  forecast_period: (m) => m.forecast?.period,
  forecast_rating: (m) => m.forecast?.rating.colour,
  forecast_rating_reason: (m) => m.forecast?.rating.reason,
  history_rank: (m) => m.historyRank?.rank,
  history_rank_of: (m) => m.historyRank?.of,
  history_rank_in_words: (m) => m.historyRank?.words,
  annual_target_period: (m) => m.annualTarget?.period,
  baseline: (m) => m.baseline?.value,
  baseline_period: (m) => m.baseline?.period,
  judged_against: (m) => m.rating.against?.value,
  judged_against_period: (m) => m.rating.against?.period,
  direction_reason: (m) => m.directionReason,
  usual_mean: (m) => m.process?.mean,
  usual_from: (m) => m.process?.lower,
  usual_to: (m) => m.process?.upper,
  standard_error_percent: (m) => m.errorPercent,
  override_reason: (m) => m.overridden?.reason,
  days_expected: (m) => m.coverage?.expectedDays,
  days_with_data: (m) => m.coverage?.daysWithData,
  decimals: (m) => m.decimals,
  ...revisionColumns<EditionMeasure>(
    edition,
    ({ id, period }) =>
      (revision) =>
        revision.measure === id && revision.period === period,
  ),
  ...spreadColumns,
  not_published_since: (m) => absence(m)?.since,
  last_published_period: (m) => absence(m)?.newest.period,
  last_published_value: (m) => absence(m)?.newest.value,
  not_published_in_words: whyNotPublished,
  forecast_before: (m) => m.forecastOutcome?.value,
  forecast_before_rating: (m) => m.forecastOutcome?.colour,
  forecast_before_as_rated: (m) => m.forecastOutcome?.asRated,
});

const laterMilestoneColumns: Columns<EditionMilestone> = {
  wave: (m) => m.wave,
  services: (m) => m.services,
  status_in_words: (m) => milestoneWords[m.status],
  start_label: (m) => m.startLabel,
  original_deadline_label: (m) => m.originalDeadlineLabel,
  precision: (m) => m.precision,
  description: (m) => m.description,
  outcome: (m) => m.outcome,
  recorded_by: (m) => m.recordedBy,
};

export const measuresCsv = (edition: Edition): string =>
  csv({ ...measureColumns(edition), ...editionColumns(edition), ...laterMeasureColumns(edition) }, edition.measures);

export const milestonesCsv = (edition: Edition): string =>
  csv({ ...milestoneColumns(edition), ...editionColumns(edition), ...laterMilestoneColumns }, edition.milestones);

const partColumns: Columns<PartRow> = {
  measure: (row) => row.measure,
  title: (row) => row.title,
  kind: (row) => row.kind,
  by: (row) => row.by,
  part: (row) => row.part,
  statistic: (row) => row.statistic,
  period: (row) => row.period,
  value: (row) => row.value,
  unit: (row) => row.unit,
  base: (row) => row.base,
  rank: (row) => row.rank,
  qualifier: (row) => row.qualifier,
  over: (row) => row.over,
  up_to: (row) => row.upTo,
  in_figure: (row) => row.inFigure,
  suppressed: (row) => row.suppressed,
};

const laterPartColumns: Columns<PartRow> = { part_label: (row) => row.partLabel };

/** What stands beside the figures, a number in each row. */
export const partsCsv = (edition: Edition): string =>
  csv({ ...partColumns, ...editionColumns(edition), ...laterPartColumns }, partsOf(edition));

/** Every point of one measure's chart. */
export const seriesCsv = (edition: Edition, measure: EditionMeasure): string => {
  const columns: Columns<Point> = {
    measure: () => measure.id,
    title: () => measure.title,
    unit: () => measure.unit,
    period: (point) => point.period,
    period_label: (point) => point.label,
    complete: (point) => point.complete,
    value: (point) => point.value,
    target: (point) => point.target,
    rating: (point) => point.colour,
    status: (point) => statusWords[point.status],
    break: (point) => point.break,
  };
  const later: Columns<Point> = {
    target_from: (point) => point.targetRange?.from,
    target_to: (point) => point.targetRange?.to,
    rating_in_words: (point) => ratingName(point.colour),
    ...revisionColumns<Point>(
      edition,
      ({ period }) =>
        (revision) =>
          revision.measure === measure.id && revision.period === period,
    ),
    flags: ({ flags = [] }) => flags.join(' '),
    flags_in_words: ({ flags = [] }) => flags.map((flag) => flagWords[flag]).join('; '),
    reason: (point) => point.reason,
    annotations: ({ period }) =>
      (measure.annotations ?? [])
        .filter((annotation) => annotation.period === period)
        .map(({ on, text }) => `${on} ${text}`)
        .join('; '),
  };
  return csv({ ...columns, ...editionColumns(edition), ...later }, measure.series);
};
