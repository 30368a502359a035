import { londonDay } from '#calendar/day.ts';
import { shortHash } from '#store/hash.ts';
import { inParallel } from '#store/inParallel.ts';
import { plainWrite, type Write } from '#store/memoryWrite.ts';
import type { Quarantine, Quarantined } from '#store/quarantine.ts';

const keyOf = (entry: Quarantined) =>
  [entry.organisation, londonDay(entry.receivedAt), shortHash(entry.source, entry.body)].join('#');

/** In clear: for tests only. */
export function memoryQuarantine({ write = plainWrite }: { readonly write?: Write } = {}): Quarantine {
  const stored = new Map<string, Quarantined>();
  return {
    async put(entries) {
      await inParallel(entries, (entry) => write(() => stored.set(keyOf(entry), { ...entry })));
    },
    async list(organisation, day) {
      return [...stored.entries()]
        .filter(([, entry]) => entry.organisation === organisation && londonDay(entry.receivedAt) === day)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, entry]) => entry);
    },
  };
}
