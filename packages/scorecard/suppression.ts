import { periodLabel } from '#calendar/period.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { casesOf } from '#scorecard/judgement.ts';
import type { Report } from '#scorecard/report.ts';
import type { Measure } from '#scorecard/schema.ts';

type Cut = EditionMeasure['cuts'][number];
type Row = Cut['rows'][number];
type Figures = Pick<Report, 'value' | 'denominator'>;

/** So few people that one of them could be known by the figure. None at all tells of nobody. */
export const isSuppressed = (measure: Measure, figures: Figures): boolean => {
  const people = casesOf(measure, figures) ?? 0;
  return people > 0 && people < (measure.suppressBelow ?? 0);
};

/** Without its figures, where they are from too few people. */
export const suppressedReport = (measure: Measure, report: Report): Report => {
  if (!isSuppressed(measure, report)) return report;
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
