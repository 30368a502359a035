import { canonicalJson } from '#event/canonicalJson.ts';
import type { Fact } from '#event/types.ts';
import { type Listed, partialOf, type StreamDay } from '#metric/cube.ts';
import type { DayPartial } from '#metric/partial.ts';
import { declarationOf } from '#metric/streams.ts';

/**
 * - `nothing`: neither events nor a count of them
 * - `equal`: what is stored is what the events add up to
 * - `listed otherwise`: it is, by the values that organisation.yaml listed when the day was counted
 * - `other version`: it is, as far as the version of the software that counted the day knew
 * - `different`: it is not
 */
export type Comparison =
  | { readonly is: 'nothing' | 'equal' | 'listed otherwise' | 'other version' }
  | { readonly is: 'different'; readonly differences: readonly string[]; readonly rebuilt: DayPartial };

interface Table {
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly rows: readonly { readonly key: readonly string[]; readonly count?: number }[];
}

const tablesOf = (partial: DayPartial): readonly Table[] => {
  const { stream, cuboids, instants, stages, readings, tops = [], distinct = [], sources = {} } = partial;
  const { readings: readBy = [] } = declarationOf(stream);
  return [
    ...cuboids.map(({ dimensions, rows }) => ({ name: dimensions.join(' × '), dimensions, rows })),
    ...(instants ? [{ name: 'instants', ...instants }] : []),
    ...(stages ? [{ name: 'stages', ...stages }] : []),
    ...(readings ? [{ name: 'readings', dimensions: readBy, rows: readings }] : []),
    ...tops.map(({ name, dimensions, groups }) => ({
      name: `most frequent ${name} by ${dimensions.join(' × ')}`,
      dimensions,
      rows: groups,
    })),
    ...distinct.map(({ of, dimensions, groups }) => ({
      name: `different ${of} by ${dimensions.join(' × ')}`,
      dimensions,
      rows: groups,
    })),
    { name: 'sources', dimensions: [], rows: Object.entries(sources).map(([key, days]) => ({ key: [key], days })) },
  ];
};

/** The values that its rows name: those that were listed then, of those that occurred. */
function valuesIn(partial: DayPartial): Listed {
  const values = new Map<string, Set<string>>();
  for (const { dimensions, rows } of tablesOf(partial))
    for (const [place, dimension] of dimensions.entries()) {
      const known = values.get(dimension) ?? new Set();
      for (const { key } of rows) known.add(key[place] ?? '');
      values.set(dimension, known);
    }
  return Object.fromEntries([...values].map(([dimension, known]) => [dimension, [...known]]));
}

/** What there is to know of a partial whatever is in it: a matter of the version of the software. */
const shapeOf = (partial: DayPartial): string =>
  canonicalJson([
    partial.knows,
    partial.sources !== undefined,
    tablesOf(partial).map(({ name, dimensions }) => [name, dimensions]),
  ]);

/** What any two versions know of: how many there were, and of which kind. */
function countsOf(partial: DayPartial, dimensions: ReadonlySet<string>): string {
  const { facts, leftOut, days } = partial;
  const shared = partial.cuboids.filter((cuboid) => dimensions.has(cuboid.dimensions.join()));
  const rows = shared.map((cuboid) => cuboid.rows.map(({ key, count }) => [key, count]));
  return canonicalJson({ facts, leftOut, days, rows });
}

function countAlike(stored: DayPartial, rebuilt: DayPartial): boolean {
  const [known, now] = [stored, rebuilt].map(({ cuboids }) => cuboids.map(({ dimensions }) => dimensions.join()));
  const shared = new Set(known?.filter((dimensions) => now?.includes(dimensions)));
  return countsOf(stored, shared) === countsOf(rebuilt, shared);
}

const rowsWithin = (count: number): string => (count === 1 ? '1 row differs' : `${count} rows differ`);

const keyInWords = (key: readonly string[]): string => key.map((value) => value || '(none)').join(', ') || 'all';

function tableDifference({ name, rows }: Table, rebuilt: Table['rows']): readonly string[] {
  const [before, after] = [rows, rebuilt].map((each) => new Set(each.map(canonicalJson))) as [Set<string>, Set<string>];
  const changed = [...rows.filter((row) => !after.has(canonicalJson(row)))].concat(
    rebuilt.filter((row) => !before.has(canonicalJson(row))),
  );
  const [first, ...others] = new Set(changed.map(({ key }) => keyInWords(key)));
  return first === undefined ? [] : [`${name}: ${rowsWithin(others.length + 1)}, the first ${first}`];
}

const eventsIn = ({ facts, leftOut }: DayPartial): number =>
  Object.values(leftOut).reduce((sum, count) => sum + count, facts);

const eventsInWords = (count: number): string => `${count} ${count === 1 ? 'event' : 'events'}`;

function differencesBetween(stored: DayPartial, rebuilt: DayPartial): readonly string[] {
  const [before, after] = [eventsIn(stored), eventsIn(rebuilt)];
  const counts = before === after ? [] : [`${eventsInWords(before)} counted, ${after} kept`];
  const leftOut =
    canonicalJson(stored.leftOut) === canonicalJson(rebuilt.leftOut) ? [] : ['what was left out, and why, differs'];
  const now = new Map(tablesOf(rebuilt).map(({ name, rows }) => [name, rows]));
  const tables = tablesOf(stored).flatMap((table) => tableDifference(table, now.get(table.name) ?? []));
  const found = [...counts, ...leftOut, ...tables];
  return found.length > 0 ? found : ['what is known besides the counts differs'];
}

/** What is stored of a day against what its events add up to. */
export function compare(day: StreamDay, stored: DayPartial | undefined, facts: readonly Fact[], listed: Listed) {
  const rebuilt = partialOf(day, facts, listed);
  const text = canonicalJson(rebuilt);
  return stored ? compareStored(day, stored, facts, { rebuilt, text }) : compareLost(day, listed, { rebuilt, text });
}

interface Rebuilt {
  readonly rebuilt: DayPartial;
  /** In canonical form. */
  readonly text: string;
}

function compareLost(day: StreamDay, listed: Listed, { rebuilt, text }: Rebuilt): Comparison {
  if (text === canonicalJson(partialOf(day, [], listed))) return { is: 'nothing' };
  return { is: 'different', differences: [`no count is stored of ${eventsInWords(eventsIn(rebuilt))}`], rebuilt };
}

function compareStored(
  day: StreamDay,
  stored: DayPartial,
  facts: readonly Fact[],
  { rebuilt, text }: Rebuilt,
): Comparison {
  const storedText = canonicalJson(stored);
  if (storedText === text) return { is: 'equal' };
  const asThen = partialOf(day, facts, valuesIn(stored));
  if (storedText === canonicalJson(asThen)) return { is: 'listed otherwise' };
  if (shapeOf(stored) !== shapeOf(rebuilt) && countAlike(stored, asThen)) return { is: 'other version' };
  return { is: 'different', differences: differencesBetween(stored, rebuilt), rebuilt };
}
