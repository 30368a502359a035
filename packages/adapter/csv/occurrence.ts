import { nameKey } from '#adapter/csv/header.ts';

/** A column that an import adds, since only it has seen the whole file: how many equal rows stand before this one. */
export const occurrenceColumn = 'quarterlight: equal rows before';

/** A header or a row without that column, and what stood in it. */
export interface WithoutOccurrence {
  readonly cells: readonly string[];
  readonly occurrence: number | undefined;
}

/** Where the column is; -1 where nobody added it. */
export const occurrenceAt = (names: readonly string[]): number =>
  names.findLastIndex((name) => nameKey(name) === occurrenceColumn);

export const withoutOccurrence = (cells: readonly string[], at: number): WithoutOccurrence => {
  if (at === -1) return { cells, occurrence: undefined };
  const text = cells[at] ?? '';
  return { cells: cells.toSpliced(at, 1), occurrence: /^\d{1,9}$/.test(text) ? Number(text) : 0 };
};
