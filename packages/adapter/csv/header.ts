import type { Columns } from '#adapter/csv/config.ts';
import { nearestWord } from '#adapter/csv/nearestWord.ts';
import { SheetError } from '#adapter/csv/sheetError.ts';
import { quoted } from '#event/reason.ts';

/** A sheet's columns by name: in any case, however it is spaced. */
export interface Header {
  readonly names: readonly string[];
  /** Of the first of these names that is there; undefined when none is. Throws when it stands there twice. */
  readonly find: (columns: Columns) => number | undefined;
  /** What to write where a column that is needed is not there. */
  readonly missing: (columns: Columns) => string;
}

export const nameKey = (name: string): string =>
  name
    .replace(/[\s\u00a0\ufeff]+/g, ' ')
    .trim()
    .toLowerCase();

export const listOf = (columns: Columns): readonly string[] => (typeof columns === 'string' ? [columns] : columns);

export const headerOf = (cells: readonly string[]): Header => {
  const names = cells.map((cell) => cell.replace(/^\ufeff/, '').trim());
  const places = Map.groupBy(names.keys(), (index) => nameKey(names[index] ?? ''));
  const find = (columns: Columns): number | undefined => {
    for (const column of listOf(columns)) {
      const [index, second] = places.get(nameKey(column)) ?? [];
      if (second !== undefined) throw new SheetError(`The header has "${quoted(column)}" twice: rename one of them.`);
      if (index !== undefined) return index;
    }
    return undefined;
  };
  return { names, find, missing: (columns) => missing(listOf(columns), names) };
};

const missing = (columns: readonly string[], names: readonly string[]): string => {
  const [first = '', ...others] = columns;
  const wanted = others.length === 0 ? `"${first}"` : `"${first}" (or ${others.map((one) => `"${one}"`).join(', ')})`;
  const close = nearestWord(
    first,
    names.filter((name) => name !== ''),
  );
  return close === undefined
    ? `There is no column ${wanted}`
    : `There is no column ${wanted}: is it "${quoted(close)}"?`;
};
