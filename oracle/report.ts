import { counted } from '#cli/output.ts';
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
