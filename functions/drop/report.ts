import { nameKey } from '#adapter/csv/header.ts';
import { layoutOf } from '#adapter/csv/layout.ts';
import type { OpenSheet } from '#adapter/csv/openSheet.ts';
import { isFigure, shapeOf } from '#adapter/csv/shape.ts';
import type { TableRow } from '#adapter/csv/table.ts';
import { safeCsvLine } from '#adapter/csv/text.ts';
import { fieldKinds } from '#event/fieldKinds.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import { recordableIds } from '#scorecard/recordable.ts';
import type { Source } from '#scorecard/sourceSchema.ts';

/** Words that name nobody: those of our own schemas, and those that the council has written down itself. By `nameKey`. */
export type KnownWords = ReadonlySet<string>;

export const knownWords = (configuration: Configuration | undefined, source: Source): KnownWords =>
  new Set([...ourWords, ...wordsOf(source), ...(configuration ? namesIn(configuration) : [])].map(nameKey));

const namesIn = ({ organisation, scorecards }: Configuration): readonly string[] => [
  ...Object.values(organisation.dimensions).flat(),
  ...scorecards.flatMap((scorecard) => [
    scorecard.id,
    ...(['measure', 'milestone', 'group'] as const).flatMap((part) => recordableIds(scorecard, part)),
  ]),
];

const closed = Object.values(fieldKinds).flatMap(({ kinds }) =>
  Object.values(kinds).flatMap((kind) => (typeof kind === 'object' ? kind.oneOf : [])),
);
const ourWords = [
  ...closed,
  ...closed.map((word) => word.replaceAll('-', ' ')),
  'yes',
  'no',
  'y',
  'n',
  'true',
  'false',
];

const wordsOf = ({ csv = {}, mapping = {} }: Source): readonly string[] => {
  const { events } = layoutOf(csv);
  const said = events.flatMap(({ fields }) => Object.values(fields).flatMap(({ words = {} }) => Object.entries(words)));
  const { fields: _, bots: __, attributes: ___, ...names } = mapping;
  const mapped = Object.values(names).flatMap((each) => Object.entries(each ?? {}));
  return [...events.map(({ name }) => name), ...said.flat(), ...mapped.flat()];
};

export interface Refused {
  readonly row: TableRow;
  readonly reason: string;
}

/** Only what is read of a row, and of that nothing by which somebody may be known: the report lies beside the file. */
export const reportLine = (
  { row: { cells, line }, reason }: Refused,
  { reader }: Pick<OpenSheet, 'reader'>,
  known: KnownWords,
): string => safeCsvLine([...reader.used.map((at) => shown(cells[at] ?? '', known)), String(line), reason]);

export const shown = (cell: string, known: KnownWords): string => {
  const text = cell.trim();
  return text === '' || isFigure(text) || known.has(nameKey(text)) ? cell : shapeOf(text);
};

export const reportHead = ({ header, reader }: Pick<OpenSheet, 'header' | 'reader'>): string =>
  safeCsvLine([...reader.used.map((at) => header.names[at] ?? ''), 'rejected line', 'rejected because']);
