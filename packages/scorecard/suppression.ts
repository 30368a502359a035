import { periodLabel } from '#calendar/period.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { casesOf } from '#scorecard/judgement.ts';
import type { Report } from '#scorecard/report.ts';
import type { Measure } from '#scorecard/schema.ts';

type Cut = EditionMeasure['cuts'][number];
type Row = Cut['rows'][number];
type Figures = Parameters<typeof casesOf>[1];

/** So few that one of them could be known by the figure. None at all tells of nobody. */
const isFew = ({ suppressBelow = 0 }: Measure, people: number): boolean => people > 0 && people < suppressBelow;

export const isSuppressed = (measure: Measure, figures: Figures): boolean =>
  isFew(measure, casesOf(measure, figures) ?? 0);

/** What few people searched for or asked is left out of a list, name and all. */
const shortened = (measure: Measure, report: Report): Report => {
  const { ranking } = report;
  if (!ranking || measure.suppressBelow === undefined) return report;
  const rows = ranking.rows.filter(({ value }) => !isFew(measure, value ?? 0));
  return { ...report, ranking: { ...ranking, rows } };
};

/** Without its figures, where they are from too few people. */
export const suppressedReport = (measure: Measure, report: Report): Report => {
  if (!isSuppressed(measure, report)) return shortened(measure, report);
  const { period } = report;
  const people = `fewer than ${measure.suppressBelow} people`;
  return {
    period,
    status: 'not-published',
    isSuppressed: true,
    noValueReason: `The figure for ${periodLabel(period)} is from ${people}, so it is not published.`,
  };
};

const withoutFigures = ({ name }: Row): Row => ({ name, suppressed: true });

/** The row with the fewest people among those left, whom one hidden row could be told from the total by. */
const nextSmallest = (measure: Measure, rows: readonly Row[], hidden: ReadonlySet<Row>): Row | undefined =>
  rows
    .filter((row) => !hidden.has(row) && (casesOf(measure, row) ?? 0) > 0)
    .sort((a, b) => (casesOf(measure, a) ?? 0) - (casesOf(measure, b) ?? 0))[0];

const hiddenIn = (measure: Measure, rows: readonly Row[]): ReadonlySet<Row> => {
  const hidden = new Set(rows.filter((row) => isSuppressed(measure, row)));
  const another = hidden.size === 1 ? nextSmallest(measure, rows, hidden) : undefined;
  return another ? hidden.add(another) : hidden;
};

/** Rows from too few people are emptied; where that is one row alone, another too, or subtraction would tell it. */
export const suppressedCuts = (measure: Measure, cuts: readonly Cut[]): readonly Cut[] => {
  if (measure.suppressBelow === undefined) return cuts;
  return cuts.map(({ by, rows }) => {
    const hidden = hiddenIn(measure, rows);
    return { by, rows: rows.map((row) => (hidden.has(row) ? withoutFigures(row) : row)) };
  });
};
