import type { Stream } from '#event/types.ts';
import type { Cuboid, InstantTable, Partial } from '#metric/partial.ts';
import { addCounts, cuboidBuilder, instantTable, keyText, latestOfEach } from '#metric/rows.ts';
import { declarationOf } from '#metric/streams.ts';

/** What no day at all adds up to. */
export function nothing(stream: Stream): Partial {
  const { groupingSets, table, readings } = declarationOf(stream);
  return {
    stream,
    cuboids: groupingSets.map((dimensions) => ({ dimensions, rows: [] })),
    ...(table && { instants: { dimensions: table.dimensions, rows: [] } }),
    ...(readings && { readings: [] }),
    facts: 0,
    leftOut: {},
    days: [],
  };
}

const sameSet = (a: Cuboid) => (b: Cuboid) => keyText(a.dimensions) === keyText(b.dimensions);

function mergeCuboids(parts: readonly Cuboid[], dimensions: readonly string[], names: readonly string[]): Cuboid {
  const builder = cuboidBuilder(dimensions, names);
  for (const row of parts.flatMap((part) => part.rows)) builder.addRow(row);
  return builder.done();
}

/** A grouping set that one of the partials lacks (it was built before the set was declared) would tell half: left out. */
function cuboidsOf(partials: readonly Partial[], names: readonly string[]): Cuboid[] {
  const [first, ...rest] = partials;
  return (first?.cuboids ?? []).flatMap((cuboid) => {
    const parts = rest.map((partial) => partial.cuboids.find(sameSet(cuboid)));
    return parts.every((part) => part !== undefined)
      ? [mergeCuboids([cuboid, ...parts], cuboid.dimensions, names)]
      : [];
  });
}

/** undefined, likewise, when one of the partials has other dimensions. */
function instantsOf(partials: readonly Partial[], dimensions: readonly string[]): InstantTable | undefined {
  const tables = partials.map(({ instants }) => instants);
  const areAlike = tables.every((table) => table && keyText(table.dimensions) === keyText(dimensions));
  return areAlike
    ? instantTable(
        dimensions,
        tables.flatMap((table) => table?.rows ?? []),
      )
    : undefined;
}

/** Many at once, in one pass; `nothing` when there are none. */
export function mergeAll(stream: Stream, partials: readonly Partial[]): Partial {
  const empty = nothing(stream);
  const all = [empty, ...partials];
  const instants = empty.instants && instantsOf(all, empty.instants.dimensions);
  const stranger = partials.find((partial) => partial.stream !== stream);
  if (stranger) throw new TypeError(`a partial of ${stranger.stream} cannot be merged with one of ${stream}`);
  return {
    stream,
    cuboids: cuboidsOf(all, Object.keys(declarationOf(stream).numbers)),
    ...(instants && { instants }),
    ...(empty.readings && { readings: latestOfEach(all.flatMap((partial) => partial.readings ?? [])) }),
    facts: all.reduce((total, partial) => total + partial.facts, 0),
    leftOut: addCounts(...all.map((partial) => partial.leftOut)),
    days: [...new Set(all.flatMap((partial) => partial.days))].sort(),
  };
}

/** Order and grouping do not matter: associative and commutative, and `nothing` is its identity. */
export const merge = (a: Partial, b: Partial): Partial => mergeAll(a.stream, [a, b]);
