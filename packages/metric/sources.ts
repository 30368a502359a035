import type { Fact } from '#event/types.ts';
import type { Partial } from '#metric/partial.ts';
import { addCounts } from '#metric/rows.ts';

type Sources = NonNullable<Partial['sources']>;

/** The source in the address that was posted to; what stands after it is the sender's own name for itself. */
const pathSourceOf = ({ source }: Fact): string => source.split(':', 1)[0] ?? '';

/** How many facts of a day each source sent, those that are left out for another reason than being withdrawn too. */
export function sourcesOfDay(day: string, facts: readonly Fact[]): Sources {
  const sent = facts.filter((fact) => fact.day === day && !fact.withdrawn);
  const bySource = [...Map.groupBy(sent, pathSourceOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(bySource.map(([source, { length }]) => [source, { [day]: length }]));
}

/** By source and day, in order of both. Days of partials stored before sources were kept are in none. */
export function addSources(all: readonly Partial[]): Sources {
  const parts = all.flatMap(({ sources = {} }) => Object.entries(sources));
  const bySource = [...Map.groupBy(parts, ([source]) => source)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    bySource.map(([source, each]) => [source, addCounts(...each.map(([, counts]) => counts))] as const),
  );
}
