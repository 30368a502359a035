import type { Declaration } from '#metric/declaration.ts';
import { hashedId, idCollector } from '#metric/idSet.ts';
import { byKey, inAll } from '#metric/keyed.ts';
import type { IdSets, Partial } from '#metric/partial.ts';

type Declared = NonNullable<Declaration['distinct']>[number];

/** One day's ids. */
export function idSetsBuilder({ of, dimensions }: Declared) {
  const groups = byKey(idCollector);
  return {
    add: (key: readonly string[], id: string): void => groups.of(key).addId(hashedId(id)),
    done: (): IdSets => ({ of, dimensions, groups: groups.done((key, collector) => ({ key, ids: collector.done() })) }),
  };
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
