import type { Edition, EditionMeasure, EditionMilestone } from '#scorecard/edition.ts';
import { statusWords } from '#site/words.ts';

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

/** Those that came later stand last, so that the others keep their places. */
const laterColumns: Columns<EditionMilestone> = { wave: (m) => m.wave, services: (m) => m.services };

export const measuresCsv = (edition: Edition): string =>
  csv({ ...measureColumns(edition), ...editionColumns(edition) }, edition.measures);

export const milestonesCsv = (edition: Edition): string =>
  csv({ ...milestoneColumns(edition), ...editionColumns(edition), ...laterColumns }, edition.milestones);

type SeriesPoint = EditionMeasure['series'][number];

/** Every point of one measure's chart. */
export const seriesCsv = (edition: Edition, measure: EditionMeasure): string => {
  const columns: Columns<SeriesPoint> = {
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
  return csv({ ...columns, ...editionColumns(edition) }, measure.series);
};
