import { Readable } from 'node:stream';
import { type Options, parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { SheetError } from '#adapter/csv/sheetError.ts';

/** One record: the line that it begins in, counted from 1, and its cells as text. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One record's characters. A spreadsheet's cell holds 32,767; a quotation mark that is never closed takes in the rest of the file. */
const mostCharacters = 1_000_000;

const optionsFor = (delimiter: string): Options => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  info: true,
  max_record_size: mostCharacters,
});

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Csv-parse tells the line that a record ends in. */
const rowOf = ({ record, info }: Parsed): Row => {
  const breaks = record.reduce(
    (total, cell) => total + (cell.includes('\n') || cell.includes('\r') ? breaksIn(cell) : 0),
    0,
  );
  return { line: info.lines - breaks, cells: record };
};

const breaksIn = (cell: string): number => cell.match(/\r\n|\r|\n/g)?.length ?? 0;

const inOurWords = (error: unknown): unknown => {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const line = 'lines' in error ? ` ${error.lines}` : '';
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new SheetError(
      `The row at line${line} has more than ${mostCharacters.toLocaleString('en-GB')} characters: a quotation mark before it may not be closed.`,
    );
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return new SheetError(`A quotation mark at or before line${line} is not closed.`);
  return new SheetError(`The row at line${line} cannot be read: ${error.message}`);
};

/** Every record of a text. */
export const rowsIn = (text: string, delimiter: string): readonly Row[] => {
  try {
    return (parseSync(text, optionsFor(delimiter)) as unknown as readonly Parsed[]).map(rowOf);
  } catch (error) {
    throw inOurWords(error);
  }
};

/** The first records of a text that may be cut anywhere. */
export const firstRowsIn = (text: string, delimiter: string, most: number): readonly Row[] => {
  const rows: Row[] = [];
  const keep = (record: unknown, { lines }: { readonly lines: number }) => {
    rows.push(rowOf({ record: record as readonly string[], info: { lines } }));
    return null;
  };
  try {
    parseSync(text, { ...optionsFor(delimiter), info: false, to: most, on_record: keep as never });
  } catch {
    // Where the text is cut may be within quotation marks; whoever reads it whole says what is wrong.
  }
  return rows;
};

/** The same of a text that comes in parts, holding no more of it than is being read. */
export async function* rowsOf(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<Row> {
  const source = Readable.from(texts, { objectMode: false });
  const parser = parse(optionsFor(delimiter));
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const parsed of source.pipe(parser)) yield rowOf(parsed as Parsed);
  } catch (error) {
    throw inOurWords(error);
  } finally {
    source.destroy();
  }
}
