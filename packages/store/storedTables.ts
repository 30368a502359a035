import { type Bars, type CuboidColumns, type HistogramColumn, type KeyColumn, startsOf } from '#metric/columns.ts';
import { type InstantColumns, noMinutes } from '#metric/instantColumns.ts';
import type { Block, blockAt } from '#store/blocks.ts';
import { unfolded } from '#store/packed.ts';

/** What is kept of a table beside its blocks of numbers. */
export interface TableHead {
  readonly dimensions: readonly string[];
  /** The different values of each dimension. */
  readonly values: readonly (readonly string[])[];
  readonly rows: number;
  /** Of numbers, or of instants. */
  readonly names: readonly string[];
}

export type BlockAt = ReturnType<typeof blockAt>;

/** The values of the bars, from the steps between them: each row's begin anew. */
function valuesFrom(steps: readonly number[], lengths: ArrayLike<number>): readonly number[] {
  const values: number[] = [];
  for (let row = 0; row < lengths.length; row++) {
    let value = 0;
    for (const end = values.length + Math.max(0, lengths[row] ?? 0); values.length < end; ) {
      value += unfolded(steps[values.length] ?? 0);
      values.push(value);
    }
  }
  return values;
}

function barsIn({ isPacked, read }: Block, lengths: ArrayLike<number>): Bars {
  const starts = startsOf(lengths);
  const bars = (starts.at(-1) ?? 0) + Math.max(0, lengths[lengths.length - 1] ?? 0);
  const numbers = read(0, 2 * bars);
  const values = numbers.slice(0, bars);
  return { values: isPacked ? valuesFrom(values, lengths) : values, counts: numbers.slice(bars), starts };
}

/** Classes, because a night makes hundreds of thousands: each property is read from the bytes when it is asked for. */
class StoredHistograms implements HistogramColumn {
  readonly #lengthsOf: () => readonly number[];
  readonly #blockOf: () => Block;
  #lengths: readonly number[] | undefined;
  #bars: Bars | undefined;

  constructor(lengthsOf: () => readonly number[], blockOf: () => Block) {
    this.#lengthsOf = lengthsOf;
    this.#blockOf = blockOf;
  }

  get lengths(): readonly number[] {
    this.#lengths ??= this.#lengthsOf();
    return this.#lengths;
  }

  bars(): Bars {
    this.#bars ??= barsIn(this.#blockOf(), this.lengths);
    return this.#bars;
  }
}

/** The block at `first` has the rows: keys, then counts, then what there is besides; those after it have the names' numbers. */
class StoredTable {
  readonly size: number;
  readonly #head: TableHead;
  readonly #first: number;
  readonly #block: BlockAt;
  #keys: readonly KeyColumn[] | undefined;

  constructor(head: TableHead, first: number, block: BlockAt) {
    this.size = head.rows;
    this.#head = head;
    this.#first = first;
    this.#block = block;
  }

  get dimensions(): readonly string[] {
    return this.#head.dimensions;
  }

  get names(): readonly string[] {
    return this.#head.names;
  }

  get keys(): readonly KeyColumn[] {
    this.#keys ??= keysIn(this.#rows.read(0, this.dimensions.length * this.size), this.#head);
    return this.#keys;
  }

  get counts(): readonly number[] {
    return this.columnAfterKeys(0);
  }

  /** The counts are the first. */
  protected columnAfterKeys(place: number): readonly number[] {
    return this.#rows.read((this.dimensions.length + place) * this.size, this.size);
  }

  /** Of the name at a place. */
  protected blockOf(place: number): Block {
    return this.#block(this.#first + 1 + place);
  }

  get #rows(): Block {
    return this.#block(this.#first);
  }
}

const keysIn = (places: readonly number[], { values, rows }: TableHead): readonly KeyColumn[] =>
  values.map((each, dimension) => ({ values: each, rows: places.slice(dimension * rows, (dimension + 1) * rows) }));

export class StoredColumns extends StoredTable implements CuboidColumns {
  numberOf(name: string): HistogramColumn | undefined {
    const place = this.names.indexOf(name);
    if (place < 0) return undefined;
    return new StoredHistograms(
      () => this.columnAfterKeys(1 + place).map((length) => length - 1),
      () => this.blockOf(place),
    );
  }
}

/** No number where a row lacks it. */
function minutesIn({ isPacked, read }: Block, rows: number): readonly number[] {
  const minutes = read(0, rows);
  if (!isPacked) return minutes;
  let before = 0;
  return minutes.map((step) => {
    if (step === 0) return Number.NaN;
    before += unfolded(step - 1);
    return before;
  });
}

export class StoredInstants extends StoredTable implements InstantColumns {
  minutesOf(name: string): ArrayLike<number> {
    const place = this.names.indexOf(name);
    return place < 0 ? noMinutes(this.size) : minutesIn(this.blockOf(place), this.size);
  }
}
