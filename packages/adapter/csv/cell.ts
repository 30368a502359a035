import { nameKey } from '#adapter/csv/header.ts';
import { postcode } from '#adapter/webAddress.ts';
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

const email = /[^\s@]@[^\s@]+\.[^\s@]/;
const telephone = /(?:^|[^\d.])(?:\+?44|0044|0)[\s-]?\(?0?\)?[1-9](?:[\s-]?\d){8,9}(?![\d.])/;

/** An e-mail address or a telephone number, where neither has any business. */
export const looksPersonal = (text: string): boolean => email.test(text) || telephone.test(text);
/** A number that may name somebody; years and clocks have no six digits in a row. */
const long = /\d{6}/;
const mostRepeated = 60;

/** A reason is kept where everybody who works here reads it: it repeats a cell only if nobody can be known by that. */
export const withheld = (problem: string, text: string): string => {
  const isPlain = !looksPersonal(text) && !text.includes('@') && !long.test(text) && !postcode.test(text);
  if (isPlain && text.length <= mostRepeated) return problem;
  const repeated = quoted(text);
  return problem.replaceAll(`"${repeated}"`, 'what it holds').replaceAll(repeated, 'what it holds');
};

export const looksLikeEmail = (text: string): boolean => email.test(text);
