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

/** A row with instants. */
export interface InstantLine extends Line {
  /** Undefined when it had not happened, or cannot be seen. */
  readonly minuteOf: (instant: string) => number | undefined;
  readonly isUnseen: (instant: string) => boolean;
}

/** As of when, and of which networks and channels nothing is seen. */
interface Sight {
  readonly untilMinute: number;
  readonly unseen: readonly string[];
}

function lineOf(table: TableDeclaration, { key, at, count }: InstantRow, { untilMinute, unseen }: Sight): InstantLine {
  const told = (dimension: string): string =>
    table.fixed[dimension] ?? key[table.dimensions.indexOf(dimension)] ?? absent;
  const hides = table.unseen?.dimensions.some((dimension) => unseen.includes(told(dimension))) ?? false;
  const isUnseen = (instant: string): boolean => hides && instant === table.unseen?.instant;
  const passed = (instant: string): boolean => !isUnseen(instant) && (at[instant] ?? Infinity) <= untilMinute;
  const minuteOf = (instant: string): number | undefined => (passed(instant) ? at[instant] : undefined);
  const known = (dimension: string): boolean => table.knownFrom[dimension]?.some(passed) ?? true;
  return {
    count,
    minuteOf,
    isUnseen,
    valueOf: (dimension) => {
      const instant = table.flags[dimension];
      if (instant !== undefined) return isUnseen(instant) ? absent : String(passed(instant));
      return known(dimension) ? told(dimension) : absent;
    },
    histogramOf: (number) => {
      const [from, to] = (table.durations[number] ?? []).map(minuteOf);
      return from === undefined || to === undefined ? [] : [[to - from, count]];
    },
  };
}

/** As it was by the end of a minute since 1970; rows that had not begun are left out. */
export function linesOfInstants(table: TableDeclaration, { rows }: InstantTable, sight: Sight): InstantLine[] {
  const [begin = ''] = table.instants;
  return rows.filter(({ at }) => (at[begin] ?? Infinity) <= sight.untilMinute).map((row) => lineOf(table, row, sight));
}
