import { occurrenceColumn } from '#adapter/csv/occurrence.ts';
import type { TableRow } from '#adapter/csv/table.ts';
import { csvLine } from '#adapter/csv/text.ts';

export interface Refused {
  readonly line: number;
  readonly reason: string;
  readonly cells: readonly string[];
}

/** Rows that go in one request, with the header, and those read between them that cannot go. */
export interface Chunk {
  readonly part: number;
  readonly rows: readonly TableRow[];
  readonly refused: readonly Refused[];
  readonly leftOut: number;
  readonly body: string;
}

/** Within what the address takes, and soon answered. */
const rowsAtMost = 1000;
const charactersAtMost = 1_000_000;

/** In order; the last may have no rows to send. */
export async function* chunksOf(names: readonly string[], rows: AsyncIterable<TableRow>): AsyncGenerator<Chunk> {
  const head = csvLine([...names, occurrenceColumn]);
  let chunk = newChunk(0, names.length, head);
  for await (const row of rows) {
    add(chunk, row);
    if (chunk.rows.length < rowsAtMost && chunk.size < charactersAtMost && chunk.refused.length < rowsAtMost) continue;
    yield finished(chunk);
    // Numbers are given to what is sent only, so that none is missing among what was remembered.
    chunk = newChunk(chunk.part + (chunk.rows.length > 0 ? 1 : 0), names.length, head);
  }
  if (chunk.rows.length + chunk.refused.length + chunk.leftOut > 0) yield finished(chunk);
}

interface Growing {
  readonly part: number;
  readonly columns: number;
  readonly rows: TableRow[];
  readonly refused: Refused[];
  readonly lines: string[];
  leftOut: number;
  size: number;
}

const newChunk = (part: number, columns: number, head: string): Growing => ({
  part,
  columns,
  rows: [],
  refused: [],
  lines: [head],
  leftOut: 0,
  size: 0,
});

const finished = ({ lines, part, rows, refused, leftOut }: Growing): Chunk => ({
  part,
  rows,
  refused,
  leftOut,
  body: lines.join(''),
});

function add(chunk: Growing, row: TableRow): void {
  const { line, cells, refused, leftOut, occurrence } = row;
  if (refused) chunk.refused.push({ line, cells, reason: refused.reason });
  else if (leftOut !== undefined) chunk.leftOut += 1;
  else {
    const text = csvLine([...padded(cells, chunk.columns), occurrence === 0 ? '' : String(occurrence)]);
    chunk.rows.push(row);
    chunk.lines.push(text);
    chunk.size += text.length;
  }
}

/** A row may end before its header does, and after it with nothing; the last column here is ours. */
const padded = (cells: readonly string[], columns: number): readonly string[] =>
  Array.from({ length: columns }, (_, index) => cells[index] ?? '');
