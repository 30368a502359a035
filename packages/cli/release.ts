import { isPeriodId } from '#calendar/period.ts';
import { type Command, type Context, textOf, type Values } from '#cli/command.ts';
import { postingOptions } from '#cli/deployed.ts';
import { postAll } from '#cli/post.ts';
import { readinessText } from '#cli/preview/readinessText.ts';
import { tableOptions } from '#cli/rebuild/stores.ts';
import { type Candidate, candidateOf, type Question } from '#cli/release/candidate.ts';
import { releaseEvent } from '#cli/release/event.ts';
import { type Office, withOffice } from '#cli/release/office.ts';
import { countsText } from '#cli/release/text.ts';
import { Failure } from '#local/failure.ts';
import { longDate } from '#scorecard/format.ts';

const usage = 'release SCORECARD --period P --by ROLE [--to URL]';

export const release: Command = {
  usage,
  summary: 'sign off an edition of a scorecard that is published on sign-off',
  options: {
    period: { type: 'string' },
    org: { type: 'string' },
    by: { type: 'string' },
    edition: { type: 'string' },
    ...postingOptions,
    ...tableOptions,
  },
  positionals: 1,
  async run(context, { values, positionals: [scorecard] }) {
    const question = questionOf(scorecard, values);
    return withOffice(context, values, async (office) => {
      const candidate = await candidateOf(question, office.stores);
      tell(context, candidate, question);
      const event = releaseEvent(candidate, question.by, context.now());
      await post(context, office, candidate, event);
      const { organisation, edition, hash } = candidate;
      const how = office.isLocal ? `: quarterlight night --org ${organisation}` : '.';
      context.output.line(`The next night publishes edition ${edition.edition} of ${edition.period.label}${how}`);
      context.output.line(
        `To take it back, send the event ${event.id} again with revision 1, withdrawn: true, the time and a reason.`,
      );
      return { organisation, scorecard, period: edition.period.id, edition: edition.edition, hash, event: event.id };
    });
  },
};

function questionOf(scorecard: string | undefined, values: Values): Question {
  const [period, by, edition] = ['period', 'by', 'edition'].map((name) => textOf(values, name));
  if (scorecard === undefined || period === undefined || by === undefined)
    throw new Failure(`Name a scorecard, a period and the role that signs off: quarterlight ${usage}`);
  if (!isPeriodId(period))
    throw new Failure(`"${period}" is no period: write --period 2023-24-q3, 2023-24 or 2016-05.`);
  if (edition !== undefined && !/^[1-9]\d*$/.test(edition))
    throw new Failure(`"${edition}" is no number of an edition: write --edition 3.`);
  return {
    scorecard,
    period,
    by,
    organisation: textOf(values, 'org'),
    edition: edition === undefined ? undefined : Number(edition),
  };
}

function tell({ output }: Context, { edition, hash, readiness, replaces, organisation }: Candidate, { by }: Question) {
  output.line(`${organisation}/${edition.scorecard.id}, ${edition.period.label}`);
  output.line(`  Edition ${edition.edition}, as of ${longDate(edition.asOf)}`);
  output.line(`  Hash of its figures: ${hash}`);
  for (const line of countsText(edition)) output.line(`  ${line}`);
  if (replaces === undefined) output.line('  Nothing of this period is on the site yet.');
  else output.line(`  It takes the place of edition ${replaces} on the site.`);
  const missing = readinessText(readiness);
  for (const line of missing.length > 0 ? missing : ['  Nothing is missing.']) output.line(line);
  output.line(`  Signed off by: ${by}`);
}

async function post(
  { output, now }: Context,
  office: Office,
  { organisation, sender }: Candidate,
  event: ReturnType<typeof releaseEvent>,
) {
  const source = await office.sourceNamed(`${organisation}.${sender}`);
  await output.stage('Release', async () => {
    const { accepted, rejected } = await postAll([{ source, events: [event] }], now);
    const [refused] = rejected;
    if (refused) throw new Failure(`The release was refused: ${refused.reason} at ${refused.pointer}`);
    return { detail: `sent as ${organisation}.${sender}`, result: accepted };
  });
}
