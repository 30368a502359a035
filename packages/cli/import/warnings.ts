import type { Output } from '#cli/output.ts';

/** Of a row that is stored all the same. */
export interface RowWarning {
  readonly row: number;
  readonly reason: string;
}

/** As many as are told. */
export const mostWarnings = 20;

export function tellWarnings(warnings: readonly RowWarning[], output: Output): void {
  for (const { row, reason } of warnings) output.line(`  Warning: line ${row}, ${reason}`);
}
