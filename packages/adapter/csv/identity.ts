import { CellProblem, cellText, withheld } from '#adapter/csv/cell.ts';
import { readDate } from '#adapter/csv/dates.ts';
import type { Surroundings } from '#adapter/csv/fieldReader.ts';
import { nameKey } from '#adapter/csv/header.ts';
import type { EventLayout } from '#adapter/csv/layout.ts';
import { readNumber } from '#adapter/csv/numbers.ts';
import { quoted } from '#event/reason.ts';

type Cells = readonly string[];

/** What tells a row from every other; adds to `missing` the columns of an id that are not there. */
export const identityReader = (
  { name, id, alsoId }: EventLayout,
  { header, layout }: Surroundings,
  missing: string[],
): ((cells: Cells) => string | CellProblem) => {
  if (id.length === 0) {
    const whole = wholeRow(header.names);
    return (cells) => JSON.stringify([name, whole(cells)]);
  }
  const needed = id.map((column) => {
    const at = header.find(column);
    if (at === undefined) missing.push(header.missing(column));
    return at ?? -1;
  });
  const places = [...needed, ...alsoId.map((column) => header.find(column) ?? -1)];
  const columns = needed.map((at) => header.names[at] ?? '').join(' and ');
  return (cells) => {
    const parts = places.map((at) => cellText(cells[at], layout.blank) ?? '');
    if (parts.slice(0, needed.length).every((part) => part === ''))
      return new CellProblem('is blank, and tells one row from another', columns);
    return JSON.stringify([name, ...parts]);
  };
};

/** Every cell with its column's name, whatever the order of the columns. */
export const wholeRow = (names: readonly string[]): ((cells: Cells) => readonly string[]) => {
  const order = names.map((column, index) => [nameKey(column), index] as const).filter(([column]) => column !== '');
  order.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return (cells) =>
    order.flatMap(([column, index]) => {
      const text = (cells[index] ?? '').trim();
      return text === '' ? [] : [column, text];
    });
};

/** A count of revisions, or the time of the last change in milliseconds. */
export const revisionReader = (
  { revision: columns }: EventLayout,
  { header, layout }: Surroundings,
  missing: string[],
): ((cells: Cells) => number | undefined | CellProblem) => {
  if (columns === undefined) return () => undefined;
  const at = header.find(columns);
  if (at === undefined) missing.push(header.missing(columns));
  return (cells) => {
    const text = cellText(cells[at ?? -1], layout.blank);
    const revision = text === undefined ? 0 : revisionIn(text, layout);
    if (revision !== undefined) return revision;
    const problem = `${quoted(text ?? '')} is neither a whole number nor a time`;
    return new CellProblem(withheld(problem, text ?? ''), header.names[at ?? -1]);
  };
};

const revisionIn = (text: string, { numbers, dates }: Surroundings['layout']): number | undefined => {
  const read = readNumber(text, numbers);
  if ('value' in read) return read.value >= 0 && Number.isSafeInteger(read.value * 2) ? read.value : undefined;
  const moment = readDate(quoted(text), dates);
  if (!moment) return 0;
  return 'problem' in moment ? undefined : Date.parse(`${moment.day}T${moment.time ?? '00:00:00.000'}Z`);
};
