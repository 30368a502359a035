import { type CuboidColumns, type HistogramColumn, hasNumber, lazyRow } from '#metric/columns.ts';
import { fewBars, histogramOf, onPlaces } from '#metric/histogram.ts';
import { withLazy } from '#metric/lazy.ts';
import type { CubeRow, Histogram } from '#metric/partial.ts';
import { keyText } from '#metric/rows.ts';

/** Rows with equal keys: in which columns, and which row of them. */
interface Alike {
  readonly key: readonly string[];
  count: number;
  readonly of: CuboidColumns[];
  readonly rows: number[];
}

const mostValues = 4096;
const mostDimensions = 4;

/** Whether a key of values by their positions is a whole number that a double holds. */
export const canMergeColumns = (all: readonly CuboidColumns[]): boolean =>
  all.every(({ dimensions }) => dimensions.length <= mostDimensions) &&
  (all[0]?.dimensions ?? []).every((_, dimension) => {
    const values = new Set(all.flatMap(({ keys }) => keys[dimension]?.values ?? []));
    return values.size <= mostValues;
  });

/** Each value's position among those of all columns. */
function placer() {
  const places = new Map<string, number>();
  return (values: readonly string[]): readonly number[] =>
    values.map((value) => {
      const place = places.get(value) ?? places.size;
      places.set(value, place);
      return place;
    });
}

function grouped(all: readonly CuboidColumns[]): readonly Alike[] {
  const placers = (all[0]?.dimensions ?? []).map(placer);
  const found = new Map<number, Alike>();
  for (const columns of all) {
    const { keys, counts } = columns;
    const places = keys.map(({ values }, dimension) => placers[dimension]?.(values) ?? []);
    for (let row = 0; row < counts.length; row++) {
      let code = 0;
      for (let at = 0; at < keys.length; at++) code = code * mostValues + (places[at]?.[keys[at]?.rows[row] ?? 0] ?? 0);
      let alike = found.get(code);
      if (!alike) {
        alike = { key: keys.map(({ values, rows }) => values[rows[row] ?? 0] ?? ''), count: 0, of: [], rows: [] };
        found.set(code, alike);
      }
      alike.count += counts[row] ?? 0;
      alike.of.push(columns);
      alike.rows.push(row);
    }
  }
  return [...found.values()];
}

type Place = readonly [column: HistogramColumn, row: number];

function placesOf({ of, rows }: Alike, name: string): readonly Place[] {
  const places: Place[] = [];
  for (let i = 0; i < rows.length; i++) {
    const [column, row] = [of[i]?.numbers[name], rows[i] ?? 0];
    if (column && hasNumber(column, row)) places.push([column, row]);
  }
  return places;
}

/** Whether every bar was taken. */
function eachBar(places: readonly Place[], take: (value: number, count: number) => boolean): boolean {
  for (const [column, row] of places) {
    const { values, counts, starts } = column.bars();
    const start = starts[row] ?? 0;
    const end = start + (column.lengths[row] ?? 0);
    for (let bar = start; bar < end; bar++) if (!take(values[bar] ?? 0, counts[bar] ?? 0)) return false;
  }
  return true;
}

function byValue(places: readonly Place[]): Histogram {
  const sums = new Map<number, number>();
  eachBar(places, (value, count) => {
    sums.set(value, (sums.get(value) ?? 0) + count);
    return true;
  });
  return histogramOf(sums);
}

function sumOf(places: readonly Place[]): Histogram {
  const bars = places.reduce((total, [{ lengths }, row]) => total + (lengths[row] ?? 0), 0);
  const dense = bars < fewBars ? undefined : onPlaces((take) => eachBar(places, take));
  return dense ?? byValue(places);
}

function numbersOf(alike: Alike, names: readonly string[]): CubeRow['numbers'] {
  const had = names.flatMap((name) => {
    const places = placesOf(alike, name);
    return places.length > 0 ? [[name, () => sumOf(places)] as const] : [];
  });
  return withLazy({}, Object.fromEntries(had));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** As `addRows` does with rows: equal keys add up, each number only when it is read. */
export const addColumns = (all: readonly CuboidColumns[], names: readonly string[]): readonly CubeRow[] =>
  grouped(all)
    .map((alike) => ({ alike, text: keyText(alike.key) }))
    .sort((a, b) => order(a.text, b.text))
    .map(({ alike }) => lazyRow(alike.key, alike.count, () => numbersOf(alike, names)));
