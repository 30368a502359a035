/** A key or an index on the way to a value. */
export type Step = string | number;

/** What is wrong in a file that an officer edits, where, and how to mend it. */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** `groups[0].measures[2].unit`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
  readonly mend: string;
}

/** A problem before it is known where in the file it stands. */
export interface Finding {
  readonly path: readonly Step[];
  /** Point at the key itself rather than at its value. */
  readonly atKey?: boolean;
  readonly message: string;
  readonly mend: string;
}

export const pathText = (path: readonly Step[]): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');

/** One line for a terminal: `scorecards/x/y.yaml:12:5 groups[0].title: is missing; add it`. */
export const problemText = ({ file, line, column, path, message, mend }: Problem): string =>
  `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${message}; ${mend}`;
