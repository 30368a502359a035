import { absent, type TableDeclaration } from '#metric/declaration.ts';
import type { Cuboid, Histogram, InstantRow, InstantTable } from '#metric/partial.ts';

/** One row, of whichever kind, as a question sees it. */
export interface Line {
  readonly count: number;
  readonly valueOf: (dimension: string) => string;
  readonly histogramOf: (number: string) => Histogram;
}

export const linesOfCuboid = ({ dimensions, rows }: Cuboid): Line[] =>
  rows.map(({ key, count, numbers }) => ({
    count,
    valueOf: (dimension) => key[dimensions.indexOf(dimension)] ?? absent,
    histogramOf: (number) => numbers[number] ?? [],
  }));

function lineOf(table: TableDeclaration, { key, at, count }: InstantRow, untilMinute: number): Line {
  const passed = (instant: string): boolean => (at[instant] ?? Infinity) <= untilMinute;
  const known = (dimension: string): boolean => table.knownFrom[dimension]?.some(passed) ?? true;
  return {
    count,
    valueOf: (dimension) => {
      const instant = table.flags[dimension];
      if (instant !== undefined) return String(passed(instant));
      const value = table.fixed[dimension] ?? key[table.dimensions.indexOf(dimension)] ?? absent;
      return known(dimension) ? value : absent;
    },
    histogramOf: (number) => {
      const [from = '', to = ''] = table.durations[number] ?? [];
      return passed(from) && passed(to) ? [[(at[to] ?? 0) - (at[from] ?? 0), count]] : [];
    },
  };
}

/** As it was by the end of a minute since 1970; rows that had not begun are left out. */
export function linesOfInstants(table: TableDeclaration, { rows }: InstantTable, untilMinute: number): Line[] {
  const [begin = ''] = table.instants;
  return rows.filter(({ at }) => (at[begin] ?? Infinity) <= untilMinute).map((row) => lineOf(table, row, untilMinute));
}
