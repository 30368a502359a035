import { ColumnCuboid } from '#metric/columns.ts';
import { ColumnTable } from '#metric/instantColumns.ts';
import { withLazy } from '#metric/lazy.ts';
import type { Cuboid, DayPartial, Histogram, InstantTable } from '#metric/partial.ts';
import { blockAt, blockWriter } from '#store/blocks.ts';
import { folded } from '#store/packed.ts';
import { StoredColumns, StoredInstants, type TableHead } from '#store/storedTables.ts';

/**
 * Format 2: a byte that no JSON begins with, the length of the head in four bytes, the head as JSON, the columns as
 * blocks of numbers, and what is asked for seldom as texts of JSON.
 */
const mark = 2;
const headStart = 5;

/** Read only when a question needs it. */
const seldom = ['readings', 'tops', 'distinct'] as const;
type Seldom = (typeof seldom)[number];
type Rest = Omit<DayPartial, 'cuboids' | 'instants' | 'stages' | Seldom>;

interface Head {
  readonly rest: Rest;
  readonly cuboids: readonly TableHead[];
  readonly instants?: TableHead;
  readonly stages?: TableHead;
  readonly blocks: readonly number[];
  /** How many bytes each takes. */
  readonly texts: readonly (readonly [Seldom, number])[];
}

type Rows = readonly { readonly key: readonly string[]; readonly count: number }[];
type Writer = ReturnType<typeof blockWriter>;

function placed(rows: Rows, dimension: number): { readonly values: readonly string[]; readonly places: number[] } {
  const known = new Map<string, number>();
  const places = rows.map(({ key }) => {
    const value = key[dimension] ?? '';
    const place = known.get(value) ?? known.size;
    known.set(value, place);
    return place;
  });
  return { values: [...known.keys()], places };
}

const namesIn = (records: readonly Readonly<Record<string, unknown>>[]): readonly string[] =>
  [...new Set(records.flatMap((record) => Object.keys(record)))].sort();

/** Places of the keys, dimension by dimension, then counts, then what there is to say of each row besides. */
function writeRows(
  { dimensions, rows }: { readonly dimensions: readonly string[]; readonly rows: Rows },
  names: readonly string[],
  besides: readonly number[],
  writer: Writer,
): TableHead {
  const keys = dimensions.map((_, dimension) => placed(rows, dimension));
  writer.add([...keys.flatMap(({ places }) => places), ...rows.map(({ count }) => count), ...besides]);
  return { dimensions, values: keys.map(({ values }) => values), rows: rows.length, names };
}

const stepsOf = (histogram: Histogram): readonly number[] =>
  histogram.map(([value], bar) => folded(value - (histogram[bar - 1]?.[0] ?? 0)));

function writeBars(histograms: readonly Histogram[], writer: Writer): void {
  const counts = histograms.flatMap((histogram) => histogram.map(([, count]) => count));
  const steps = histograms.flatMap(stepsOf);
  writer.add([...steps, ...counts], () => [...histograms.flatMap((each) => each.map(([value]) => value)), ...counts]);
}

function writeCuboid(cuboid: Cuboid, writer: Writer): TableHead {
  const { rows } = cuboid;
  const names = namesIn(rows.map(({ numbers }) => numbers));
  // 0 where a row lacks the number.
  const lengths = names.flatMap((name) => rows.map(({ numbers }) => (numbers[name]?.length ?? -1) + 1));
  const head = writeRows(cuboid, names, lengths, writer);
  for (const name of names)
    writeBars(
      rows.map(({ numbers }) => numbers[name] ?? []),
      writer,
    );
  return head;
}

/** Each minute less the one before it in its column, or 0 where a row lacks it. */
function stepsOfInstants(minutes: readonly (number | undefined)[]): readonly number[] {
  let before = 0;
  return minutes.map((minute) => {
    if (minute === undefined) return 0;
    const step = folded(minute - before) + 1;
    before = minute;
    return step;
  });
}

function writeTable(table: InstantTable, writer: Writer): TableHead {
  const names = namesIn(table.rows.map(({ at }) => at));
  const head = writeRows(table, names, [], writer);
  for (const name of names) {
    const minutes = table.rows.map(({ at }) => at[name]);
    writer.add(stepsOfInstants(minutes), () => minutes.map((minute) => minute ?? Number.NaN));
  }
  return head;
}

const textsOf = (partial: DayPartial): readonly (readonly [Seldom, Buffer])[] =>
  seldom.flatMap((name) => (partial[name] === undefined ? [] : [[name, Buffer.from(JSON.stringify(partial[name]))]]));

export function bytesFrom(partial: DayPartial): Uint8Array {
  const { cuboids, instants, stages, readings: _, tops: __, distinct: ___, ...rest } = partial;
  const writer = blockWriter();
  const texts = textsOf(partial);
  const head: Head = {
    rest,
    cuboids: cuboids.map((cuboid) => writeCuboid(cuboid, writer)),
    ...(instants && { instants: writeTable(instants, writer) }),
    ...(stages && { stages: writeTable(stages, writer) }),
    blocks: writer.sizes,
    texts: texts.map(([name, { length }]) => [name, length]),
  };
  const headBytes = Buffer.from(JSON.stringify(head));
  const start = Buffer.alloc(headStart);
  start.writeUInt8(mark, 0);
  start.writeUInt32LE(headBytes.length, 1);
  return Buffer.concat([start, headBytes, ...writer.blocks, ...texts.map(([, text]) => text)]);
}

export const isFormat2 = (bytes: Uint8Array): boolean => bytes[0] === mark;

/** Each text's own part of the bytes, read when it is asked for. */
function textsIn(bytes: Buffer, texts: Head['texts']) {
  let at = 0;
  const parts = texts.map(([name, length]) => {
    const start = at;
    at += length;
    const end = at;
    return [name, () => JSON.parse(bytes.toString('utf8', start, end))] as const;
  });
  return Object.fromEntries(parts) as { [Name in Seldom]?: () => DayPartial[Name] };
}

/** Where the blocks of each table begin: one of its rows, and one of each name. */
const placesOf = (tables: readonly TableHead[]): readonly number[] =>
  tables.map((_, i) => tables.slice(0, i).reduce((sum, { names }) => sum + 1 + names.length, 0));

export function partialIn(bytes: Buffer): DayPartial {
  const start = headStart + bytes.readUInt32LE(1);
  const head = JSON.parse(bytes.toString('utf8', headStart, start)) as Head;
  const { rest, cuboids, instants, stages, blocks, texts } = head;
  const block = blockAt(bytes.subarray(start), blocks);
  const textStart = start + blocks.reduce((sum, size) => sum + Math.abs(size), 0);
  const others = [instants, stages].filter((table) => table !== undefined);
  const places = placesOf([...cuboids, ...others]);
  const tableOf = (table: TableHead | undefined): InstantTable | undefined => {
    if (!table) return undefined;
    const first = places[cuboids.length + others.indexOf(table)] ?? 0;
    return new ColumnTable(table.dimensions, () => new StoredInstants(table, first, block));
  };
  const partial = {
    ...rest,
    cuboids: cuboids.map(
      (each, i) => new ColumnCuboid(each.dimensions, () => new StoredColumns(each, places[i] ?? 0, block)),
    ),
    ...(instants && { instants: tableOf(instants) }),
    ...(stages && { stages: tableOf(stages) }),
  };
  if (texts.length === 0) return partial;
  return withLazy(partial, textsIn(bytes.subarray(textStart), texts) as Record<Seldom, () => never>);
}
