import type { Fact } from '#event/types.ts';
import type { CounterDeclaration } from '#metric/declaration.ts';
import { byKey, inAll, type ReadKey } from '#metric/keyed.ts';
import type { Partial, TopCounter, TopGroup } from '#metric/partial.ts';

/** So many values of a field are kept for each combination of dimensions on one day: those that occurred most. */
export const mostValues = 1000;

type Counts = Map<string, number>;
type Count = readonly [value: string, count: number];

const byValue = ([a]: Count, [b]: Count): number => (a < b ? -1 : a > b ? 1 : 0);
const mostFirst = (a: Count, b: Count): number => b[1] - a[1] || byValue(a, b);

/** Of equal counts the first in order of value stay, so that the facts' order does not matter. */
function cut(key: readonly string[], counts: Counts): TopGroup {
  const ranked = [...counts].sort(mostFirst);
  const rest = ranked.slice(mostValues);
  return {
    key,
    counts: ranked.slice(0, mostValues).sort(byValue),
    cut: rest.reduce((total, [, count]) => total + count, 0),
    mostMissed: rest[0]?.[1] ?? 0,
  };
}

/** One day's counts, cut. */
export function countDay(
  { name, dimensions, of }: CounterDeclaration,
  facts: readonly Fact[],
  read: ReadKey,
): TopCounter {
  const groups = byKey((): Counts => new Map());
  for (const fact of facts) {
    const value = of(fact);
    if (value === undefined) continue;
    const counts = groups.of(read(fact, dimensions));
    counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  }
  return { name, dimensions, groups: groups.done(cut) };
}

/** The counts of several groups together, uncut; what each can lack adds up. */
export function groupAdder() {
  const counts: Counts = new Map();
  let [cutOff, missed] = [0, 0];
  return {
    add(group: TopGroup): void {
      for (const [value, count] of group.counts) counts.set(value, (counts.get(value) ?? 0) + count);
      cutOff += group.cut;
      missed += group.mostMissed;
    },
    done: (key: readonly string[]): TopGroup => ({
      key,
      counts: [...counts].sort(byValue),
      cut: cutOff,
      mostMissed: missed,
    }),
  };
}

function mergeCounter(parts: readonly TopCounter[], { name, dimensions }: CounterDeclaration): TopCounter {
  const groups = byKey(groupAdder);
  for (const group of parts.flatMap((part) => part.groups)) groups.of(group.key).add(group);
  return { name, dimensions, groups: groups.done((key, group) => group.done(key)) };
}

export const mergeCounters = (
  partials: readonly Partial[],
  declared: readonly CounterDeclaration[],
): readonly TopCounter[] =>
  declared.flatMap((counter) => {
    const counters = partials.map(({ tops }) => tops?.find(({ name }) => name === counter.name));
    const parts = inAll(counters, counter.dimensions);
    return parts ? [mergeCounter(parts, counter)] : [];
  });
