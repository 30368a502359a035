import type { Fact } from '#event/types.ts';
import type { Appended, Candidate, DirtyDay, DirtyDays, EventLog } from '#store/eventLog.ts';
import {
  bearsOnOthers,
  claimedByAnother,
  type FactTable,
  factHash,
  isGrouped,
  isRolledUp,
  type Subject,
  webRevision,
} from '#store/factTable.ts';
import { inParallel } from '#store/inParallel.ts';
import { bearingDays, distinctDays } from '#store/touchedDays.ts';

interface Written {
  readonly fact: Fact;
  readonly answer: Appended;
  /** Every day that the fact was ever in; none when it was refused. */
  readonly days: readonly string[];
}

async function writeFact(table: FactTable, fact: Candidate, now: Date): Promise<Written> {
  if (fact.stream === 'web' && fact.revision !== 0) return { fact, answer: webRevision, days: [] };
  if (isGrouped(fact.stream) && !(await table.claim(fact))) return { fact, answer: claimedByAnother(fact), days: [] };
  const days = await table.write(fact, now);
  if (days) return { fact, answer: 'accepted', days };
  return { fact, answer: 'duplicate', days: await table.daysEver(fact) };
}

/** Facts at the positions where one identity stands: they are written one after the other. */
const byIdentity = (facts: readonly Candidate[]): readonly (readonly [number, Candidate][])[] => [
  ...Map.groupBy(facts.entries(), ([, fact]) => `${fact.organisation}#${factHash(fact)}`).values(),
];

async function writeFacts(table: FactTable, facts: readonly Candidate[], now: Date): Promise<readonly Written[]> {
  const written: Written[] = new Array(facts.length);
  await inParallel(byIdentity(facts), async (sameIdentity) => {
    for (const [position, fact] of sameIdentity) written[position] = await writeFact(table, fact, now);
  });
  return written;
}

const ownDays = ({ fact: { organisation, stream }, days }: Written): readonly DirtyDay[] =>
  days.map((day) => ({ organisation, stream, day }));

const subjectKey = (subject: Subject): string =>
  JSON.stringify([subject.organisation, subject.stream, subject.subject]);

async function othersDays(table: FactTable, written: readonly Written[]): Promise<readonly DirtyDay[]> {
  const bearing = written.filter(({ fact, days }) => bearsOnOthers(fact.stream) && days.length > 0);
  const bySubject = [...Map.groupBy(bearing, ({ fact }) => subjectKey(fact)).values()];
  const found = await inParallel(bySubject, async (ofOne) => {
    const [{ fact }] = ofOne as [Written];
    const days = (await table.ofSubject(fact)).map(({ day }) => day);
    const bearingOn = bearingDays(
      fact.stream,
      ofOne.flatMap((each) => each.days),
      days,
    );
    return bearingOn.map((day) => ({ organisation: fact.organisation, stream: fact.stream, day }));
  });
  return found.flat();
}

const subjectsOf = (facts: readonly Fact[]): readonly Subject[] => [
  ...new Map(facts.map((fact) => [subjectKey(fact), fact])).values(),
];

async function factsOf(table: FactTable, day: DirtyDay): Promise<readonly Fact[]> {
  const ofDay = await table.ofDay(day);
  if (!bearsOnOthers(day.stream)) return ofDay;
  return (await inParallel(subjectsOf(ofDay), (subject) => table.ofSubject(subject))).flat();
}

/** The order of writes: every fact, then every mark, then the answer; so that a crash in between leaves no answer. */
export function eventLogOver(table: FactTable, marks: DirtyDays): EventLog & DirtyDays {
  return {
    ...marks,
    async append(facts, now) {
      const written = await writeFacts(table, facts, now);
      const rolledUp = written.filter(({ fact }) => isRolledUp(fact.stream));
      const touched = [...rolledUp.flatMap(ownDays), ...(await othersDays(table, rolledUp))];
      await marks.mark(distinctDays(touched), now);
      return written.map(({ answer }) => answer);
    },
    factsOf: (day) => factsOf(table, day),
    recordsOf: (organisation, scorecard) => table.ofSubject({ organisation, stream: 'record', subject: scorecard }),
  };
}
