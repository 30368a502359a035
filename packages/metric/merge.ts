import type { Stream } from '#event/types.ts';
import { ColumnCuboid } from '#metric/columns.ts';
import type { Declaration, TableDeclaration } from '#metric/declaration.ts';
import { mergeIdSets } from '#metric/idSets.ts';
import { declaredNames, knownToAll } from '#metric/known.ts';
import { once, withLazy } from '#metric/lazy.ts';
import { addColumns } from '#metric/mergeColumns.ts';
import { mergeTables } from '#metric/mergeTables.ts';
import type { Cuboid, InstantTable, Partial } from '#metric/partial.ts';
import { addCounts, latestOfEach } from '#metric/rows.ts';
import { addSources } from '#metric/sources.ts';
import { declarationOf } from '#metric/streams.ts';
import { mergeCounters } from '#metric/topCounter.ts';

const noRows = ({ dimensions }: { readonly dimensions: readonly string[] }) => ({ dimensions, rows: [] });

/** What no day at all adds up to. */
export function nothing(stream: Stream): Partial {
  const declaration = declarationOf(stream);
  const { groupingSets, table, stages, readings, counters, distinct } = declaration;
  return {
    stream,
    cuboids: groupingSets.map((dimensions) => noRows({ dimensions })),
    ...(table && { instants: noRows(table) }),
    ...(stages && { stages: noRows(stages) }),
    ...(readings && { readings: [] }),
    ...(counters && { tops: counters.map(({ name, dimensions }) => ({ name, dimensions, groups: [] })) }),
    ...(distinct && { distinct: distinct.map(({ of, dimensions }) => ({ of, dimensions, groups: [] })) }),
    knows: declaredNames(declaration),
    sources: {},
    facts: 0,
    leftOut: {},
    days: [],
  };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => name === b[i]);

const mergeCuboids = (parts: readonly Cuboid[], dimensions: readonly string[], names: readonly string[]): Cuboid =>
  new ColumnCuboid(
    dimensions,
    once(() => addColumns(parts, dimensions, names)),
  );

/** A grouping set that one of the partials lacks (it was built before the set was declared) would tell half: left out. */
function cuboidsOf(partials: readonly Partial[], names: readonly string[]): Cuboid[] {
  const [first, ...rest] = partials;
  return (first?.cuboids ?? []).flatMap((cuboid, place) => {
    const isAlike = (other: Cuboid | undefined) => other !== undefined && isSame(other.dimensions, cuboid.dimensions);
    const parts = rest.map(({ cuboids }) => (isAlike(cuboids[place]) ? cuboids[place] : cuboids.find(isAlike)));
    return parts.every((part) => part !== undefined)
      ? [mergeCuboids([cuboid, ...parts], cuboid.dimensions, names)]
      : [];
  });
}

/** Rows without the dimensions that were added since stand as they are: `requireKnown` tells them apart. */
const isOlder = ({ dimensions, added = [] }: TableDeclaration, table: InstantTable): boolean =>
  added.length > 0 && isSame(table.dimensions, dimensions.slice(0, -added.length));

/** undefined, likewise, when one of the partials has other dimensions. */
function tableOf(table: TableDeclaration, tables: readonly (InstantTable | undefined)[]): InstantTable | undefined {
  const parts = tables.flatMap((each) =>
    each && (isSame(each.dimensions, table.dimensions) || isOlder(table, each)) ? [each] : [],
  );
  return parts.length === tables.length ? mergeTables(table, parts) : undefined;
}

/** Worked out when they are first read: a question reads few of them. */
function partsOf(declaration: Declaration, all: readonly Partial[]) {
  const { numbers, table, stages, readings, counters, distinct } = declaration;
  const tables = (part: 'instants' | 'stages') => all.map((partial) => partial[part]);
  return {
    cuboids: () => cuboidsOf(all, Object.keys(numbers)),
    knows: () => knownToAll(declaration, all),
    sources: () => addSources(all),
    ...(table && { instants: () => tableOf(table, tables('instants')) }),
    ...(stages && { stages: () => tableOf(stages, tables('stages')) }),
    ...(readings && { readings: () => latestOfEach(all.flatMap((partial) => partial.readings ?? [])) }),
    ...(counters && { tops: () => mergeCounters(all, counters) }),
    ...(distinct && { distinct: () => mergeIdSets(all, distinct) }),
  };
}

/** Many at once, in one pass; `nothing` when there are none. */
export function mergeAll(stream: Stream, partials: readonly Partial[]): Partial {
  const declaration = declarationOf(stream);
  const all = [nothing(stream), ...partials];
  const stranger = partials.find((partial) => partial.stream !== stream);
  if (stranger) throw new TypeError(`a partial of ${stranger.stream} cannot be merged with one of ${stream}`);
  const merged = {
    stream,
    facts: all.reduce((total, partial) => total + partial.facts, 0),
    leftOut: addCounts(...all.map((partial) => partial.leftOut)),
    days: [...new Set(all.flatMap((partial) => partial.days))].sort(),
  };
  return withLazy(merged, partsOf(declaration, all));
}

/** Order and grouping do not matter: associative and commutative, and `nothing` is its identity. */
export const merge = (a: Partial, b: Partial): Partial => mergeAll(a.stream, [a, b]);
