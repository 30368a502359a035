import type { Condition } from '#adapter/csv/config.ts';
import { type Header, nameKey } from '#adapter/csv/header.ts';

type Cells = readonly string[];
export type Test = (cells: Cells) => boolean;

/** Whether a row is what the condition says; never where the column is not there. */
export const testOf = (condition: Condition, header: Header, blank: ReadonlySet<string>): Test => {
  const { column, is, beginsWith, filled } = condition;
  const at = column === undefined ? undefined : header.find(column);
  if (column !== undefined && at === undefined) return () => false;
  const textIn = (cells: Cells, index: number | undefined) => nameKey(index === undefined ? '' : (cells[index] ?? ''));
  const tests: Test[] = [];
  if (is) {
    const words = new Set(is.map(nameKey));
    tests.push((cells) => words.has(textIn(cells, at)));
  }
  if (beginsWith !== undefined) tests.push((cells) => textIn(cells, at).startsWith(nameKey(beginsWith)));
  if (condition.blank !== undefined) tests.push((cells) => blank.has(textIn(cells, at)) === condition.blank);
  if (filled) {
    const places = filled.map((name) => header.find(name)).filter((index) => index !== undefined);
    tests.push((cells) => places.some((index) => !blank.has(textIn(cells, index))));
  }
  return (cells) => tests.length > 0 && tests.every((holds) => holds(cells));
};
