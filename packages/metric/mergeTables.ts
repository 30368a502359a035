import { absent, type TableDeclaration } from '#metric/declaration.ts';
import { instantColumnsOf, joinedTables } from '#metric/instantColumns.ts';
import type { InstantTable } from '#metric/partial.ts';
import { instantTable } from '#metric/rows.ts';

interface Part {
  readonly table: InstantTable;
  /** When its first and its last row began. */
  readonly first: number;
  readonly last: number;
}

function partOf(table: InstantTable, begin: string): readonly Part[] {
  const columns = instantColumnsOf(table);
  if (columns.size === 0) return [];
  const minutes = columns.minutesOf(begin);
  return [{ table, first: minutes[0] ?? 0, last: minutes[columns.size - 1] ?? 0 }];
}

/** With every dimension of the declaration. */
const rowsOf = (declared: readonly string[], { dimensions, rows }: InstantTable): InstantTable['rows'] => {
  const lacking = declared.slice(dimensions.length).map(() => absent);
  return lacking.length === 0 ? rows : rows.map((row) => ({ ...row, key: [...row.key, ...lacking] }));
};

/** Rows of different days never add up, so those of days apart need only stand one after another. */
export function mergeTables(
  { dimensions, instants }: Pick<TableDeclaration, 'dimensions' | 'instants'>,
  tables: readonly InstantTable[],
): InstantTable {
  const [begin = ''] = instants;
  const parts = tables.flatMap((table) => partOf(table, begin)).sort((a, b) => a.first - b.first);
  const areApart = parts.every(({ first }, i) => i === 0 || (parts[i - 1]?.last ?? 0) < first);
  const inOrder = parts.map(({ table }) => table);
  return areApart
    ? joinedTables(dimensions, inOrder)
    : instantTable(
        { dimensions, instants },
        inOrder.flatMap((table) => rowsOf(dimensions, table)),
      );
}
