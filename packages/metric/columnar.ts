/**
 * A table whose columns are read, and whose rows are made, when they are asked for: columns each time anew. They are asked
 * for seldom, and many days of them would fill the memory; for the same reason it is a class.
 */
export class Columnar<Columns, Row> {
  readonly dimensions: readonly string[];
  readonly #read: () => Columns;
  readonly #rowsOf: (columns: Columns) => readonly Row[];
  #rows: readonly Row[] | undefined;

  constructor(dimensions: readonly string[], read: () => Columns, rowsOf: (columns: Columns) => readonly Row[]) {
    this.dimensions = dimensions;
    this.#read = read;
    this.#rowsOf = rowsOf;
  }

  get columns(): Columns {
    return this.#read();
  }

  get rows(): readonly Row[] {
    this.#rows ??= this.#rowsOf(this.#read());
    return this.#rows;
  }

  toJSON(): { readonly dimensions: readonly string[]; readonly rows: readonly Row[] } {
    return { dimensions: this.dimensions, rows: this.rows };
  }
}
