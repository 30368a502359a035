import type { Fact } from '#event/types.ts';
import type { Declaration } from '#metric/declaration.ts';
import { hashedId, idCollector } from '#metric/idCollector.ts';
import { byKey, inAll, type ReadKey } from '#metric/keyed.ts';
import type { IdSets, Partial } from '#metric/partial.ts';

type Declared = NonNullable<Declaration['distinct']>[number];

/** One day's ids. */
export function idsOfDay({ of, dimensions }: Declared, facts: readonly Fact[], read: ReadKey): IdSets {
  const groups = byKey(idCollector);
  for (const fact of facts) {
    const id = fact.data[of];
    if (id !== undefined) groups.of(read(fact, dimensions)).addId(hashedId(String(id)));
  }
  return { of, dimensions, groups: groups.done((key, collector) => ({ key, ids: collector.done() })) };
}

function mergeSets(parts: readonly IdSets[], { of, dimensions }: Declared): IdSets {
  const groups = byKey(idCollector);
  for (const { key, ids } of parts.flatMap((part) => part.groups)) groups.of(key).add(ids);
  return { of, dimensions, groups: groups.done((key, collector) => ({ key, ids: collector.done() })) };
}

export const mergeIdSets = (partials: readonly Partial[], declared: readonly Declared[]): readonly IdSets[] =>
  declared.flatMap((set) => {
    const sets = partials.map(({ distinct }) => distinct?.find(({ of }) => of === set.of));
    const parts = inAll(sets, set.dimensions);
    return parts ? [mergeSets(parts, set)] : [];
  });
