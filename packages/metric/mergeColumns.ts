import { type CuboidColumns, columnsOf, type HistogramColumn, type KeyColumn } from '#metric/columns.ts';
import { once } from '#metric/lazy.ts';
import { addBars } from '#metric/mergeBars.ts';
import type { Cuboid } from '#metric/partial.ts';

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Rows of several columns, one after the other, each with a number; equal numbers are one row of the sum. */
interface Codes {
  readonly codes: Float64Array;
  /** All codes are below it. */
  readonly size: number;
}

/** Beyond so many, a place for every code would cost more than it saves. */
const mostPlaces = 1_000_000;

/** By place: many times faster than by key. */
function denseByPlace({ codes, size }: Codes): Codes {
  const places = new Int32Array(size);
  for (let row = 0; row < codes.length; row++) places[codes[row] ?? 0] = 1;
  let known = 0;
  for (let code = 0; code < size; code++) if (places[code]) places[code] = known++;
  for (let row = 0; row < codes.length; row++) codes[row] = places[codes[row] ?? 0] ?? 0;
  return { codes, size: known };
}

/** As few codes as there are, in the same order. */
function dense(before: Codes): Codes {
  const { codes, size } = before;
  if (size <= Math.min(mostPlaces, 64 * codes.length)) return denseByPlace(before);
  const known = Float64Array.from(new Set(codes)).sort();
  const places = new Map(Array.from(known, (code, place) => [code, place]));
  return { codes: codes.map((code) => places.get(code) ?? 0), size: known.length };
}

/** A further dimension: codes order as the keys do, value by value. */
function withDimension(before: Codes, parts: readonly KeyColumn[]): Codes {
  const values = [...new Set(parts.flatMap((part) => part.values))].sort(order);
  const ranks = new Map(values.map((value, rank) => [value, rank]));
  const { codes, size } = before.size * values.length > Number.MAX_SAFE_INTEGER ? dense(before) : before;
  let at = 0;
  for (const part of parts) {
    const rankOf = part.values.map((value) => ranks.get(value) ?? 0);
    for (let row = 0; row < part.rows.length; row++, at++)
      codes[at] = (codes[at] ?? 0) * values.length + (rankOf[part.rows[row] ?? 0] ?? 0);
  }
  return { codes, size: size * Math.max(1, values.length) };
}

/** To which row of the sum each row of the parts belongs. */
function targetsOf(parts: readonly CuboidColumns[], dimensions: readonly string[]): Codes {
  const rows = parts.reduce((total, { size }) => total + size, 0);
  const none: Codes = { codes: new Float64Array(rows), size: 1 };
  return dense(
    dimensions.reduce(
      (codes, _, dimension) =>
        withDimension(
          codes,
          parts.map(({ keys }) => keys[dimension] ?? { values: [], rows: [] }),
        ),
      none,
    ),
  );
}

function mergedKeys(parts: readonly KeyColumn[], { codes, size }: Codes): KeyColumn {
  const places = new Map<string, number>();
  const placeOf = (value: string): number => {
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  };
  const rows = new Int32Array(size);
  let at = 0;
  for (const part of parts) {
    const here = part.values.map(placeOf);
    for (let row = 0; row < part.rows.length; row++, at++) rows[codes[at] ?? 0] = here[part.rows[row] ?? 0] ?? 0;
  }
  return { values: [...places.keys()], rows };
}

function summed(parts: readonly CuboidColumns[], { codes, size }: Codes): Float64Array {
  const sums = new Float64Array(size);
  let at = 0;
  for (const { counts } of parts)
    for (let row = 0; row < counts.length; row++, at++) {
      const target = codes[at] ?? 0;
      sums[target] = (sums[target] ?? 0) + (counts[row] ?? 0);
    }
  return sums;
}

function mergedNumber(parts: readonly CuboidColumns[], { codes, size }: Codes, name: string): HistogramColumn {
  let at = 0;
  const placed = parts.flatMap((part) => {
    const column = part.numberOf(name);
    const targets = codes.subarray(at, at + part.size);
    at += part.size;
    return column ? [{ column, targets }] : [];
  });
  return addBars(placed, size);
}

const someOf = (cuboids: readonly Cuboid[]): readonly CuboidColumns[] =>
  cuboids.map(columnsOf).filter(({ size }) => size > 0);

/**
 * Equal keys add up; in order of key. A number of which no part knows anything is not there. The parts are read once more
 * for each number, so that they need not be kept.
 */
export function addColumns(
  cuboids: readonly Cuboid[],
  dimensions: readonly string[],
  names: readonly string[],
): CuboidColumns {
  const parts = someOf(cuboids);
  const codes = targetsOf(parts, dimensions);
  const known = names.filter((name) => parts.some((part) => part.names.includes(name)));
  const sums = new Map(known.map((name) => [name, once(() => mergedNumber(someOf(cuboids), codes, name))]));
  return {
    dimensions,
    size: codes.size,
    keys: dimensions.map((_, dimension) =>
      mergedKeys(
        parts.flatMap(({ keys }) => keys[dimension] ?? []),
        codes,
      ),
    ),
    counts: summed(parts, codes),
    names: known,
    numberOf: (name) => sums.get(name)?.(),
  };
}
