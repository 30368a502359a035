import type { CsvConfig, CsvField, WrittenField } from '#adapter/csv/config.ts';
import { patternProblem } from '#adapter/csv/datePattern.ts';
import { dateOrders } from '#adapter/csv/dates.ts';
import { headerOf } from '#adapter/csv/header.ts';
import { columnsOf, fieldOf, layoutOf } from '#adapter/csv/layout.ts';
import { presets } from '#adapter/csv/presets.ts';
import { rowReader } from '#adapter/csv/rowReader.ts';
import { SheetError } from '#adapter/csv/sheetError.ts';
import { durationUnits, moneyUnits, numberUnits } from '#adapter/csv/units.ts';
import { type FieldKind, fieldKinds } from '#event/fieldKinds.ts';
import type { EventType } from '#event/types.ts';

/** What is wrong with a source's `csv` beyond its shape, and where in it. */
export interface CsvFinding {
  readonly path: readonly string[];
  readonly message: string;
  readonly mend: string;
}

export const presetNames = Object.keys(presets);

export const csvFindings = (config: CsvConfig): readonly CsvFinding[] => {
  if (config.preset !== undefined && !presetNames.includes(config.preset))
    return [
      { path: ['preset'], message: `there is no preset "${config.preset}"`, mend: `write ${presetNames.join(', ')}` },
    ];
  const found = [...dateFindings(['dates'], config.dates), ...eventFindings(config)];
  return found.length > 0 ? found : unreadable(config);
};

const eventFindings = (config: CsvConfig): readonly CsvFinding[] => {
  const preset = config.preset === undefined ? undefined : presets[config.preset];
  const named = Object.entries(config.events ?? {}).map(
    ([name, event]) => [['events', name], event.type ?? preset?.events?.[name]?.type, event.fields] as const,
  );
  return [[[], config.type ?? preset?.type, config.fields] as const, ...named].flatMap(([path, type, fields = {}]) =>
    type === undefined
      ? []
      : Object.entries(fields).flatMap(([field, from]) => fieldFindings([...path, 'fields', field], type, field, from)),
  );
};

const fieldFindings = (
  path: readonly string[],
  type: EventType,
  field: string,
  from: WrittenField,
): readonly CsvFinding[] => {
  const spec = fieldOf(from);
  const kind = kindOf(type, field);
  if (!kind)
    return [
      {
        path,
        message: `${type} has no field "${field}"`,
        mend: `it has ${Object.keys(fieldKinds[type].kinds).join(', ')}`,
      },
    ];
  return [
    ...dateFindings([...path, 'dates'], spec.dates),
    ...unitFindings(path, spec, kind),
    ...wordFindings(path, spec, kind),
    ...(spec.orElse === undefined ? [] : fieldFindings([...path, 'orElse'], type, field, spec.orElse)),
  ];
};

const kindOf = (type: EventType, field: string): FieldKind | undefined => {
  if (field === 'time') return 'instant';
  const [outer = '', inner] = field.split(/\.(.*)/s);
  const kind = Object.hasOwn(fieldKinds[type].kinds, outer) ? fieldKinds[type].kinds[outer] : undefined;
  if (inner === undefined) return kind;
  return kind === 'names' ? 'text' : undefined;
};

const dateFindings = (path: readonly string[], dates: string | undefined): readonly CsvFinding[] => {
  if (dates === undefined || (dateOrders as readonly string[]).includes(dates)) return [];
  const problem = patternProblem(dates);
  return problem === undefined ? [] : [{ path, message: problem, mend: `or write ${dateOrders.join(', ')}` }];
};

const unitsOf = (kind: FieldKind): readonly string[] => {
  if (kind === 'seconds') return durationUnits;
  if (kind === 'pence') return moneyUnits;
  return kind === 'number' ? numberUnits : [];
};

const unitFindings = (path: readonly string[], { unit }: CsvField, kind: FieldKind): readonly CsvFinding[] => {
  const units = unitsOf(kind);
  if (typeof unit !== 'string' || units.includes(unit)) return [];
  const mend = units.length === 0 ? 'leave the unit out' : `write ${units.join(', ')}`;
  return [{ path: [...path, 'unit'], message: `"${unit}" is no unit of this field`, mend }];
};

const wordFindings = (
  path: readonly string[],
  { words = {}, constant }: CsvField,
  kind: FieldKind,
): readonly CsvFinding[] => {
  if (typeof kind !== 'object') return [];
  const given = [
    ...Object.entries(words).map(([from, to]) => [['words', from], to] as const),
    [['constant'], constant] as const,
  ];
  return given.flatMap(([within, value]) =>
    value === undefined || kind.oneOf.includes(String(value))
      ? []
      : [
          {
            path: [...path, ...within],
            message: `"${value}" is no value of this field`,
            mend: `write ${kind.oneOf.join(', ')}`,
          },
        ],
  );
};

/** Whatever would stop the reading of a sheet that has every column which is named. */
const unreadable = (config: CsvConfig): readonly CsvFinding[] => {
  try {
    const layout = layoutOf(config);
    const names = [...new Set(columnsOf(layout).map((columns) => [columns].flat()[0]?.toLowerCase() ?? ''))];
    rowReader({ header: headerOf(names), layout, mapping: {} });
    return [];
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    return [{ path: [], message: error.message.replace(/\.$/, ''), mend: 'see docs/senders/csv.md' }];
  }
};
