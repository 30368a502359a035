import { parsePeriod, periodLabel } from '#calendar/period.ts';
import type { Explained } from '#cli/explanation.ts';
import { counted } from '#cli/output.ts';
import { folded, textTable } from '#cli/textTable.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import type { ExplainedDay, Numbers } from '#scorecard/explainDays.ts';
import { formatTolerance, formatValue, longDate } from '#scorecard/format.ts';

type Lines = readonly string[];

/** A heading with its lines; nothing at all where there are none. */
const section = (heading: string, lines: Lines): Lines => (lines.length === 0 ? [] : ['', heading, ...lines]);

const plain = (value: number): string => formatValue(value, 'count', Number.isInteger(value) ? 0 : 4);
const shown = (value: number | undefined, { unit, decimals }: EditionMeasure): string =>
  value === undefined ? 'not known' : formatValue(value, unit, decimals);

const head = ({ measure, organisation, scorecard, period, asOf }: Explained): Lines => [
  measure.title,
  `${organisation.name}, ${scorecard.title}: ${measure.id}`,
  `${period.label}, ${period.id}, as of ${longDate(asOf)}${period.complete ? '' : ' (not over)'}`,
];

const figureLines = ({ measure }: Explained): Lines => {
  const { value, numerator, denominator, overridden, notPublishedReason, qualifier } = measure;
  if (value === undefined) return [`  ${notPublishedReason ?? 'There is no value.'}`];
  const parts =
    numerator === undefined || denominator === undefined ? '' : `: ${plain(numerator)} of ${plain(denominator)}`;
  return [
    `  ${qualifier ? `${qualifier} ` : ''}${shown(value, measure)}${parts} (${measure.status}; unrounded ${value})`,
    ...(overridden
      ? [`  An officer recorded it; the formula gives ${shown(overridden.value, measure)}. ${overridden.reason}`]
      : []),
  ];
};

const formulaLines = ({ measure, definition, days, period }: Explained): Lines => [
  `  ${measure.formula}`,
  ...(definition.from ? [`  The formula begins with ${periodLabel(parsePeriod(definition.from))}.`] : []),
  ...(days.start === period.start
    ? []
    : [`  It looks at the days from ${longDate(days.start)} to ${longDate(days.end)}.`]),
  ...(measure.definition ? [`  ${measure.definition}`] : []),
  `  Definition: version ${definition.version}.`,
  ...(measure.versions ?? []).map(({ label, note }) => `  Changed from ${label}: ${note}`),
];

const ratingLines = ({ measure }: Explained): Lines => {
  const { reason, rule, toNextBand } = measure.rating;
  const by = rule && [`version ${rule.version}`, ...(rule.owner ? [`decided by: ${rule.owner}`] : [])].join(', ');
  return [
    `  ${reason}`,
    ...(rule ? [`  ${rule.text} (${by})`] : []),
    ...(toNextBand ? [`  ${formatTolerance(toNextBand.by, measure.unit)} from ${toNextBand.colour}.`] : []),
  ];
};

const changeText = ({ improvement, direction }: EditionMeasure): string => {
  const { value = 0 } = improvement ?? {};
  const verdict =
    value === 0 ? 'the same' : `${formatValue(Math.abs(value), 'percent', 1)} ${value > 0 ? 'better' : 'worse'}`;
  return `${verdict} (${direction})`;
};

const comparedLines = ({ measure }: Explained): Lines => {
  const { improvement, notComparedReason, comparators } = measure;
  const { from, basis } = improvement ?? {};
  return [
    ...(from ? [`  ${from.label} (${basis}): ${shown(from.value, measure)}; ${changeText(measure)}`] : []),
    ...(notComparedReason ? [`  ${notComparedReason}`] : []),
    ...comparators.map((other) => `  ${other.name}: ${shown(other.value, measure)} in ${other.period}`),
  ];
};

const reasonsText = (leftOut: Readonly<Record<string, number>>): string =>
  Object.entries(leftOut)
    .map(([reason, count]) => `${plain(count)} ${reason}`)
    .join(', ');

const cell = (value: number | undefined): string => (value === undefined ? '–' : plain(value));

interface Column {
  readonly name: string;
  readonly read: (numbers: Numbers) => number | undefined;
}

const columnsOf = ({ parts = {}, ...totals }: Numbers, days: readonly ExplainedDay[]): readonly Column[] => {
  const isUsed = (key: 'of' | 'over' | 'value') => [totals, ...days].some((each) => each[key] !== undefined);
  const named = (['of', 'over', 'value'] as const).filter(isUsed);
  return [
    ...named.map((name): Column => ({ name, read: (numbers) => numbers[name] })),
    ...Object.keys(parts).map((name): Column => ({ name, read: (numbers) => numbers.parts?.[name] })),
  ];
};

