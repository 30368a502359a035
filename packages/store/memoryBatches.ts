import type { Fact } from '#event/types.ts';
import type { Batches, BatchPart } from '#store/batches.ts';

export function memoryBatches(): Batches {
  const stored = new Map<string, readonly Fact[]>();
  const keyOf = ({ organisation, batch, part }: BatchPart): string => `${organisation}/${batch}/${part}`;
  return {
    async put(place, facts) {
      stored.set(keyOf(place), JSON.parse(JSON.stringify(facts)) as readonly Fact[]);
    },
    async parts(organisation, batch) {
      const prefix = keyOf({ organisation, batch, part: 0 }).slice(0, -1);
      const keys = [...stored.keys()].filter((key) => key.startsWith(prefix));
      return keys.map((key) => Number(key.slice(prefix.length))).sort((a, b) => a - b);
    },
    facts: async (place) => stored.get(keyOf(place)) ?? [],
  };
}
