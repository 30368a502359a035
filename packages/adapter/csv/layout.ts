import type {
  Columns,
  Condition,
  CsvConfig,
  CsvEvent,
  CsvField,
  NumberFormat,
  WrittenField,
} from '#adapter/csv/config.ts';
import type { DateStyle } from '#adapter/csv/dates.ts';
import { nameKey } from '#adapter/csv/header.ts';
import { presets } from '#adapter/csv/presets.ts';
import { SheetError } from '#adapter/csv/sheetError.ts';
import { fieldKinds } from '#event/fieldKinds.ts';
import type { EventType } from '#event/types.ts';

export interface EventLayout {
  readonly name: string;
  readonly type: EventType;
  /** Each must be there; none where the whole row tells it from others. */
  readonly id: readonly Columns[];
  readonly alsoId: readonly string[];
  readonly revision?: Columns | undefined;
  readonly when: readonly Condition[];
  readonly fields: Readonly<Record<string, CsvField>>;
}

/** A source's `csv` with its preset and the defaults filled in. */
export interface Layout {
  readonly delimiter?: string | undefined;
  readonly encoding?: 'utf-8' | 'windows-1252' | undefined;
  readonly headerRow?: number | undefined;
  readonly dates: DateStyle;
  readonly numbers: NumberFormat;
  /** In lower case. */
  readonly blank: ReadonlySet<string>;
  readonly skip: readonly Condition[];
  readonly by?: Columns | undefined;
  readonly events: readonly EventLayout[];
}

const delimiters = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;
const usualBlanks = ['-', '–', '—', 'n/a', '#n/a', 'null'];

/** What the one event of a layout without `events` is called. */
const onlyEvent = 'row';

const known = new WeakMap<CsvConfig, Layout>();

/** Throws a SheetError where nothing says what rows become. */
export const layoutOf = (config: CsvConfig): Layout => {
  const made = known.get(config) ?? newLayout(withPreset(config));
  known.set(config, made);
  return made;
};

const newLayout = (config: CsvConfig): Layout => ({
  delimiter: config.delimiter && delimiters[config.delimiter],
  encoding: config.encoding,
  headerRow: config.headerRow,
  dates: {
    order: config.dates ?? 'day-first',
    twoDigitYears: config.twoDigitYears ?? false,
    zone: config.zone ?? 'Europe/London',
  },
  numbers: config.numbers ?? '1,234.5',
  blank: new Set(['', ...(config.blank ?? usualBlanks).map(nameKey)]),
  skip: config.skip ?? [],
  by: config.by,
  events: eventsOf(config),
});

const eventsOf = (config: CsvConfig): readonly EventLayout[] => {
  const written = { ...(config.fields && { [onlyEvent]: config }), ...config.events };
  const events = Object.entries(written).map(([name, event]) => eventLayout(name, event));
  if (events.length === 0)
    throw new SheetError(
      'The source does not say what its rows become: give it csv with a preset, or with a type and fields.',
    );
  return events;
};

const eventLayout = (
  name: string,
  { type, id = [], alsoId = [], revision, when = [], fields = {} }: CsvEvent,
): EventLayout => {
  if (!type) throw new SheetError(`The source does not say which type of event "${name}" is.`);
  const written = Object.entries(fields).map(([field, from]) => [field, fieldOf(from)] as const);
  return { name, type, id: [id].flat(), alsoId, revision, when, fields: Object.fromEntries(written) };
};

export const fieldOf = (written: WrittenField): CsvField =>
  typeof written === 'string' || Array.isArray(written) ? { column: written as Columns } : (written as CsvField);

/** The preset, with everything that the source says itself in its place; field by field. */
const withPreset = (config: CsvConfig): CsvConfig => {
  const { preset: name, ...own } = config;
  if (name === undefined) return own;
  const preset = presets[name];
  if (!preset) throw new SheetError(`There is no preset "${name}": there is ${Object.keys(presets).join(', ')}.`);
  const events = Object.entries({ ...preset.events, ...own.events }).map(
    ([event]) => [event, mergedEvent(preset.events?.[event], own.events?.[event])] as const,
  );
  return { ...preset, ...own, ...mergedEvent(preset, own), events: Object.fromEntries(events) };
};

const mergedEvent = (preset: CsvEvent | undefined, own: CsvEvent | undefined): CsvEvent => {
  const type = own?.type ?? preset?.type;
  const lenient =
    type && Object.entries(preset?.fields ?? {}).map(([field, from]) => [field, lessStrict(type, field, from)]);
  const fields = { ...(lenient && Object.fromEntries(lenient)), ...own?.fields };
  return {
    type,
    id: own?.id ?? preset?.id,
    alsoId: own?.id ? undefined : preset?.alsoId,
    revision: own?.revision ?? preset?.revision,
    when: own?.when ?? preset?.when,
    ...(Object.keys(fields).length > 0 && { fields }),
  };
};

/** A preset names whatever a tool may export; a sheet need only have what an event must. */
const lessStrict = (type: EventType, field: string, from: WrittenField): CsvField =>
  field === 'time' || fieldKinds[type].required.includes(field) ? fieldOf(from) : { ...fieldOf(from), optional: true };

/** Every column that the layout names, once for each place that names it. */
export const columnsOf = (layout: Layout): readonly Columns[] => [
  ...layout.skip.flatMap(columnsOfCondition),
  ...(layout.by ? [layout.by] : []),
  ...layout.events.flatMap(({ id, alsoId, revision, when, fields }) => [
    ...id,
    ...alsoId,
    ...(revision ? [revision] : []),
    ...when.flatMap(columnsOfCondition),
    ...Object.values(fields).flatMap(columnsOfField),
  ]),
];

export const columnsOfCondition = ({ column, filled = [] }: Condition): readonly Columns[] => [
  ...(column ? [column] : []),
  ...filled,
];

export const columnsOfField = ({ column, date, time, unit, orElse }: CsvField): readonly Columns[] => [
  ...[column, date, time].filter((columns) => columns !== undefined),
  ...(typeof unit === 'object' ? [unit.column] : []),
  ...(orElse ? columnsOfField(fieldOf(orElse)) : []),
];
