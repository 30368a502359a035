import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { safeCsvLine } from '#adapter/csv/text.ts';
import type { Refused } from '#cli/import/chunks.ts';

/** `calls.csv` → `calls.rejected.csv`. */
export const rejectedPath = (path: string): string => `${path.replace(/\.(csv|txt|tsv)$/i, '')}.rejected.csv`;

export interface RejectedFile {
  readonly add: (rows: readonly Refused[]) => void;
  readonly count: () => number;
}

/** Written when there is a row for it; that of an earlier import goes. It can be mended and imported as it is. */
export function rejectedFile(path: string, columns: readonly string[]): RejectedFile {
  let count = 0;
  rmSync(path, { force: true });
  return {
    count: () => count,
    add(rows) {
      if (rows.length === 0) return;
      if (count === 0) writeFileSync(path, safeCsvLine([...columns, 'rejected line', 'rejected because']));
      count += rows.length;
      const cellsOf = ({ cells }: Refused) => columns.map((_, index) => cells[index] ?? '');
      const lines = rows.map((row) => safeCsvLine([...cellsOf(row), String(row.line), row.reason]));
      appendFileSync(path, lines.join(''));
    },
  };
}