const isShown = ({ leftOut }: ExplainedDay, columns: readonly Column[], day: Numbers): boolean =>
  Object.keys(leftOut).length > 0 || columns.some(({ read }) => (read(day) ?? 0) !== 0);

const dayLines = ({ byDay, totals }: Explained): Lines => {
  const columns = columnsOf(totals, byDay);
  const days = byDay.filter((day) => isShown(day, columns, day));
  if (columns.length === 0 || days.length === 0) return [];
  const rowOf = (name: string, numbers: Numbers, leftOut: string) => [
    name,
    ...columns.map(({ read }) => cell(read(numbers))),
    leftOut,
  ];
  const rows = [
    ['day', ...columns.map(({ name }) => name), 'left out'],
    ...days.map((day) => rowOf(day.day, day, reasonsText(day.leftOut))),
    rowOf('all', totals, ''),
  ];
  return textTable(rows, [false, ...columns.map(() => true), false]);
};

const factLines = ({ facts }: Explained): Lines =>
  facts.map(({ stream, counted: stand, leftOut }) => {
    const left = Object.keys(leftOut).length === 0 ? 'none' : reasonsText(leftOut);
    return `  ${stream}: ${counted(stand, 'event')} counted; left out: ${left}`;
  });

type Covered = Pick<NonNullable<EditionMeasure['coverage']>, 'daysWithData' | 'expectedDays' | 'missing'>;

const coveredText = ({ daysWithData, expectedDays, missing }: Covered): string => {
  const none = missing.length === 0 ? '' : ` Nothing came on ${missing.join(', ')}.`;
  return `${daysWithData} of ${counted(expectedDays, 'day')} brought something.${none}`;
};

const coverageLines = ({ measure: { coverage } }: Explained): Lines => {
  if (!coverage) return [];
  const { sources = [] } = coverage;
  return [
    `  ${coveredText(coverage)}`,
    ...sources.map((source) => `  ${source.title} (${source.source}): ${coveredText(source)}`),
  ];
};

const inputLines = ({ inputs }: Explained): Lines =>
  textTable(
    inputs.map(({ title, measure, period, value }) => [
      title,
      measure,
      period,
      value === undefined ? 'not known' : plain(value),
    ]),
    [false, false, false, true],
  );

const listLines = ({ measure: { ranking = [] } }: Explained): Lines =>
  textTable(
    ranking.map(({ rank, name, value }) => [String(rank), name, cell(value)]),
    [true, false, true],
  );

const readingLines = ({ readings }: Explained): Lines =>
  textTable(
    readings.map(({ day, value }) => [day, plain(value)]),
    [false, true],
  );

const recordText = (record: Explained['records'][number]): string => {
  const { value, numerator, denominator, rank, improvement } = record;
  const figure = value ?? (rank === undefined ? undefined : `rank ${rank}`);
  if (figure !== undefined) return String(figure);
  return numerator === undefined ? `change ${improvement}` : `${numerator} of ${denominator}`;
};

const recordLines = ({ records }: Explained): Lines =>
  records.map((record) => {
    const { time, id, revision, state, source, recordedBy, series, cut, reason } = record;
    const about = [
      ...(series && series !== 'own' ? [series] : []),
      ...Object.entries(cut ?? {}).map(([name, value]) => `${name}: ${value}`),
      ...(source ? [`from: ${source}`] : []),
      ...(recordedBy ? [`by: ${recordedBy}`] : []),
      ...(reason ? [`because: ${reason}`] : []),
    ].join('; ');
    return `  ${recordText(record)}, recorded ${time} as ${id}${revision > 0 ? ` revision ${revision}` : ''} (${state}); ${about}`;
  });

const publishedLines = ({ published, measure }: Explained): Lines =>
  published.length === 0
    ? ['  In no edition yet.']
    : published.map(
        ({ period, edition, asOf, value, address }) =>
          `  ${period} edition ${edition}, as of ${asOf}: ${shown(value, measure)}  ${address}`,
      );

const prose = (heading: string, lines: Lines): Lines =>
  section(
    heading,
    lines.flatMap((line) => folded(line)),
  );

/** For people; days that add nothing are left out of the table. */
export const explanationText = (explained: Explained): Lines => [
  ...head(explained),
  ...prose('Figure', figureLines(explained)),
  ...prose('Formula', formulaLines(explained)),
  ...section('List', listLines(explained)),
  ...section('By day', dayLines(explained)),
  ...prose('Events', factLines(explained)),
  ...prose('Coverage', coverageLines(explained)),
  ...section('Readings', readingLines(explained)),
  ...section('Worked out from', inputLines(explained)),
  ...prose('Recorded', recordLines(explained)),
  ...prose('Rating', ratingLines(explained)),
  ...prose('Compared with', comparedLines(explained)),
  ...section('Published in', publishedLines(explained)),
];
