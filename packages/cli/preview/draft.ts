import { type Day, endOfDay, londonDay } from '#calendar/day.ts';
import { parsePeriod } from '#calendar/period.ts';
import type { LocalStores } from '#cli/localStores.ts';
import { withDrafts } from '#cli/preview/facts.ts';
import type { Subject } from '#cli/preview/subjects.ts';
import type { Fact } from '#event/types.ts';
import { draftsOf } from '#functions/assess/assess.ts';
import { headBefore, nextNumber } from '#functions/assess/mint.ts';
import type { Edition } from '#scorecard/edition.ts';
import { figuresHashOf } from '#scorecard/figuresHash.ts';
import { type Readiness, readinessOf } from '#scorecard/readiness.ts';
import { foldRecords } from '#scorecard/records.ts';
import { shownOf } from '#scorecard/release.ts';
import type { EditionHead } from '#store/editions.ts';

export interface DraftEdition {
  readonly edition: Edition;
  readonly hash: string;
  readonly readiness: Readiness;
  /** The newest edition of the period, where it says the same: then the night makes no new one. */
  readonly sameAs?: number;
  /** What the site shows of the period now. */
  readonly shown?: Edition;
}

export interface Draft extends Subject {
  readonly asOf: Day;
  /** The older period first. */
  readonly editions: readonly DraftEdition[];
  /** What the site shows of the periods before, the newest first. */
  readonly older: readonly Edition[];
  /** Of the files' records: how many are in the draft, how many happened after its day, and of whom it knows nothing. */
  readonly fromFiles: number;
  readonly tooLate: number;
  readonly strange: readonly string[];
}

interface Drafting {
  readonly facts: readonly Fact[];
  readonly asOf?: Day;
  readonly software: string;
  readonly now: Date;
}

/** The newest day that was assessed or that a file tells of; today while there is neither. */
const dayOf = (heads: readonly EditionHead[], facts: readonly Fact[], now: Date): Day =>
  [...heads.map(({ asOf }) => asOf), ...facts.map(({ time }) => londonDay(time))].sort().at(-1) ?? londonDay(now);

/** A scorecard as the next night would publish it, with what stands in files beside what was sent. Nothing is written. */
export async function draftOf(subject: Subject, stores: LocalStores, drafting: Drafting): Promise<Draft> {
  const { configuration, scorecard } = subject;
  const organisation = configuration.organisation.id;
  const facts = drafting.facts.filter((fact) => fact.subject === scorecard.id);
  const heads = await stores.editions.heads(organisation, scorecard.id);
  const asOf = drafting.asOf ?? dayOf(heads, facts, drafting.now);
  const task = { organisation, scorecard: scorecard.id, asOf, publishedAt: endOfDay(asOf).toISOString() };
  const records = withDrafts(await stores.log.recordsOf(organisation, scorecard.id), facts);
  const assessed = await draftsOf(task, {
    config: { read: async () => configuration },
    log: { recordsOf: async () => records },
    partials: stores.partials,
    software: drafting.software,
  });
  const shown = shownOf(scorecard, heads, records);
  const readEdition = async (head: EditionHead | undefined) => (head ? await stores.editions.read(head) : undefined);
  const editions = await Promise.all(
    assessed.drafts.map(async ({ period, build, lastShown }): Promise<DraftEdition> => {
      const ofPeriod = heads.filter((head) => head.period === period.id).toReversed();
      const before = await readEdition(headBefore(period.id, heads, lastShown));
      const edition = build(before, nextNumber(ofPeriod));
      const folded = foldRecords(records, asOf);
      const hash = figuresHashOf(edition);
      const [newest] = ofPeriod;
      return {
        edition,
        hash,
        sameAs: newest?.figuresHash === hash ? newest.edition : undefined,
        readiness: readinessOf({ edition, scorecard, records: folded }),
        shown: await readEdition(shown.find((head) => head.period === period.id)),
      };
    }),
  );
  return {
    ...subject,
    asOf,
    editions,
    older: await olderThan(assessed.drafts[0]?.period.start ?? asOf, shown, readEdition),
    ...toldOf(facts, asOf, subject),
  };
}

async function olderThan(
  start: Day,
  shown: readonly EditionHead[],
  read: (head: EditionHead) => Promise<Edition | undefined>,
): Promise<readonly Edition[]> {
  const [newest] = shown
    .filter(({ period }) => parsePeriod(period).end < start)
    .sort((a, b) => (parsePeriod(a.period).end < parsePeriod(b.period).end ? 1 : -1));
  const edition = newest && (await read(newest));
  return edition ? [edition] : [];
}

/** A record of something that the scorecard does not have changes nothing, and nobody would know. */
function toldOf(facts: readonly Fact[], asOf: Day, { scorecard }: Subject) {
  const { groups, budgets = [] } = scorecard;
  const known = new Set([
    ...groups.flatMap(({ id, measures, milestones }) => [{ id }, ...measures, ...milestones]).map(({ id }) => id),
    ...budgets.map(({ id }) => id),
  ]);
  const named = facts.flatMap(({ data }) => data['measure'] ?? data['milestone'] ?? data['group'] ?? []).map(String);
  const until = endOfDay(asOf).toISOString();
  const tooLate = facts.filter(({ time }) => time > until).length;
  return {
    fromFiles: facts.length - tooLate,
    tooLate,
    strange: [...new Set(named)].filter((id) => !known.has(id)),
  };
}
