import type { Edition, EditionMeasure, Point } from '#scorecard/edition.ts';
import { isWithheld } from '#scorecard/withheld.ts';
import { figure, longDay, shortPeriod } from '#site/format.ts';
import { targetText } from '#site/targetText.ts';
import { frequencyWords, listed, plural, ratingWords, say, unitWords, words } from '#site/words.ts';

const valued = (series: readonly Point[]): (Point & { value: number })[] =>
  series.flatMap((point) => (point.value === undefined ? [] : [{ ...point, value: point.value }]));

const at = (point: Point & { value: number }, measure: EditionMeasure): string =>
  `${figure(point.value, measure)} in ${point.label}`;

const range = (points: readonly (Point & { value: number })[], measure: EditionMeasure): string[] => {
  const sorted = [...points].sort((a, b) => a.value - b.value);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest || points.length < 2) return [];
  return [`Lowest: ${at(lowest, measure)}. Highest: ${at(highest, measure)}.`];
};

const latest = (point: Point & { value: number }, measure: EditionMeasure): string => {
  const aim = targetText(point, measure);
  const target = aim === undefined ? '' : `, target ${aim}`;
  const colour = ratingWords[point.colour].colour;
  return `Latest: ${at(point, measure)}${target}${colour === undefined ? '' : `, ${colour}`}.`;
};

interface Drawn {
  readonly isBars: boolean;
  readonly isCropped: boolean;
  /** In a file of its own, without a table beside it. */
  readonly isAlone?: boolean;
}

/** What a chart shows, for those who cannot see it. Facts only: it claims no trend. */
export const describeChart = (measure: EditionMeasure, { isBars, isAlone }: Omit<Drawn, 'isCropped'>): string => {
  const points = valued(measure.series);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return words.noChart;
  const kind = isBars ? words.bars : words.line;
  const span = `${kind} of ${plural(points.length, 'value')}${points.length > 1 ? ` from ${first.label} to ${last.label}` : ''}.`;
  return [
    span,
    ...range(points, measure),
    latest(last, measure),
    ...chartNotes(measure, { isBars, isCropped: false, isAlone }),
  ].join(' ');
};

/** A few are named; of more the table says which, where there is one. */
const mostNamed = 4;

type Naming = (points: readonly Point[], note: (which: string) => string) => string[];

const namingUpTo =
  (most: number): Naming =>
  (points, note) => {
    const labels = points.map(({ label }) => label);
    if (labels.length === 0) return [];
    return [note(labels.length > most ? say.figuresInTable(labels.length) : listed(labels))];
  };

const estimateNotes = (known: readonly Point[], named: Naming): string[] => {
  const estimates = known.filter(({ flags = [] }) => flags.includes('estimated'));
  const areAll = known.length > 1 && estimates.length === known.length;
  return areAll ? [words.allEstimates] : named(estimates, say.estimatesNote);
};

/** Which figures are other than they look, and which gaps are of another kind. */
const oddNotes = (shown: readonly Point[], named: Naming): string[] => {
  const known = shown.filter(({ value }) => value !== undefined);
  return [
    ...named(shown.filter(isWithheld), say.withheldNote),
    ...estimateNotes(known, named),
    ...named(
      known.filter(({ status, complete }) => complete && status === 'provisional'),
      say.provisionalNote,
    ),
    ...named(
      known.filter(({ status }) => status === 'revised'),
      say.revisedNote,
    ),
  ];
};

/** By the numbers of their marks; those of periods that are not drawn have none. */
const annotationNotes = ({ annotations = [] }: EditionMeasure, shown: readonly Point[]): string[] =>
  annotations.flatMap(({ on, text, period }, i) =>
    shown.some((point) => point.period === period) ? [say.annotation(i + 1, longDay(on), text)] : [],
  );

/** What must be said beside a chart so that nobody misreads it. */
export const chartNotes = (measure: EditionMeasure, { isBars, isCropped, isAlone = false }: Drawn): string[] => {
  const { series } = measure;
  const first = series.findIndex(({ value }) => value !== undefined);
  const shown = first < 0 ? [] : series.slice(first);
  const unfinished = shown.filter(({ complete, value }) => !complete && value !== undefined);
  return [
    ...(isCropped && !isBars ? [words.croppedAxis] : []),
    ...(measure.process === undefined ? [] : [words.processNote]),
    ...unfinished.map(({ label }) => say.incompleteNote(label, longDay(measure.asOf))),
    ...shown.slice(1).flatMap((point) => (point.break === undefined ? [] : [say.breakNote(point.label, point.break)])),
    ...oddNotes(shown, namingUpTo(isAlone ? shown.length : mostNamed)),
    ...annotationNotes(measure, shown),
    ...(shown.some((point) => point.value === undefined && !isWithheld(point))
      ? [isBars ? words.dashedNote : words.gapNote]
      : []),
  ];
};

/** `Percent, by quarter, Q1 2022–23 to Q4 2024–25`: the stretch that the chart shows. */
export const subtitleOf = ({ series, unit, frequency }: EditionMeasure): string => {
  const ids = series
    .slice(series.findIndex(({ value }) => value !== undefined))
    .map(({ period }) => shortPeriod(period));
  return say.seriesSubtitle(unitWords[unit], frequencyWords[frequency].name, ids[0] ?? '', ids.at(-1) ?? '');
};

export const sourceOf = ({ organisation }: Edition, { source }: EditionMeasure): string => source ?? organisation.name;
