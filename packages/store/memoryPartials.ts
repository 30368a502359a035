import type { Stream } from '#event/types.ts';
import type { DayPartial } from '#metric/partial.ts';
import { plainWrite, type Write } from '#store/memoryWrite.ts';
import { partialKeys } from '#store/names.ts';
import type { Partials } from '#store/partials.ts';

interface Stored {
  readonly partition: string;
  readonly partial: DayPartial;
  readonly version: number;
}

const partitionOf = (organisation: string, stream: Stream) => partialKeys.partition(organisation, stream);

export function memoryPartials({ write = plainWrite }: { readonly write?: Write } = {}): Partials {
  const stored = new Map<string, Stored>();

  const replace = (partition: string, partial: DayPartial, expected: number): boolean => {
    const key = `${partition}#${partial.day}`;
    if ((stored.get(key)?.version ?? 0) !== expected) return false;
    stored.set(key, { partition, partial: structuredClone(partial), version: expected + 1 });
    return true;
  };

  const ofPartition = (partition: string): readonly DayPartial[] =>
    [...stored.values()]
      .filter((each) => each.partition === partition)
      .map(({ partial }) => partial)
      .toSorted((a, b) => (a.day < b.day ? -1 : 1));

  return {
    versions: async (days) =>
      days.map(
        ({ organisation, stream, day }) => stored.get(`${partitionOf(organisation, stream)}#${day}`)?.version ?? 0,
      ),
    replace: (organisation, partial, expected) =>
      write(() => replace(partitionOf(organisation, partial.stream), partial, expected)),
    async span(organisation, stream) {
      const days = ofPartition(partitionOf(organisation, stream)).map(({ day }) => day);
      const [first, last] = [days[0], days.at(-1)];
      return first === undefined || last === undefined ? undefined : { first, last };
    },
    range: async (organisation, stream, from, to) =>
      ofPartition(partitionOf(organisation, stream)).filter(({ day }) => day >= from && day <= to),
  };
}
