import { type Clock, elapsed } from '#calendar/clock.ts';
import { CannotAnswer } from '#metric/cannotAnswer.ts';
import { constant, type KeyColumn } from '#metric/columns.ts';
import { absent, type TableDeclaration } from '#metric/declaration.ts';
import { type InstantColumns, instantColumnsOf, noMinutes } from '#metric/instantColumns.ts';
import type { Histogram, InstantTable } from '#metric/partial.ts';
import { histogramOfRows, type View } from '#metric/view.ts';

/** As of when, and of which networks and channels nothing is seen. */
export interface Sight {
  readonly untilMinute: number;
  readonly unseen: readonly string[];
}

const minuteMs = 60_000;

/** In whole units of a clock, row by row; worked out when a row is first asked for, because a clock may not know it. */
type Units = (row: number) => number;

/** Throws CannotAnswer for days whose bank holidays are not known. */
export function unitsOf(clock: Clock, from: Date, to: Date): number {
  try {
    return Math.max(0, elapsed(clock, from, to));
  } catch (error) {
    throw error instanceof RangeError ? new CannotAnswer(error.message, { cause: error }) : error;
  }
}

/** The rows of a table with instants as they were by the end of a minute since 1970. */
export class InstantView implements View {
  readonly counts: ArrayLike<number>;
  readonly #table: TableDeclaration;
  readonly #dimensions: readonly string[];
  readonly #columns: InstantColumns;
  readonly #sight: Sight;
  readonly #minutes = new Map<string, ArrayLike<number>>();
  readonly #dimensionColumns = new Map<string, KeyColumn>();
  readonly #units = new WeakMap<Clock, Map<string, Units>>();
  readonly #begun: ArrayLike<number>;
  /** Row by row; undefined where everything is seen. */
  readonly #unseen: Uint8Array | undefined;

  constructor(table: TableDeclaration, rows: InstantTable, sight: Sight) {
    this.#table = table;
    this.#dimensions = rows.dimensions;
    this.#columns = instantColumnsOf(rows);
    this.#sight = sight;
    this.counts = this.#columns.counts;
    this.#begun = this.#columns.minutesOf(table.instants[0] ?? '');
    this.#unseen = this.#unseenRows();
  }

  isThere = (row: number): boolean => (this.#begun[row] ?? Infinity) <= this.#sight.untilMinute;

  columnOf = (dimension: string): KeyColumn => {
    const column = this.#dimensionColumns.get(dimension) ?? this.#made(dimension);
    this.#dimensionColumns.set(dimension, column);
    return column;
  };

  histogramOf = (number: string, rows: readonly number[]): Histogram => {
    const [from, to] = (this.#table.durations[number] ?? []).map((instant) => this.minutesOf(instant));
    return from && to ? histogramOfRows(rows, this.counts, (row) => (to[row] ?? NaN) - (from[row] ?? NaN)) : [];
  };

  /** Row by row; not a number where it had not happened, or cannot be seen. */
  minutesOf(instant: string): ArrayLike<number> {
    const minutes = this.#minutes.get(instant) ?? this.#passed(instant);
    this.#minutes.set(instant, minutes);
    return minutes;
  }

  isUnseen(instant: string, row: number): boolean {
    return instant === this.#table.unseen?.instant && this.#unseen?.[row] === 1;
  }

  /** From one instant to another, of rows that have both. */
  unitsBetween(clock: Clock, from: string, to: string): Units {
    const known = this.#units.get(clock) ?? new Map<string, Units>();
    this.#units.set(clock, known);
    const units = known.get(`${from} ${to}`) ?? this.#unitsOf(clock, from, to);
    known.set(`${from} ${to}`, units);
    return units;
  }

  #unitsOf(clock: Clock, from: string, to: string): Units {
    const [begun, ended] = [this.minutesOf(from), this.minutesOf(to)];
    let known: Float64Array | undefined;
    return (row) => {
      known ??= noMinutes(this.counts.length);
      const found = known[row] ?? Number.NaN;
      if (!Number.isNaN(found)) return found;
      const [start, end] = [begun[row] ?? Number.NaN, ended[row] ?? Number.NaN];
      const units = unitsOf(clock, new Date(start * minuteMs), new Date(end * minuteMs));
      known[row] = units;
      return units;
    };
  }

  #passed(instant: string): ArrayLike<number> {
    const { untilMinute } = this.#sight;
    const all = this.#columns.minutesOf(instant);
    if (this.#hasPassedInAll(instant, all)) return all;
    const passed = noMinutes(this.counts.length);
    for (let row = 0; row < passed.length; row++) {
      const minute = all[row] ?? Number.NaN;
      if (minute <= untilMinute && !this.isUnseen(instant, row)) passed[row] = minute;
    }
    return passed;
  }

  /** As they mostly have: then there is nothing to leave out. */
  #hasPassedInAll(instant: string, minutes: ArrayLike<number>): boolean {
    if (this.#unseen && instant === this.#table.unseen?.instant) return false;
    const { untilMinute } = this.#sight;
    for (let row = 0; row < minutes.length; row++) if ((minutes[row] ?? 0) > untilMinute) return false;
    return true;
  }

  #told(dimension: string): KeyColumn {
    const fixed = this.#table.fixed[dimension];
    if (fixed !== undefined) return constant(fixed, this.counts.length);
    return this.#columns.keys[this.#dimensions.indexOf(dimension)] ?? constant(absent, this.counts.length);
  }

  #made(dimension: string): KeyColumn {
    const instant = this.#table.flags[dimension];
    if (instant !== undefined) return this.#flag(instant);
    const told = this.#told(dimension);
    const knownFrom = this.#table.knownFrom[dimension]?.map((each) => this.minutesOf(each));
    if (!knownFrom) return told;
    const isKnown = (row: number) => knownFrom.some((minutes) => !Number.isNaN(minutes[row] ?? Number.NaN));
    const places = new Int32Array(this.counts.length).fill(told.values.length);
    for (let row = 0; row < places.length; row++) if (isKnown(row)) places[row] = told.rows[row] ?? 0;
    return { values: [...told.values, absent], rows: places };
  }

  #flag(instant: string): KeyColumn {
    const minutes = this.minutesOf(instant);
    const places = new Uint8Array(this.counts.length);
    for (let row = 0; row < places.length; row++) {
      const whether = Number.isNaN(minutes[row] ?? Number.NaN) ? 1 : 2;
      places[row] = this.isUnseen(instant, row) ? 0 : whether;
    }
    return { values: [absent, 'false', 'true'], rows: places };
  }

  #unseenRows(): Uint8Array | undefined {
    const { unseen } = this.#table;
    if (!unseen || this.#sight.unseen.length === 0) return undefined;
    const hidden = new Uint8Array(this.counts.length);
    for (const dimension of unseen.dimensions) {
      const { values, rows } = this.#told(dimension);
      const isUnseen = values.map((value) => this.#sight.unseen.includes(value));
      for (let row = 0; row < hidden.length; row++) if (isUnseen[rows[row] ?? 0]) hidden[row] = 1;
    }
    return hidden;
  }
}

const made = new WeakMap<InstantTable, Map<string, InstantView>>();

/** Questions of one night share it, and what it works out. */
export function viewOfInstants(table: TableDeclaration, rows: InstantTable, sight: Sight): InstantView {
  const views = made.get(rows) ?? new Map<string, InstantView>();
  made.set(rows, views);
  const key = [sight.untilMinute, ...sight.unseen].join('\0');
  const view = views.get(key) ?? new InstantView(table, rows, sight);
  views.set(key, view);
  return view;
}
