import { canonicalJson } from '#event/canonicalJson.ts';
import type { Fact } from '#event/types.ts';
import type { Appended, Candidate, EventLog } from '#store/eventLog.ts';
import { inParallel } from '#store/inParallel.ts';

/** What a record is a record of; of two with the same, the newer holds. */
const subjectOf = ({ type, data }: Fact): string => {
  const { measure, milestone, group, period, kind, series = 'own', cut, improvement } = data;
  return canonicalJson([type, measure, milestone, group, period, kind, series, cut, improvement === undefined]);
};

const isNewer = (one: Fact, other: Fact): boolean =>
  one.time > other.time || (one.time === other.time && (one.revision > other.revision || one.id > other.id));

/** What holds at the record's own time, as far as it is known. */
const heldAt = (fact: Fact, known: readonly Fact[]): Fact | undefined => {
  const subject = subjectOf(fact);
  return known
    .filter((each) => !each.withdrawn && each.time <= fact.time && subjectOf(each) === subject)
    .reduce<Fact | undefined>((held, each) => (held && !isNewer(each, held) ? held : each), undefined);
};

const isNews = (fact: Candidate, known: readonly Fact[]): boolean => {
  const held = heldAt(fact, known);
  return held === undefined || canonicalJson(held.data) !== canonicalJson(fact.data);
};

const isRecord = ({ stream, says }: Candidate): boolean => stream === 'record' && says !== undefined;

/** By scorecard, everything recorded so far. */
async function recordsOf(log: Pick<EventLog, 'recordsOf'>, facts: readonly Candidate[]) {
  const scorecards = [
    ...Map.groupBy(facts.filter(isRecord), ({ organisation, subject }) => `${organisation}\n${subject}`),
  ];
  const known = await inParallel(scorecards, async ([key, [one]]) => {
    const { organisation, subject } = one as Candidate;
    return [key, await log.recordsOf(organisation, subject)] as const;
  });
  return new Map(known);
}

/**
 * Appends, but for records of a sheet that say just what holds already: every change of a figure is kept with its time, so
 * a sheet that is imported again must not record anew what nobody changed. Those are answered as duplicates.
 */
export async function appendNews(
  log: Pick<EventLog, 'append' | 'recordsOf'>,
  facts: readonly Candidate[],
  now: Date,
): Promise<readonly Appended[]> {
  const known = await recordsOf(log, facts);
  const isToAppend = facts.map(
    (fact) => !isRecord(fact) || isNews(fact, known.get(`${fact.organisation}\n${fact.subject}`) ?? []),
  );
  const answers = (
    await log.append(
      facts.filter((_, index) => isToAppend[index]),
      now,
    )
  ).values();
  return isToAppend.map((appended) => (appended ? (answers.next().value ?? 'duplicate') : 'duplicate'));
}
