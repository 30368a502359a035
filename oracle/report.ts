import { counted } from '#cli/output.ts';
import type { Skipped } from '#oracle/cells.ts';
import type { Compared } from '#oracle/compare.ts';

const headings = ['Measure', 'Period', 'Part', 'Published', 'Recomputed', 'Equal'];

const shown = (number: number | undefined): string => (number === undefined ? 'none' : String(number));

const rowOf = ({ scorecard, measure, period, part, published, recomputed, equal }: Compared): string[] => [
  `${scorecard}/${measure}`,
  period,
  part,
  shown(published),
  shown(recomputed),
  equal ? 'yes' : 'NO',
];

const byName = (a: string[], b: string[]): number => (a.join(' ') < b.join(' ') ? -1 : 1);

/** A table, and a last line that sums it up. */
export function reportOf(cells: readonly Compared[]): readonly string[] {
  const rows = [headings, ...cells.map(rowOf).sort(byName)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const differing = cells.filter(({ equal }) => !equal).length;
  const verb = differing === 1 ? 'differs' : 'differ';
  return [...lines, `${counted(cells.length - differing, 'cell')} equal, ${differing} ${verb}`];
}

const inWords = ({ place, because }: Skipped, times: number): string =>
  because === undefined
    ? `NOT COMPARED, and nobody says why: ${place}, ${counted(times, 'time')}: name it in oracle/parts.ts`
    : `Not compared: ${place}, ${counted(times, 'time')}, because it ${because}`;

/** A line for each place in an edition whose numbers are not compared. */
export const skippedReport = (skipped: readonly Skipped[]): readonly string[] =>
  [...Map.groupBy(skipped, ({ place }) => place).values()]
    .map((alike) => inWords(alike[0] as Skipped, alike.length))
    .sort();

/** Numbers that are neither compared nor left out for a reason. */
export const unexplained = (skipped: readonly Skipped[]): readonly Skipped[] =>
  skipped.filter(({ because }) => because === undefined);
