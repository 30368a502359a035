import type { Cost } from '#bench/cpu.ts';

/** One line of the results: what was measured, the figure with its unit, and the same in draws of the reference loop. */
export interface Line {
  readonly what: string;
  readonly figure: string;
  readonly draws: string;
}

export function perEvent(what: string, { cpuMs, draws }: Cost, events: number): Line {
  return { what, figure: `${number((1000 * cpuMs) / events)} µs`, draws: number(draws / events) };
}

export function whole(what: string, { cpuMs, draws }: Cost): Line {
  return { what, figure: `${number(cpuMs)} ms`, draws: number(draws) };
}

export function plain(what: string, figure: string): Line {
  return { what, figure, draws: '' };
}

/** Three figures that mean something; no more was measured. */
export function number(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-GB');
}

/** A Markdown table, which also reads well in a terminal. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [['What', 'Figure', 'Draws'], ...lines.map(({ what, figure, draws }) => [what, figure, draws])];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const printed = rows.map((row) => `| ${row.map((cell, column) => padded(cell, column, widths)).join(' | ')} |`);
  const rule = `|${widths.map((width, column) => `${'-'.repeat(width + 1)}${column === 0 ? '-' : ':'}`).join('|')}|`;
  return [printed[0], rule, ...printed.slice(1)].join('\n');
}

function padded(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0;
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
