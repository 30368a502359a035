/** Lines of cells in columns: the first to the left, numbers to the right, the last as it comes. */
export function textTable(rows: readonly (readonly string[])[], numeric: readonly boolean[]): string[] {
  const widths = numeric.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const cellOf = (cell: string, column: number) =>
    numeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  return rows.map((row) => `  ${row.map(cellOf).join('  ')}`.trimEnd());
}

const lineWidth = 100;

/** A line of prose on as many lines as it needs; those after the first stand further in. */
export function folded(line: string, indent = '    '): string[] {
  if (line.length <= lineWidth) return [line];
  const end = line.lastIndexOf(' ', lineWidth);
  if (end <= indent.length) return [line];
  return [line.slice(0, end), ...folded(`${indent}${line.slice(end + 1)}`, indent)];
}
