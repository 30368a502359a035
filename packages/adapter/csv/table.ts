import type { CsvConfig } from '#adapter/csv/config.ts';
import { type Header, headerOf } from '#adapter/csv/header.ts';
import { wholeRow } from '#adapter/csv/identity.ts';
import { layoutOf } from '#adapter/csv/layout.ts';
import { decoded } from '#adapter/csv/lineDecoder.ts';
import { occurrenceAt, withoutOccurrence } from '#adapter/csv/occurrence.ts';
import { type Row, rowsIn } from '#adapter/csv/records.ts';
import { type ReadRow, type RowReader, rowReader } from '#adapter/csv/rowReader.ts';
import { sheetOf } from '#adapter/csv/sheet.ts';
import { SheetError } from '#adapter/csv/sheetError.ts';
import type { Mapping } from '#adapter/mapping.ts';

export interface TableRow extends ReadRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** How many equal rows stand before it. */
  readonly occurrence: number;
}

export interface Table {
  readonly header: Header;
  readonly reader: RowReader;
  readonly rows: readonly TableRow[];
}

interface Reading {
  readonly config: CsvConfig;
  readonly mapping: Mapping;
  /** What the sender says, which the source need not. */
  readonly encoding?: 'windows-1252' | undefined;
}

/** A whole sheet, row by row. Throws a SheetError where no row of it can be trusted. */
export const tableOf = (bytes: Uint8Array, { config, mapping, encoding }: Reading): Table => {
  const layout = layoutOf(config);
  const text = decoded(bytes, encoding ?? layout.encoding);
  const { delimiter, header: found, headerRecords } = sheetOf(text, layout);
  const at = occurrenceAt(found.names);
  const header = at === -1 ? found : headerOf(withoutOccurrence(found.names, at).cells);
  const reader = rowReader({ header, layout, mapping });
  const read = rowsReader(header, reader, at);
  return { header, reader, rows: rowsIn(text, delimiter).slice(headerRecords).map(read) };
};

const rowsReader = (header: Header, reader: RowReader, at: number) => {
  const whole = wholeRow(header.names);
  const equal = new Map<string, number>();
  const named = new Map<string, Row>();
  return ({ line, cells: all }: Row): TableRow => {
    const { cells, occurrence: told } = withoutOccurrence(all, at);
    const read = reader.read(cells);
    if (read.otherOrder) throw otherOrder(read, line);
    const key = JSON.stringify(whole(cells));
    const before = equal.get(key) ?? 0;
    equal.set(key, before + 1);
    const repeated = repeatOf(read, { line, cells }, named);
    return { line, cells, occurrence: told ?? before, ...(repeated ?? read) };
  };
};

/** Some of the rows before it were read with day and month the wrong way about, and nobody can say which. */
export const otherOrder = ({ refused }: ReadRow, line: number): SheetError =>
  new SheetError(`Line ${line}, ${refused?.reason}. No row was taken.`);

/** Of two rows with one id and different cells, neither is newer. */
const repeatOf = ({ drafts }: ReadRow, row: Row, named: Map<string, Row>): ReadRow | undefined => {
  for (const { identity, isNamed } of drafts) {
    const first = isNamed ? named.get(identity) : undefined;
    if (first && JSON.stringify(first.cells) !== JSON.stringify(row.cells)) return repeated(first.line);
    if (isNamed && !first) named.set(identity, row);
  }
  return undefined;
};

export const repeated = (line?: number): ReadRow => {
  const other = line === undefined ? 'another row before it' : `line ${line}`;
  const reason = `the row has the same id as ${other}, and says something else: only one of them can be right`;
  return { drafts: [], refused: { reason, pointer: '' } };
};
