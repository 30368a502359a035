import type { EventType } from '#event/types.ts';

/** What a sheet calls a column; several when exports differ, and the first that is there is meant. */
export type Columns = string | readonly string[];

/** Cells that say of a row what it is: all that is given must hold. */
export interface Condition {
  /** The cell is one of these words, in any case. */
  readonly column?: Columns | undefined;
  readonly is?: readonly string[] | undefined;
  readonly beginsWith?: string | undefined;
  readonly blank?: boolean | undefined;
  /** At least one of these columns has something in it. */
  readonly filled?: readonly string[] | undefined;
  /** Of a preset: a sheet without the column is read all the same, and nothing in it is so. */
  readonly optional?: boolean | undefined;
}

/** Where a field of an event comes from. */
export interface CsvField {
  readonly column?: Columns | undefined;
  /** A date and a time that stand in two columns. */
  readonly date?: Columns | undefined;
  readonly time?: Columns | undefined;
  readonly constant?: string | number | boolean | undefined;
  /** Seconds from one field of the event to another. */
  readonly between?: readonly [string, string] | undefined;
  /** A field's instant, and so many seconds later. */
  readonly from?: string | undefined;
  readonly plus?: readonly string[] | undefined;
  /** What the cells are in: a word of `units`, or the column that says it of each row. */
  readonly unit?: string | { readonly column: Columns } | undefined;
  readonly dates?: string | undefined;
  readonly twoDigitYears?: boolean | undefined;
  readonly zone?: string | undefined;
  readonly numbers?: NumberFormat | undefined;
  /** The sheet's words, in any case, and ours. */
  readonly words?: Readonly<Record<string, string>> | undefined;
  readonly prefix?: string | undefined;
  /** What follows ? or # is dropped. */
  readonly withoutQuery?: boolean | undefined;
  /** A sheet without the column is read all the same. */
  readonly optional?: boolean | undefined;
  /** Where the cell is blank, or the column is not there. */
  readonly orElse?: WrittenField | undefined;
}
export type WrittenField = Columns | CsvField;

export interface CsvEvent {
  readonly type?: EventType | undefined;
  /** The columns that tell a row from every other for good; without them the whole row does. */
  readonly id?: string | readonly Columns[] | undefined;
  /** The same, of a preset, for columns that a sheet need not have. */
  readonly alsoId?: readonly string[] | undefined;
  /** A count or a time that grows whenever the row changes. */
  readonly revision?: Columns | undefined;
  readonly when?: readonly Condition[] | undefined;
  /** By field of the event's data; `time` is the event's own. */
  readonly fields?: Readonly<Record<string, WrittenField>> | undefined;
}

export type NumberFormat = '1,234.5' | '1.234,5';

/** How a source's sheets are read: as `csv` in sources.yaml says. The type of an event may come from the preset. */
export interface CsvConfig extends CsvEvent {
  readonly preset?: string | undefined;
  readonly delimiter?: 'comma' | 'semicolon' | 'tab' | 'bar' | undefined;
  readonly encoding?: 'utf-8' | 'windows-1252' | undefined;
  /** The line that the header stands in, counted from 1; found by the columns' names when left out. */
  readonly headerRow?: number | undefined;
  readonly dates?: string | undefined;
  readonly twoDigitYears?: boolean | undefined;
  readonly zone?: string | undefined;
  readonly numbers?: NumberFormat | undefined;
  /** Words that mean that nothing is there. */
  readonly blank?: readonly string[] | undefined;
  /** Rows that are left out, such as totals. */
  readonly skip?: readonly Condition[] | undefined;
  /** The column whose word is the name of the one event that a row is. */
  readonly by?: Columns | undefined;
  /** Where rows become events of several kinds; by a name of your own. */
  readonly events?: Readonly<Record<string, CsvEvent>> | undefined;
}
