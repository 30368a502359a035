import type { Fact } from '#event/types.ts';
import { keyText } from '#metric/rows.ts';

/** A fact's values of some dimensions. */
export type ReadKey = (fact: Fact, dimensions: readonly string[]) => readonly string[];

/** What is collected for each key, begun when the key is first met; in order of key. */
export function byKey<Collector>(begin: () => Collector) {
  const collectors = new Map<string, { readonly key: readonly string[]; readonly collector: Collector }>();
  return {
    of(key: readonly string[]): Collector {
      const text = keyText(key);
      const found = collectors.get(text) ?? { key, collector: begin() };
      collectors.set(text, found);
      return found.collector;
    },
    done: <Row>(rowOf: (key: readonly string[], collector: Collector) => Row): Row[] =>
      [...collectors].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { key, collector }]) => rowOf(key, collector)),
  };
}

/**
 * What several partials have of one thing, thing by thing; left out where one of them lacks it or has it by other
 * dimensions, since the others would tell half.
 */
export const inAll = <Part extends { readonly dimensions: readonly string[] }>(
  parts: readonly (Part | undefined)[],
  dimensions: readonly string[],
): readonly Part[] | undefined => {
  const found = parts.flatMap((part) => (part && keyText(part.dimensions) === keyText(dimensions) ? [part] : []));
  return found.length === parts.length ? found : undefined;
};
