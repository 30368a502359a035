import { nameKey } from '#adapter/csv/header.ts';
import { isFigure, shapeOf } from '#adapter/csv/shape.ts';
import { quoted } from '#event/reason.ts';

/** Why a cell cannot be read; in whose column. */
export class CellProblem {
  readonly problem: string;
  /** Of the sheet; undefined for what no column says. */
  readonly column: string | undefined;
  readonly otherOrder: boolean;

  constructor(problem: string, column?: string, otherOrder = false) {
    this.problem = problem;
    this.column = column;
    this.otherOrder = otherOrder;
  }
}

/** What a cell says, without the apostrophe that keeps a spreadsheet from running it as a formula. */
export const cellText = (cell: string | undefined, blank: ReadonlySet<string>): string | undefined => {
  const text = (cell ?? '').trim();
  if (blank.has(text) || blank.has(nameKey(text))) return undefined;
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
};

/**
 * A reason is kept where everybody who works here reads it: it repeats a figure, in which most mistakes are, and of
 * anything else only the shape. A reason names the cell in quotation marks, or begins with it.
 */
export const withheld = (problem: string, text: string): string => {
  if (isFigure(text)) return problem;
  const repeated = quoted(text);
  const shape = `"${shapeOf(text)}"`;
  if (problem.includes(`"${repeated}"`)) return problem.replace(`"${repeated}"`, () => shape);
  return problem.startsWith(repeated) ? shape + problem.slice(repeated.length) : problem;
};
