import { CellProblem, cellText, withheld } from '#adapter/csv/cell.ts';
import { testOf } from '#adapter/csv/condition.ts';
import { type Draft, type EventReader, eventReader } from '#adapter/csv/eventReader.ts';
import type { Surroundings } from '#adapter/csv/fieldReader.ts';
import { nameKey } from '#adapter/csv/header.ts';
import { columnsOf } from '#adapter/csv/layout.ts';
import { nearestWord } from '#adapter/csv/nearestWord.ts';
import { SheetError } from '#adapter/csv/sheetError.ts';
import { pointerTo, quoted, type Refusal } from '#event/reason.ts';

type Cells = readonly string[];

export interface ReadRow {
  readonly drafts: readonly Draft[];
  readonly refused?: Refusal;
  /** The row can only be read with day and month the other way about: then no row of the sheet may be trusted. */
  readonly otherOrder?: boolean;
  readonly leftOut?: string;
}

export interface RowReader {
  readonly read: (cells: Cells) => ReadRow;
  /** A reason that names a field of `data`, said of the column that the field comes from. */
  readonly inColumns: (refusal: Refusal) => Refusal;
  /** Names of columns that nothing reads. */
  readonly unused: readonly string[];
  /** Places of those that something does. */
  readonly used: readonly number[];
}

/** Throws a SheetError that names every column which is needed and not there. */
export const rowReader = (around: Surroundings): RowReader => {
  const { header, layout } = around;
  const missing: string[] = [];
  const events = layout.events.map((event) => eventReader(event, around, missing));
  const skip = layout.skip.map((condition) => testOf(condition, header, layout.blank, missing));
  if (missing.length > 0) throw new SheetError([...new Set(missing)].map(ended).join(' '));
  const choose = chooser(events, around);
  const read = (cells: Cells): ReadRow => {
    if (cells.every((cell) => cell.trim() === '')) return { drafts: [], leftOut: 'blank' };
    const problem = shapeProblem(cells, header.names.length);
    if (problem !== undefined) return { drafts: [], refused: { reason: problem, pointer: '' } };
    if (skip.some(({ holds }) => holds(cells))) return { drafts: [], leftOut: 'skipped' };
    const chosen = choose(cells);
    return chosen instanceof CellProblem ? refusedBy(chosen) : readBy(chosen, cells);
  };
  return { read, inColumns: columnNamer(events), ...columnsRead(around) };
};

const ended = (sentence: string): string => (sentence.endsWith('?') ? sentence : `${sentence}.`);

const shapeProblem = (cells: Cells, columns: number): string | undefined => {
  if (cells.slice(columns).some((cell) => cell.trim() !== ''))
    return `the row has ${cells.length} cells and the header ${columns}: put quotation marks around a cell that has the delimiter in it`;
  if (cells.some((cell) => cell.includes('\0'))) return 'the row has a NUL character: save the file as "CSV UTF-8"';
  if (cells.some((cell) => cell.includes('\ufffd')))
    return 'the row has a character that was lost: save the file as "CSV UTF-8", or send it as application/octet-stream';
  return undefined;
};

const readBy = (events: readonly EventReader[], cells: Cells): ReadRow => {
  const drafts: Draft[] = [];
  for (const event of events) {
    const draft = event.read(cells);
    if (draft instanceof CellProblem) return refusedBy(draft);
    if (draft) drafts.push(draft);
  }
  return drafts.length === 0 ? { drafts, leftOut: 'nothing in it' } : { drafts };
};

const refusedBy = ({ problem, column, otherOrder }: CellProblem): ReadRow => {
  const refused = column === undefined ? { reason: problem, pointer: '' } : inColumn(column, problem);
  return { drafts: [], refused, ...(otherOrder && { otherOrder }) };
};

const inColumn = (column: string, reason: string): Refusal => ({
  reason: `column ${quoted(column)}: ${reason}`,
  pointer: pointerTo([column]),
});

/** All events of a row, or the one that its own word names. */
const chooser = (events: readonly EventReader[], { header, layout: { by, blank } }: Surroundings) => {
  if (by === undefined) return () => events;
  const at = header.find(by);
  if (at === undefined) throw new SheetError(ended(header.missing(by)));
  const column = header.names[at];
  const named = new Map(events.map((event) => [nameKey(event.name), [event]]));
  return (cells: Cells): readonly EventReader[] | CellProblem => {
    const word = cellText(cells[at], blank);
    if (word !== undefined)
      return named.get(nameKey(word)) ?? new CellProblem(withheld(noneOf(word, [...named.keys()]), word), column);
    const isBlank = cells.every((cell) => cellText(cell, blank) === undefined);
    return isBlank ? [] : new CellProblem(`is blank: write ${[...named.keys()].join(', ')}`, column);
  };
};

const noneOf = (word: string, names: readonly string[]): string => {
  const close = nearestWord(word, names);
  return `"${quoted(word)}" is none of ${names.join(', ')}${close ? `: is it ${close}?` : ''}`;
};

const columnNamer =
  (events: readonly EventReader[]) =>
  (refusal: Refusal): Refusal => {
    const [, field = ''] = /^(?:\/data)?\/([^/]+)/.exec(refusal.pointer) ?? [];
    const [column] = events.flatMap(({ columns }) => columns.get(field) ?? []);
    return column === undefined ? refusal : inColumn(column, refusal.reason);
  };

const columnsRead = ({ header, layout }: Surroundings): Pick<RowReader, 'unused' | 'used'> => {
  const places = new Set(columnsOf(layout).map((columns) => header.find(columns)));
  const used = [...header.names.keys()].filter((index) => places.has(index));
  return { used, unused: header.names.filter((name, index) => name !== '' && !places.has(index)) };
};
