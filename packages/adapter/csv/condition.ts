import type { Condition } from '#adapter/csv/config.ts';
import { type Header, nameKey } from '#adapter/csv/header.ts';

type Cells = readonly string[];

export interface Test {
  readonly holds: (cells: Cells) => boolean;
  /** The columns that it asks for are not there. */
  readonly isNever: boolean;
}

const never: Test = { holds: () => false, isNever: true };

/** Whether a row is what the condition says; adds to `missing` a column that is needed and not there. */
export const testOf = (condition: Condition, header: Header, blank: ReadonlySet<string>, missing: string[]): Test => {
  const { column, filled, optional } = condition;
  const at = column === undefined ? undefined : header.find(column);
  const places = (filled ?? []).flatMap((name) => header.find(name) ?? []);
  const lacking = [
    ...(column !== undefined && at === undefined ? [column] : []),
    ...(filled && places.length === 0 ? [filled] : []),
  ];
  if (lacking.length > 0 && !optional) missing.push(...lacking.map((columns) => header.missing(columns)));
  if (lacking.length > 0) return never;
  const tests = [...cellTests(condition, at ?? -1, blank), ...(filled ? [anyFilled(places, blank)] : [])];
  return { holds: (cells) => tests.every((holds) => holds(cells)), isNever: tests.length === 0 };
};

const textIn = (cells: Cells, at: number): string => nameKey(cells[at] ?? '');

const anyFilled =
  (places: readonly number[], blank: ReadonlySet<string>) =>
  (cells: Cells): boolean =>
    places.some((at) => !blank.has(textIn(cells, at)));

const cellTests = ({ is, beginsWith, blank: isBlank }: Condition, at: number, blank: ReadonlySet<string>) => {
  const words = is && new Set(is.map(nameKey));
  return [
    ...(words ? [(cells: Cells) => words.has(textIn(cells, at))] : []),
    ...(beginsWith === undefined ? [] : [(cells: Cells) => textIn(cells, at).startsWith(nameKey(beginsWith))]),
    ...(isBlank === undefined ? [] : [(cells: Cells) => blank.has(textIn(cells, at)) === isBlank]),
  ];
};
