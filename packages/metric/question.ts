import type { Range } from '#metric/histogram.ts';

/** A value that a dimension must have, or one of several; for a number, a range with both limits included. */
export type Condition = string | boolean | readonly string[] | Range;
export type Where = Readonly<Record<string, Condition>>;

export interface Question {
  readonly where?: Where;
  /** Whose histogram is wanted. */
  readonly number?: string;
  /** The dimension to cut by. */
  readonly by?: string;
  /** Networks and channels whose replies cannot be seen: whether their messages were answered is not known. */
  readonly unseen?: readonly string[];
}

export const isRange = (condition: Condition): condition is Range =>
  typeof condition === 'object' && !Array.isArray(condition);

export const valuesOf = (condition: Condition): readonly string[] => {
  if (isRange(condition)) return [];
  return typeof condition === 'object' ? condition : [String(condition)];
};

const namesWhere = (where: Where, fits: (condition: Condition) => boolean): string[] =>
  Object.entries(where).flatMap(([name, condition]) => (fits(condition) ? [name] : []));

const distinct = (names: readonly (string | undefined)[]): string[] => [
  ...new Set(names.filter((name) => name !== undefined)),
];

/** The dimensions that it filters or cuts by, each once. */
export const usedDimensions = ({ where = {}, by }: Question): string[] =>
  distinct([...namesWhere(where, (condition) => !isRange(condition)), by]);

/** The numbers that it wants or limits, each once. */
export const usedNumbers = ({ where = {}, number }: Question): string[] =>
  distinct([...namesWhere(where, isRange), number]);

/** Whether the dimensions satisfy every condition; ranges are left to the histogram. */
export function matcherOf(where: Where): (read: (dimension: string) => string) => boolean {
  const conditions = Object.entries(where).flatMap(([name, condition]) =>
    isRange(condition) ? [] : [{ name, values: valuesOf(condition) }],
  );
  return (read) => conditions.every(({ name, values }) => values.includes(read(name)));
}

export const matches = (where: Where, read: (dimension: string) => string): boolean => matcherOf(where)(read);
