import type { Stream } from '#event/types.ts';
import type { Declaration, TableDeclaration } from '#metric/declaration.ts';
import { nearest } from '#metric/nearest.ts';
import { type Question, usedDimensions, usedNumbers } from '#metric/question.ts';
import { declarations, isCounted } from '#metric/streams.ts';

/** Where a question is answered from. */
export type Route = { readonly from: 'cuboid'; readonly dimensions: readonly string[] } | { readonly from: 'instants' };

type Names = readonly string[];

const namesOf = ({ dimensions, numbers, table }: Declaration): { dimensions: Names; numbers: Names } => ({
  dimensions: [...Object.keys(dimensions), ...Object.keys(table?.flags ?? {})],
  numbers: [...Object.keys(numbers), ...Object.keys(table?.durations ?? {})],
});

/** Every dimension that the rows with instants know. */
export const rowSet = (table: TableDeclaration | undefined): Names =>
  table ? [...Object.keys(table.fixed), ...table.dimensions, ...Object.keys(table.flags)] : [];

export const inWords = (names: Names): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

function unknown(stream: Stream, kind: string, name: string, candidates: Names): string {
  const near = nearest(name, candidates);
  return `${stream} has no ${kind} "${name}"${near === undefined ? '' : `; the nearest is "${near}"`}`;
}

/** A name that the stream does not have, or that is used as what it is not. */
function misnamed(stream: Stream, declaration: Declaration, question: Question): string | undefined {
  const { dimensions, numbers } = namesOf(declaration);
  for (const name of usedDimensions(question)) {
    if (numbers.includes(name)) return `"${name}" is a number of ${stream}: it takes atMost or atLeast, not a value`;
    if (!dimensions.includes(name)) return unknown(stream, 'dimension', name, dimensions);
  }
  for (const name of usedNumbers(question)) {
    if (dimensions.includes(name)) return `"${name}" is a dimension of ${stream}: it takes a value, not a range`;
    if (!numbers.includes(name)) return unknown(stream, 'number', name, numbers);
  }
  return undefined;
}

/** Each number's distribution is kept by itself, not how two go together. */
const severalNumbers = (stream: Stream, numbers: Names): string | undefined =>
  numbers.length < 2 ? undefined : `a question about ${stream} may use one number, not ${inWords(numbers)} together`;

/** The numbers of a stream are those of its facts, which rows with instants do not have. */
const asksForInstants = ({ table, numbers: ofFacts }: Declaration, dimensions: Names, numbers: Names): boolean =>
  table !== undefined &&
  !numbers.some((name) => Object.hasOwn(ofFacts, name)) &&
  (dimensions.some((name) => Object.hasOwn(table.flags, name)) ||
    numbers.some((name) => Object.hasOwn(table.durations, name)) ||
    (table.countedUnless !== undefined && !dimensions.includes(table.countedUnless)));

export const covers = (set: Names, used: Names): boolean => used.every((name) => set.includes(name));

function outside(stream: Stream, declaration: Declaration, used: Names): string {
  const shared = (set: Names) => set.filter((name) => used.includes(name)).length;
  const sets = [...declaration.groupingSets, ...(declaration.table ? [rowSet(declaration.table)] : [])];
  const near = sets.toSorted((a, b) => shared(b) - shared(a) || a.length - b.length)[0] ?? [];
  const together = used.length > 1 ? ' together' : '';
  return `no grouping set of ${stream} has ${inWords(used)}${together}; the nearest is ${near.join(' × ')}`;
}

/** Where the answer to a question is, or a sentence that says why it is nowhere. */
export function routeOf(stream: Stream, question: Question): Route | string {
  if (!isCounted(stream)) return `${stream} facts are not counted`;
  const declaration = declarations[stream];
  const dimensions = usedDimensions(question);
  const numbers = usedNumbers(question);
  const problem = misnamed(stream, declaration, question) ?? severalNumbers(stream, numbers);
  if (problem !== undefined) return problem;
  const fromInstants = asksForInstants(declaration, dimensions, numbers);
  const available = fromInstants ? [rowSet(declaration.table)] : declaration.groupingSets;
  const set = available.find((each) => covers(each, dimensions));
  if (!set) return outside(stream, declaration, dimensions);
  return fromInstants ? { from: 'instants' } : { from: 'cuboid', dimensions: set };
}
