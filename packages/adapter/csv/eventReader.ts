import { CellProblem, cellText } from '#adapter/csv/cell.ts';
import { testOf } from '#adapter/csv/condition.ts';
import { type Data, type FieldReader, fieldReader, type Surroundings } from '#adapter/csv/fieldReader.ts';
import { identityReader, revisionReader } from '#adapter/csv/identity.ts';
import { columnsOfField, type EventLayout } from '#adapter/csv/layout.ts';
import { SheetError } from '#adapter/csv/sheetError.ts';
import { mapped } from '#adapter/mapping.ts';
import { type FieldKind, fieldKinds } from '#event/fieldKinds.ts';
import { quoted } from '#event/reason.ts';
import { type EventType, type Stream, streamOfType } from '#event/types.ts';

type Cells = readonly string[];

/** An event before it has an id. */
export interface Draft {
  readonly type: EventType;
  /** What tells its row from every other: the cells of its id's columns, or the whole row. */
  readonly identity: string;
  /** Columns of an id were named, so that rows with the same are one; otherwise equal rows are as many as there are. */
  readonly isNamed: boolean;
  readonly revision?: number | undefined;
  /** undefined where the row says none. */
  readonly time?: string | undefined;
  readonly data: Data;
}

export interface EventReader {
  readonly name: string;
  /** The column that each field comes from first of all. */
  readonly columns: ReadonlyMap<string, string>;
  /** undefined where the row is no such event. */
  readonly read: (cells: Cells) => Draft | CellProblem | undefined;
}

/** Adds to `missing` a sentence for each column that is needed and not there. */
export const eventReader = (event: EventLayout, around: Surroundings, missing: string[]): EventReader => {
  const when = event.when.map((condition) => testOf(condition, around.header, around.layout.blank, missing));
  const name = event.name;
  if (when.some(({ isNever }) => isNever)) return { name, columns: new Map(), read: () => undefined };
  const needed = neededBy(event);
  const columns = columnNames(event, around);
  missing.push(
    ...needed
      .filter((field) => !(field in event.fields))
      .map((field) => `Nothing says the field ${field} of "${name}"`),
  );
  const readers = Object.entries(event.fields).flatMap(([field, spec]) => {
    const reader = fieldReader(field, spec, kindOf(event.type, field), around);
    if (typeof reader === 'string') missing.push(reader);
    return typeof reader === 'object' ? [[field, reader] as const] : [];
  });
  const identityOf = identityReader(event, around, missing);
  const revisionOf = revisionReader(event, around, missing);
  const serviceOf = serviceReader(event, around);
  const read = (cells: Cells): Draft | CellProblem | undefined => {
    if (!when.every(({ holds }) => holds(cells))) return undefined;
    const data = dataOf(cells, readers);
    if (data instanceof CellProblem) return data;
    const identity = identityOf(cells);
    if (identity instanceof CellProblem) return identity;
    const lacking = needed.find((field) => data[field] === undefined);
    if (lacking !== undefined)
      return new CellProblem(`is blank, and says the ${lacking} that is needed`, columns.get(lacking));
    const revision = revisionOf(cells);
    if (revision instanceof CellProblem) return revision;
    const { time, ...rest } = nested({ ...serviceOf(cells, data), ...data });
    return {
      type: event.type,
      identity,
      isNamed: event.id.length > 0,
      revision,
      time: textOf(time ?? ending(rest)),
      data: rest,
    };
  };
  return { name, columns, read };
};

/** Streams whose events count by their own time, and have no other that it could be. */
const timed: readonly Stream[] = ['transaction', 'web', 'survey', 'gauge'];

const neededBy = ({ type }: EventLayout): readonly string[] => [
  ...fieldKinds[type].required,
  ...(timed.includes(streamOfType[type]) ? ['time'] : []),
];

const kindOf = (type: EventType, field: string): FieldKind => {
  if (field === 'time') return 'instant';
  const [outer = '', inner] = field.split(/\.(.*)/s);
  const kind = fieldKinds[type].kinds[outer];
  if (!kind || (inner !== undefined && kind !== 'names'))
    throw new SheetError(`${type} has no field ${quoted(field)}.`);
  return inner === undefined ? kind : 'text';
};

/** In two rounds, since what is derived may be derived from what is. */
const derivations = [1, 2];

const dataOf = (cells: Cells, readers: readonly (readonly [string, FieldReader])[]): Data | CellProblem => {
  const data: Data = {};
  for (const [field, { read }] of readers) {
    const value = read(cells);
    if (value instanceof CellProblem) return value;
    if (value !== undefined) data[field] = value;
  }
  for (const _ of derivations) derive(data, readers);
  return data;
};

const derive = (data: Data, readers: readonly (readonly [string, FieldReader])[]): void => {
  for (const [field, { derive }] of readers) {
    const value = data[field] === undefined ? derive?.(data) : undefined;
    if (value !== undefined) data[field] = value;
  }
};

/** As with every sender: where no column says the service, the queue may. */
const serviceReader = ({ type, fields }: EventLayout, { header, layout, mapping }: Surroundings) => {
  const column = fields['queue']?.column;
  const at = column && 'service' in fieldKinds[type].kinds ? header.find(column) : undefined;
  if (at === undefined || !mapping.service) return (): Data => ({});
  return (cells: Cells, data: Data): Data => {
    const service =
      data['service'] === undefined ? mapped(mapping.service, cellText(cells[at], layout.blank)) : undefined;
    return service === undefined ? {} : { service };
  };
};

/** `dimensions.network` is a name within `dimensions`. */
const nested = (flat: Data): Data => {
  const data: Data = {};
  for (const [field, value] of Object.entries(flat)) {
    const [outer = '', inner] = field.split(/\.(.*)/s);
    data[outer] = inner === undefined ? value : { ...(data[outer] as object | undefined), [inner]: value };
  }
  return data;
};

/** When it was over, for an event that says no time of its own. */
const ending = (data: Data): unknown =>
  data['endedAt'] ?? data['sentAt'] ?? data['at'] ?? data['offeredAt'] ?? data['arrivedAt'];

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const columnNames = ({ fields }: EventLayout, { header }: Surroundings): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(fields).flatMap(([field, spec]) => {
      const [at] = columnsOfField(spec).flatMap((columns) => header.find(columns) ?? []);
      return at === undefined ? [] : [[field.split('.', 1)[0] ?? '', header.names[at] ?? '']];
    }),
  );
