import type { CsvConfig } from '#adapter/csv/config.ts';
import type { Header } from '#adapter/csv/header.ts';
import { wholeRow } from '#adapter/csv/identity.ts';
import { layoutOf } from '#adapter/csv/layout.ts';
import { lineDecoder } from '#adapter/csv/lineDecoder.ts';
import { rowsOf } from '#adapter/csv/records.ts';
import { type ReadRow, type RowReader, rowReader } from '#adapter/csv/rowReader.ts';
import { hash32, type Seen, seenTexts } from '#adapter/csv/seen.ts';
import { sampleCharacters, sheetOf } from '#adapter/csv/sheet.ts';
import { otherOrder, repeated, type TableRow } from '#adapter/csv/table.ts';
import type { Mapping } from '#adapter/mapping.ts';

export interface OpenSheet {
  readonly header: Header;
  readonly reader: RowReader;
  /** Once only. Throws a SheetError where no row of the sheet can be trusted. */
  readonly rows: () => AsyncGenerator<TableRow>;
}

interface Reading {
  readonly config: CsvConfig;
  readonly mapping: Mapping;
}

/** A sheet that may be larger than memory, read row by row: at most 48 bytes of each are kept. */
export const openSheet = async (parts: AsyncIterable<Uint8Array>, { config, mapping }: Reading): Promise<OpenSheet> => {
  const layout = layoutOf(config);
  const texts = textsOf(parts, layout.encoding);
  const sample = await beginningOf(texts);
  const { delimiter, header, headerRecords } = sheetOf(sample, layout);
  const reader = rowReader({ header, layout, mapping });
  return { header, reader, rows: () => readRows(joined(sample, texts), { delimiter, headerRecords, header, reader }) };
};

async function* textsOf(parts: AsyncIterable<Uint8Array>, encoding: 'utf-8' | 'windows-1252' | undefined) {
  const decoder = lineDecoder(encoding);
  for await (const part of parts) {
    const text = decoder.push(part);
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest !== '') yield rest;
}

const beginningOf = async (texts: AsyncGenerator<string>): Promise<string> => {
  let sample = '';
  while (sample.length < sampleCharacters) {
    const { value, done } = await texts.next();
    if (done) break;
    sample += value;
  }
  return sample;
};

async function* joined(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

interface Opened {
  readonly delimiter: string;
  readonly headerRecords: number;
  readonly header: Header;
  readonly reader: RowReader;
}

async function* readRows(texts: AsyncIterable<string>, opened: Opened): AsyncGenerator<TableRow> {
  const { delimiter, headerRecords, header, reader } = opened;
  const whole = wholeRow(header.names);
  const equal = seenTexts();
  const named = seenTexts();
  let records = 0;
  for await (const { line, cells } of rowsOf(texts, delimiter)) {
    records += 1;
    if (records <= headerRecords) continue;
    const read = reader.read(cells);
    if (read.otherOrder) throw otherOrder(read, line);
    const isCounted = read.drafts.some(({ isNamed }) => !isNamed);
    const occurrence = isCounted ? equal.count(JSON.stringify(whole(cells))) : 0;
    yield { line, cells, occurrence, ...(repeatOf(read, cells, named) ?? read) };
  }
}

/** Of two rows with one id and different cells, neither is newer. */
const repeatOf = ({ drafts }: ReadRow, cells: readonly string[], named: Seen): ReadRow | undefined => {
  const content = drafts.some(({ isNamed }) => isNamed) ? hash32(JSON.stringify(cells)) : 0;
  const isRepeated = drafts.some(({ identity, isNamed }) => {
    const first = isNamed ? named.first(identity, content) : undefined;
    return first !== undefined && first !== content;
  });
  return isRepeated ? repeated() : undefined;
};
