import type { Fact, Stream } from '#event/types.ts';
import type { Candidate } from '#store/eventLog.ts';
import { claimed, type FactTable, factHash, outranks, subjectHash } from '#store/factTable.ts';
import type { Write } from '#store/memoryWrite.ts';

interface Stored {
  readonly fact: Fact;
  readonly days: readonly string[];
  readonly says?: string | undefined;
}

/** A web fact's key holds its day, as in the table. */
const keyOf = (fact: Fact): string =>
  JSON.stringify([
    fact.organisation,
    fact.stream,
    fact.stream === 'web' ? fact.day : subjectHash(fact),
    factHash(fact),
  ]);

const identityOf = (fact: Fact): string => `${fact.organisation}#${factHash(fact)}`;

/** What is stored is a copy, as it would be over the wire. */
const copyOf = (fact: Fact): Fact => JSON.parse(JSON.stringify(fact)) as Fact;

export interface MemoryFactTable extends FactTable {
  /** The index shows what is stored now: it never does by itself when it lags. */
  settle(): void;
  stored(): readonly Stored[];
}

export function memoryFactTable(write: Write, lagging: boolean): MemoryFactTable {
  const facts = new Map<string, Stored>();
  const claims = new Map<string, string>();
  let settled = new Map<string, Stored>();

  const put = ({ says, over, ...fact }: Candidate): readonly string[] | undefined => {
    const before = facts.get(keyOf(fact));
    if (before && !outranks(fact, before.fact)) return undefined;
    if (says !== undefined && before?.says === says) return undefined;
    if (over !== undefined && before?.fact.revision !== over) return undefined;
    const days = [...new Set([...(before?.days ?? []), fact.day])];
    facts.set(keyOf(fact), { fact: copyOf(fact), days, says });
    return days;
  };

  const claim = (fact: Fact): boolean => {
    const holder = claims.get(identityOf(fact)) ?? claimed(fact);
    claims.set(identityOf(fact), holder);
    return holder === claimed(fact);
  };

  const select = (from: Map<string, Stored>, organisation: string, stream: Stream): readonly Fact[] =>
    [...from.values()]
      .map(({ fact }) => fact)
      .filter((fact) => fact.organisation === organisation && fact.stream === stream);

  return {
    claim: (fact) => write(() => claim(fact)),
    write: (fact) => write(() => put(fact)),
    daysEver: async (fact) => facts.get(keyOf(fact))?.days ?? [],
    ofSubject: async ({ organisation, stream, subject }) =>
      select(facts, organisation, stream).filter((fact) => fact.subject === subject),
    async ofDay({ organisation, stream, day }) {
      const index = lagging && stream !== 'web' ? settled : facts;
      return select(index, organisation, stream).filter((fact) => fact.day === day);
    },
    settle() {
      settled = new Map(facts);
    },
    stored: () => [...facts.values()],
  };
}
