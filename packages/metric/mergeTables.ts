import type { TableDeclaration } from '#metric/declaration.ts';
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
  // Rows of which nobody knows when they began stand first.
  const minuteAt = (row: number) => minutes[row] || 0;
  return [{ table, first: minuteAt(0), last: minuteAt(columns.size - 1) }];
}

/** Rows of different days never add up, so those of days apart need only stand one after another. */
export function mergeTables(
  { dimensions, instants }: Pick<TableDeclaration, 'dimensions' | 'instants'>,
  tables: readonly InstantTable[],
): InstantTable {
  const [begin = ''] = instants;
  const parts = tables.flatMap((table) => partOf(table, begin)).sort((a, b) => a.first - b.first);
  const areApart = parts.every(({ first }, i) => i === 0 || (parts[i - 1]?.last ?? 0) < first);
  const joined = joinedTables(
    dimensions,
    parts.map(({ table }) => table),
  );
  return areApart ? joined : instantTable({ dimensions, instants }, joined.rows);
}
