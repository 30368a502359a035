import type { LocalStores } from '#cli/localStores.ts';
import { senderOf } from '#cli/preview/facts.ts';
import { type Subject, subjectNamed } from '#cli/preview/subjects.ts';
import { Failure } from '#local/failure.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import type { Edition } from '#scorecard/edition.ts';
import { type Readiness, readinessOf } from '#scorecard/readiness.ts';
import { foldRecords } from '#scorecard/records.ts';
import { isOnSignOff, shownOf } from '#scorecard/release.ts';
import type { EditionHead } from '#store/editions.ts';

export interface Question {
  readonly scorecard: string;
  readonly period: string;
  /** The role that signs off. */
  readonly by: string;
  readonly organisation?: string;
  /** The highest when left out. */
  readonly edition?: number;
}

/** What would be released. */
export interface Candidate {
  readonly organisation: string;
  readonly edition: Edition;
  readonly hash: string;
  readonly readiness: Readiness;
  /** The number of the edition that the site shows of the period now. */
  readonly replaces?: number;
  /** The source that may send the release. */
  readonly sender: string;
}

export async function candidateOf(question: Question, stores: Omit<LocalStores, 'partials'>): Promise<Candidate> {
  const subject = subjectNamed(question.scorecard, await configurations(question, stores.config));
  const { configuration, scorecard } = subject;
  mustWait(subject);
  const organisation = configuration.organisation.id;
  const heads = await stores.editions.heads(organisation, scorecard.id);
  const head = headNamed(question, heads);
  const edition = await stores.editions.read(head);
  if (!edition) throw new Error(`${organisation}/${scorecard.id} ${head.period}#${head.edition} has no body`);
  const records = await stores.log.recordsOf(organisation, scorecard.id);
  const shown = shownOf(scorecard, heads, records).find(({ period }) => period === question.period);
  if (shown?.figuresHash === head.figuresHash)
    throw new Failure(`Edition ${shown.edition} of ${question.period} says the same, and is released already.`);
  return {
    organisation,
    edition,
    hash: head.figuresHash,
    readiness: readinessOf({ edition, scorecard, records: foldRecords(records, edition.asOf) }),
    replaces: shown?.edition,
    sender: senderIn(configuration),
  };
}

async function configurations(
  { organisation }: Question,
  config: LocalStores['config'],
): Promise<readonly Configuration[]> {
  const ids = organisation === undefined ? await config.organisations() : [organisation];
  const found = (await Promise.all(ids.map((id) => config.read(id)))).filter((each) => each !== undefined);
  if (found.length > 0) return found;
  throw new Failure(
    organisation === undefined
      ? 'No scorecard has been pushed yet: run "quarterlight push".'
      : `No organisation "${organisation}" was pushed.`,
  );
}

function mustWait({ configuration, scorecard }: Subject) {
  if (isOnSignOff(scorecard)) return;
  const file = `scorecards/${configuration.organisation.id}/${scorecard.id}.yaml`;
  throw new Failure(
    `The night publishes "${scorecard.id}" by itself. To have it wait, write release: on-sign-off in ${file} and push it.`,
  );
}

function headNamed({ period, edition, scorecard }: Question, heads: readonly EditionHead[]): EditionHead {
  const ofPeriod = heads.filter((head) => head.period === period);
  const found = edition === undefined ? ofPeriod.at(-1) : ofPeriod.find((head) => head.edition === edition);
  if (found) return found;
  const periods = [...new Set(heads.map((head) => head.period))];
  if (heads.length === 0) throw new Failure(`"${scorecard}" has no edition yet: run "quarterlight night".`);
  if (ofPeriod.length === 0)
    throw new Failure(`"${scorecard}" has no edition of ${period}: there is ${periods.join(', ')}.`);
  throw new Failure(
    `There is no edition ${edition} of ${period}: there is ${ofPeriod.map((head) => head.edition).join(', ')}.`,
  );
}

function senderIn(configuration: Configuration): string {
  const sender = senderOf(configuration, 'edition.released');
  if (sender !== undefined) return sender;
  throw new Failure(
    `No source of ${configuration.organisation.id} may send edition.released: add it to the types of one in sources.yaml.`,
  );
}
