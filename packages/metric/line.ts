import { absent, type TableDeclaration } from '#metric/declaration.ts';
import type { CubeRow, Cuboid, Histogram, InstantRow, InstantTable } from '#metric/partial.ts';

/** One row, of whichever kind, as a question sees it. */
export interface Line {
  readonly count: number;
  valueOf(dimension: string): string;
  histogramOf(number: string): Histogram;
}

class CuboidLine implements Line {
  readonly count: number;
  readonly #row: CubeRow;
  readonly #dimensions: readonly string[];

  constructor(row: CubeRow, dimensions: readonly string[]) {
    this.count = row.count;
    this.#row = row;
    this.#dimensions = dimensions;
  }

  valueOf(dimension: string): string {
    return this.#row.key[this.#dimensions.indexOf(dimension)] ?? absent;
  }

  histogramOf(number: string): Histogram {
    return this.#row.numbers[number] ?? [];
  }
}

export const linesOfCuboid = ({ dimensions, rows }: Cuboid): readonly Line[] =>
  rows.map((row) => new CuboidLine(row, dimensions));

/** As of when, and of which networks and channels nothing is seen. */
interface Sight {
  readonly untilMinute: number;
  readonly unseen: readonly string[];
}

/** A row with instants. A class, because there are hundreds of thousands in five years. */
export class InstantLine implements Line {
  readonly #table: TableDeclaration;
  readonly #row: InstantRow;
  readonly #sight: Sight;

  constructor(table: TableDeclaration, row: InstantRow, sight: Sight) {
    this.#table = table;
    this.#row = row;
    this.#sight = sight;
  }

  get count(): number {
    return this.#row.count;
  }

  valueOf(dimension: string): string {
    const instant = this.#table.flags[dimension];
    if (instant !== undefined) return this.isUnseen(instant) ? absent : String(this.#hasPassed(instant));
    return this.#isKnown(dimension) ? this.#told(dimension) : absent;
  }

  histogramOf(number: string): Histogram {
    const [from, to] = (this.#table.durations[number] ?? []).map((instant) => this.minuteOf(instant));
    return from === undefined || to === undefined ? [] : [[to - from, this.count]];
  }

  /** Undefined when it had not happened, or cannot be seen. */
  minuteOf(instant: string): number | undefined {
    return this.#hasPassed(instant) ? this.#row.at[instant] : undefined;
  }

  isUnseen(instant: string): boolean {
    const { unseen } = this.#table;
    if (instant !== unseen?.instant || this.#sight.unseen.length === 0) return false;
    return unseen.dimensions.some((dimension) => this.#sight.unseen.includes(this.#told(dimension)));
  }

  #told(dimension: string): string {
    const { fixed, dimensions } = this.#table;
    return fixed[dimension] ?? this.#row.key[dimensions.indexOf(dimension)] ?? absent;
  }

  #hasPassed(instant: string): boolean {
    return (this.#row.at[instant] ?? Infinity) <= this.#sight.untilMinute && !this.isUnseen(instant);
  }

  #isKnown(dimension: string): boolean {
    return this.#table.knownFrom[dimension]?.some((instant) => this.#hasPassed(instant)) ?? true;
  }
}

/** As it was by the end of a minute since 1970; rows that had not begun are left out. */
export function linesOfInstants(table: TableDeclaration, { rows }: InstantTable, sight: Sight): readonly InstantLine[] {
  const [begin = ''] = table.instants;
  return rows
    .filter(({ at }) => (at[begin] ?? Infinity) <= sight.untilMinute)
    .map((row) => new InstantLine(table, row, sight));
}
