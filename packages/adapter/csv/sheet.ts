import { type Header, headerOf, listOf } from '#adapter/csv/header.ts';
import { columnsOf, type Layout } from '#adapter/csv/layout.ts';
import { nearestWord } from '#adapter/csv/nearestWord.ts';
import { firstRowsIn, type Row } from '#adapter/csv/records.ts';
import { isFigure, shapeOf } from '#adapter/csv/shape.ts';
import { SheetError } from '#adapter/csv/sheetError.ts';
import { quoted } from '#event/reason.ts';

/** Where a sheet's columns are. */
export interface Sheet {
  readonly delimiter: string;
  /** Records up to and with the header. */
  readonly headerRecords: number;
  readonly header: Header;
}

/** What is looked at to find the header. */
export const sampleCharacters = 65_536;
const rowsLookedAt = 40;
const delimiters = [',', ';', '\t', '|'];

interface Candidate {
  readonly delimiter: string;
  readonly index: number;
  readonly row: Row;
  readonly named: number;
}

/** Finds the delimiter and the header by the columns that the layout names. Throws a SheetError that says what is there instead. */
export const sheetOf = (beginning: string, layout: Layout): Sheet => {
  const sample = beginning.slice(0, sampleCharacters);
  if (isBinary(sample)) throw new SheetError('This is not text: it has NUL characters. Save it as "CSV UTF-8".');
  if (sample.trim() === '') throw new SheetError('The file is empty.');
  const candidates = candidatesIn(sample, layout);
  const best = candidates.reduce<Candidate | undefined>((a, b) => (a && !isBetter(b, a) ? a : b), undefined);
  if (!best)
    throw new SheetError(`There is no row at line ${layout.headerRow}, where headerRow says that the header is.`);
  if (best.named === 0) throw new SheetError(noHeader(best, layout));
  return { delimiter: best.delimiter, headerRecords: best.index + 1, header: headerOf(best.row.cells) };
};

/** A single one is some row's trouble; text in another encoding has one beside each letter. */
const isBinary = (sample: string): boolean => sample.split('\0').length - 1 > sample.length / 20;

const candidatesIn = (sample: string, { delimiter, headerRow, ...rest }: Layout): readonly Candidate[] => {
  const columns = columnsOf({ delimiter, headerRow, ...rest });
  return (delimiter ? [delimiter] : delimiters).flatMap((each) => {
    const rows = firstRowsIn(sample, each, Math.max(rowsLookedAt, headerRow ?? 0));
    const all = rows.map((row, index) => ({ delimiter: each, index, row, named: namedIn(row, columns) }));
    return headerRow === undefined ? all : all.filter(({ row }) => row.line === headerRow);
  });
};

const namedIn = ({ cells }: Row, columns: ReturnType<typeof columnsOf>): number => {
  const header = headerOf(cells);
  return columns.filter((column) => isThere(header, column)).length;
};

const isThere = (header: Header, column: Parameters<Header['find']>[0]): boolean => {
  try {
    return header.find(column) !== undefined;
  } catch {
    return true;
  }
};

const isBetter = (one: Candidate, other: Candidate): boolean =>
  one.named > other.named ||
  (one.named === other.named && one.index <= other.index && one.row.cells.length > other.row.cells.length);

/** The row may be somebody's: a sheet without a header begins with one. */
const noHeader = ({ row, delimiter }: Candidate, layout: Layout): string => {
  const { missing } = headerOf(row.cells);
  const columns = columnsOf(layout);
  const [first = ''] = columns;
  const names = columns.flatMap(listOf);
  const shown = (cell: string): string =>
    cell === '' || isFigure(cell) || nearestWord(cell, names) !== undefined ? cell : shapeOf(cell);
  const found = quoted(row.cells.slice(0, 6).map(shown).join(delimiter));
  return `No row names the columns that are expected. ${missing(first)} Line ${row.line} has: ${found}`;
};
