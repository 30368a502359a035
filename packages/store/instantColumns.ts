import { type KeyColumn, keyAt } from '#metric/columns.ts';
import type { InstantRow } from '#metric/partial.ts';

export interface InstantColumns {
  readonly keys: readonly KeyColumn[];
  readonly counts: ArrayLike<number>;
  /** By name; null, or no number, where a row lacks it. */
  readonly at: Readonly<Record<string, ArrayLike<number | null>>>;
}

type Named = readonly (readonly [string, ArrayLike<number | null>])[];

function instantsAt(columns: Named, row: number): Record<string, number> {
  const at: Record<string, number> = {};
  for (const [name, values] of columns) {
    const value = values[row];
    if (value !== undefined && value !== null && !Number.isNaN(value)) at[name] = value;
  }
  return at;
}

export function instantRows({ keys, counts, at }: InstantColumns): readonly InstantRow[] {
  const columns = Object.entries(at);
  return Array.from(counts, (count, row) => ({ key: keyAt(keys, row), at: instantsAt(columns, row), count }));
}
