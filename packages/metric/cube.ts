import type { Fact, Stream } from '#event/types.ts';
import { absent, type Declaration, type Dimension, other, type TableDeclaration } from '#metric/declaration.ts';
import { idsOfDay } from '#metric/idSets.ts';
import type { ReadKey } from '#metric/keyed.ts';
import { declaredNames } from '#metric/known.ts';
import type { Cuboid, DayPartial, InstantRow, InstantTable, Reading } from '#metric/partial.ts';
import { addCounts, cuboidBuilder, instantTable, latestOfEach } from '#metric/rows.ts';
import { sourcesOfDay } from '#metric/sources.ts';
import { declarationOf } from '#metric/streams.ts';
import { countDay } from '#metric/topCounter.ts';

export interface StreamDay {
  readonly stream: Stream;
  readonly day: string;
}

/** The values of open dimensions that `organisation.yaml` lists. */
export type Listed = Readonly<Record<string, readonly string[]>>;

type ReadValue = (fact: Fact) => string;

function valueReader(name: string, dimension: Dimension, listed: Listed): ReadValue {
  const read = dimension.of ?? ((fact: Fact) => fact.data[name]);
  const known = new Set([...dimension.values, ...((Object.hasOwn(listed, name) && listed[name]) || [])]);
  return (fact) => {
    const value = read(fact);
    if (value === undefined || value === '') return absent;
    const text = String(value);
    return dimension.kind !== 'listed' || known.has(text) ? text : other;
  };
}

type Readers = ReadonlyMap<string, ReadValue>;

const readersOf = ({ dimensions }: Declaration, listed: Listed): Readers =>
  new Map(Object.entries(dimensions).map(([name, dimension]) => [name, valueReader(name, dimension, listed)]));

const keyOf = (fact: Fact, dimensions: readonly string[], readers: Readers): string[] =>
  dimensions.map((name) => readers.get(name)?.(fact) ?? absent);

const numberOf = (fact: Fact, name: string): number | undefined => {
  const value = fact.data[name];
  return typeof value === 'number' ? value : undefined;
};

/** Each fact's values are read once, then picked for every grouping set by position. */
function cuboidsOf(
  { dimensions, numbers, groupingSets }: Declaration,
  facts: readonly Fact[],
  readers: Readers,
): Cuboid[] {
  const names = Object.keys(dimensions);
  const sources = Object.entries(numbers);
  const sets = groupingSets.map((set) => ({
    places: set.map((name) => names.indexOf(name)),
    builder: cuboidBuilder(set, Object.keys(numbers)),
  }));
  for (const fact of facts) {
    const values = keyOf(fact, names, readers);
    const read = sources.map(([name, source]) => (source.of ? source.of(fact) : numberOf(fact, name)));
    for (const { places, builder } of sets)
      builder.addFact(
        places.map((place) => values[place] ?? absent),
        read,
      );
  }
  return sets.map(({ builder }) => builder.done());
}

function instantsOf(
  table: TableDeclaration | undefined,
  day: string,
  facts: readonly Fact[],
  readers: Readers,
): InstantTable | undefined {
  if (!table) return undefined;
  const rows = table
    .rowsOf(day, facts)
    .map(({ fact, at }): InstantRow => ({ key: keyOf(fact, table.dimensions, readers), at, count: 1 }));
  return instantTable(table, rows);
}

const readingsOf = (dimensions: readonly string[], facts: readonly Fact[], readers: Readers): Reading[] =>
  latestOfEach(
    facts.flatMap((fact) => {
      const value = numberOf(fact, 'value');
      return value === undefined ? [] : [{ key: keyOf(fact, dimensions, readers), time: fact.time, value }];
    }),
  );

const outranks = (a: Fact, b: Fact): boolean =>
  a.revision > b.revision || (a.revision === b.revision && a.contentHash > b.contentHash);

/** One of each source and id, the highest (revision, content hash): an index that lags may show a fact twice. */
function newest(facts: readonly Fact[]): Fact[] {
  const byIdentity = new Map<string, Fact>();
  for (const fact of facts) {
    const identity = `${fact.source}\0${fact.id}`;
    const found = byIdentity.get(identity);
    if (!found || outranks(fact, found)) byIdentity.set(identity, fact);
  }
  return [...byIdentity.values()];
}

/**
 * All that the facts of one London day add up to, whatever their order. Facts of other days serve as companions only:
 * replies to the day's messages, other events of its cases. Withdrawn facts count nowhere.
 */
export function partialOf({ stream, day }: StreamDay, facts: readonly Fact[], listed: Listed): DayPartial {
  const declaration = declarationOf(stream);
  const reasonOf = (fact: Fact) => (fact.withdrawn ? 'withdrawn' : declaration.leaveOut?.(fact));
  const known = newest(facts);
  const left = known.filter((fact) => fact.day === day).flatMap((fact) => reasonOf(fact) ?? []);
  const standing = known.filter((fact) => reasonOf(fact) === undefined);
  const completed = declaration.complete?.(standing) ?? standing;
  const own = completed.filter((fact) => fact.day === day);
  const readers = readersOf(declaration, listed);
  const read: ReadKey = (fact, dimensions) => keyOf(fact, dimensions, readers);
  const instants = instantsOf(declaration.table, day, completed, readers);
  const stages = instantsOf(declaration.stages, day, completed, readers);
  return {
    stream,
    day,
    cuboids: cuboidsOf(declaration, own, readers),
    ...(instants && { instants }),
    ...(stages && { stages }),
    ...(declaration.readings && { readings: readingsOf(declaration.readings, own, readers) }),
    ...(declaration.counters && { tops: declaration.counters.map((each) => countDay(each, own, read)) }),
    ...(declaration.distinct && { distinct: declaration.distinct.map((each) => idsOfDay(each, own, read)) }),
    knows: declaredNames(declaration),
    sources: sourcesOfDay(day, known),
    facts: own.length,
    leftOut: addCounts(...left.map((reason) => ({ [reason]: 1 }))),
    days: known.some((fact) => fact.day === day && !fact.withdrawn) ? [day] : [],
  };
}
