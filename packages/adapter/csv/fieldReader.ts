import { CellProblem, cellText, withheld } from '#adapter/csv/cell.ts';
import type { Columns, CsvField } from '#adapter/csv/config.ts';
import {
  type DateProblem,
  type DateStyle,
  instantOfMoment,
  type Moment,
  readDate,
  readTime,
} from '#adapter/csv/dates.ts';
import type { Header } from '#adapter/csv/header.ts';
import { fieldOf, type Layout } from '#adapter/csv/layout.ts';
import type { NumberProblem } from '#adapter/csv/numbers.ts';
import { type CellReader, flagReader, namesReader, textReader, wordReader } from '#adapter/csv/textField.ts';
import { numberUnits, readPence, readPlain, readSeconds } from '#adapter/csv/units.ts';
import type { Mapping } from '#adapter/mapping.ts';
import type { FieldKind } from '#event/fieldKinds.ts';
import { quoted } from '#event/reason.ts';

type Cells = readonly string[];
export type Data = Record<string, unknown>;

export interface FieldReader {
  /** What the cells say: undefined where nothing does, a CellProblem where it cannot be read. */
  readonly read: (cells: Cells) => unknown;
  /** What the event's other fields say, where the cells say nothing. */
  readonly derive?: (data: Data) => unknown;
}

export interface Surroundings {
  readonly header: Header;
  readonly layout: Layout;
  readonly mapping: Mapping;
}

/** How one field is read from a sheet with this header; a sentence where a column that it needs is not there. */
export const fieldReader = (
  field: string,
  spec: CsvField,
  kind: FieldKind,
  around: Surroundings,
): FieldReader | string | undefined => {
  const own = ownReader(field, spec, kind, around);
  const other = spec.orElse === undefined ? undefined : fieldReader(field, fieldOf(spec.orElse), kind, around);
  if (typeof own === 'object') return typeof other === 'object' ? eitherOf(own, other) : own;
  if (typeof other === 'object') return other;
  return spec.optional ? undefined : own;
};

const eitherOf = (own: FieldReader, other: FieldReader): FieldReader => {
  const derive = (data: Data) => own.derive?.(data) ?? other.derive?.(data);
  return { read: (cells) => own.read(cells) ?? other.read(cells), ...((own.derive || other.derive) && { derive }) };
};

const ownReader = (field: string, spec: CsvField, kind: FieldKind, around: Surroundings): FieldReader | string => {
  const { constant, between, from, plus } = spec;
  if (constant !== undefined) return { read: () => constant };
  if (between) return { read: nothing, derive: (data) => secondsBetween(data[between[0]], data[between[1]]) };
  if (from && plus)
    return {
      read: nothing,
      derive: (data) =>
        later(
          data[from],
          plus.map((part) => data[part]),
        ),
    };
  if (spec.date) return dated(spec, kind, around);
  return spec.column
    ? inColumn(spec.column, cellReader(field, spec, kind, around), around)
    : `The field ${field} says no column`;
};

const nothing = () => undefined;

const secondsBetween = (from: unknown, to: unknown): number | undefined =>
  typeof from === 'string' && typeof to === 'string'
    ? Math.round((Date.parse(to) - Date.parse(from)) / 1000)
    : undefined;

const later = (from: unknown, parts: readonly unknown[]): string | undefined => {
  const known = parts.filter((part) => typeof part === 'number');
  if (typeof from !== 'string' || known.length === 0) return undefined;
  return new Date(Date.parse(from) + known.reduce((total, part) => total + part, 0) * 1000).toISOString();
};

const inColumn = (
  columns: Columns,
  reader: CellReader,
  { header, layout: { blank } }: Surroundings,
): FieldReader | string => {
  const at = header.find(columns);
  if (at === undefined) return header.missing(columns);
  const column = header.names[at];
  return {
    read: (cells) => {
      const text = cellText(cells[at], blank);
      return text === undefined ? undefined : named(reader(text, cells), column, text);
    },
  };
};

const named = (value: unknown, column: string | undefined, text: string): unknown =>
  value instanceof CellProblem ? new CellProblem(withheld(value.problem, text), column, value.otherOrder) : value;

