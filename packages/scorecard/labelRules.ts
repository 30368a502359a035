import { other } from '#metric/declaration.ts';
import { declarations } from '#metric/streams.ts';
import { suggestion } from '#scorecard/issueWords.ts';
import { notStated } from '#scorecard/partName.ts';
import type { Finding } from '#scorecard/problem.ts';
import type { Organisation } from '#scorecard/schema.ts';

const all = Object.values(declarations).flatMap(({ dimensions }) => Object.entries(dimensions));

/** Of every dimension of any stream, the values that it has whatever an organisation lists. */
const givenValues: ReadonlyMap<string, readonly string[]> = new Map(
  [...Map.groupBy(all, ([name]) => name)].map(([name, each]) => [name, each.flatMap(([, { values }]) => values)]),
);

const isFree = (name: string): boolean => all.some(([each, { kind }]) => each === name && kind === 'free');

const valueFindings = (name: string, labelled: readonly string[], known: readonly string[]): readonly Finding[] =>
  labelled
    .filter((value) => !known.includes(value))
    .map((value) => ({
      path: ['labels', name, value],
      atKey: true,
      message: `${name} is never "${value}"`,
      mend: suggestion(value, known),
    }));

/** A label of what never occurs would be a slip that nobody sees. */
export const labelFindings = ({ labels = {}, dimensions }: Organisation): readonly Finding[] =>
  Object.entries(labels).flatMap(([name, of]) => {
    const given = givenValues.get(name);
    if (!given) {
      const mend = suggestion(name, [...givenValues.keys()].sort());
      return [{ path: ['labels', name], atKey: true, message: `no event has a dimension "${name}"`, mend }];
    }
    const known = [...new Set([...given, ...(dimensions[name] ?? []), other, notStated])];
    const anything = isFree(name) && dimensions[name] === undefined;
    return anything ? [] : valueFindings(name, Object.keys(of), known);
  });
