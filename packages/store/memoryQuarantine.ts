import { londonDay } from '#calendar/day.ts';
import { shortHash } from '#store/hash.ts';
import { inParallel } from '#store/inParallel.ts';
import { plainWrite, type Write } from '#store/memoryWrite.ts';
import type { Kept, Place, Quarantine, Quarantined } from '#store/quarantine.ts';

const keyOf = ({ organisation, day, id }: Place): string => [organisation, day, id].join('#');

const keptAs = (entry: Quarantined): Kept => ({
  ...entry,
  day: londonDay(entry.receivedAt),
  id: shortHash(entry.source, entry.body),
});

/** In clear: for tests only. */
export function memoryQuarantine({ write = plainWrite }: { readonly write?: Write } = {}): Quarantine {
  const stored = new Map<string, Kept>();
  return {
    async put(entries) {
      await inParallel(entries.map(keptAs), (entry) => write(() => stored.set(keyOf(entry), entry)));
    },
    async list(organisation, day) {
      return [...stored.entries()]
        .filter(([, entry]) => entry.organisation === organisation && entry.day === day)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, entry]) => entry);
    },
    async remove(place) {
      await write(() => stored.delete(keyOf(place)));
    },
  };
}