const cellReader = (field: string, spec: CsvField, kind: FieldKind, around: Surroundings): CellReader => {
  if (typeof kind === 'object') return wordReader(spec, kind.oneOf);
  switch (kind) {
    case 'flag':
      return flagReader(spec);
    case 'names':
      return namesReader;
    case 'instant':
    case 'day':
      return dateReader(styleOf(spec, around.layout), kind);
    case 'seconds':
    case 'pence':
    case 'number':
      return numberReader(spec, kind, around);
    default:
      return textReader(field, spec, kind, around.mapping);
  }
};

const numberReader = (spec: CsvField, kind: 'seconds' | 'pence' | 'number', around: Surroundings): CellReader => {
  const format = spec.numbers ?? around.layout.numbers;
  const unitOf = unitReader(spec, around);
  const read = { seconds: readSeconds, pence: readPence, number: readPlain }[kind];
  return (text, cells) => {
    const unit = unitOf(cells);
    return unit instanceof CellProblem ? unit : asProblem(read(quoted(text), unit, format));
  };
};

const asProblem = (read: number | NumberProblem): number | CellProblem =>
  typeof read === 'number' ? read : new CellProblem(read.problem);

const unitReader = ({ unit }: CsvField, { header, layout: { blank } }: Surroundings) => {
  if (typeof unit !== 'object') return () => unit;
  const at = header.find(unit.column);
  return (cells: Cells): string | undefined | CellProblem => {
    const word = at === undefined ? undefined : cellText(cells[at], blank)?.toLowerCase();
    if (word === undefined || numberUnits.includes(word)) return word;
    return new CellProblem(withheld(`the unit "${quoted(word)}" is none of ${numberUnits.join(', ')}`, word));
  };
};

const styleOf = ({ dates, twoDigitYears, zone }: CsvField, { dates: usual }: Layout): DateStyle => ({
  order: dates ?? usual.order,
  twoDigitYears: twoDigitYears ?? usual.twoDigitYears,
  zone: zone ?? usual.zone,
});

const dateReader =
  (style: DateStyle, kind: 'instant' | 'day'): CellReader =>
  (text) => {
    const read = readDate(quoted(text), style);
    if (!read) return undefined;
    if ('problem' in read) return new CellProblem(read.problem, undefined, read.otherOrder);
    return momentAs(read, style, kind);
  };

const momentAs = (moment: Moment, style: DateStyle, kind: 'instant' | 'day'): string | CellProblem =>
  kind === 'day'
    ? moment.day
    : (instantOfMoment(moment, style) ?? new CellProblem(`${moment.zone ?? style.zone} is no zone`));

/** A date and a time in two columns; without its time, the day begins. */
const dated = (spec: CsvField, kind: FieldKind, around: Surroundings): FieldReader | string => {
  const { header, layout } = around;
  const style = styleOf(spec, layout);
  const [dateAt, timeAt] = [header.find(spec.date ?? []), header.find(spec.time ?? [])];
  if (dateAt === undefined) return header.missing(spec.date ?? []);
  if (timeAt === undefined && spec.time) return header.missing(spec.time);
  return {
    read: (cells) => {
      const date = cellText(cells[dateAt], layout.blank);
      const time = timeAt === undefined ? undefined : cellText(cells[timeAt], layout.blank);
      const read = date === undefined ? undefined : readDate(quoted(date), style);
      if (!read) return undefined;
      if ('problem' in read)
        return new CellProblem(withheld(read.problem, date ?? ''), header.names[dateAt], read.otherOrder);
      const clock = time === undefined ? undefined : clockIn(quoted(time), style);
      if (clock && 'problem' in clock)
        return new CellProblem(withheld(clock.problem, time ?? ''), header.names[timeAt ?? 0]);
      return momentAs({ ...read, ...clock }, style, kind === 'day' ? 'day' : 'instant');
    },
  };
};

/** Some exports repeat the date in the column of the time. */
const clockIn = (text: string, style: DateStyle): Partial<Moment> | DateProblem => {
  const time = readTime(text);
  const whole = 'problem' in time ? readDate(text, style) : undefined;
  return whole && !('problem' in whole) && whole.time !== undefined ? whole : time;
};
