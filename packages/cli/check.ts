import { isDay, londonDay } from '#calendar/day.ts';
import { type Command, type Context, textOf } from '#cli/command.ts';
import { counted } from '#cli/output.ts';
import { type LookedUp, lookUp } from '#cli/preview/lookUp.ts';
import { readinessText } from '#cli/preview/readinessText.ts';
import { subjectsIn } from '#cli/preview/subjects.ts';
import { foldersAround, foldersOf } from '#cli/scorecardFolders.ts';
import { Failure } from '#local/failure.ts';
import { checkOrganisation } from '#scorecard/check.ts';
import { longDate } from '#scorecard/format.ts';
import { type Problem, problemText } from '#scorecard/problem.ts';

export const check: Command = {
  usage: 'check [FILE…] [--as-of DATE]',
  summary: 'say what is wrong in scorecard files, where, and how to mend it',
  options: { 'as-of': { type: 'string' } },
  positionals: Number.POSITIVE_INFINITY,
  async run(context, { values, positionals }) {
    const { root, here, output, now } = context;
    const asOf = textOf(values, 'as-of');
    const today = asOf ?? londonDay(now());
    if (!isDay(today)) throw new Failure(`"${today}" is no day: write --as-of 2024-01-25.`);
    const folders = positionals.length > 0 ? foldersAround(positionals, here) : foldersOf(root, here, []);
    const checked = folders.map(({ files, pictures }) => checkOrganisation(files, today, pictures));
    const problems = checked.flatMap((one) => ('problems' in one ? one.problems : []));
    const warnings = checked.flatMap((one) => ('warnings' in one ? one.warnings : []));
    const files = folders.reduce((total, folder) => total + Object.keys(folder.files).length, 0);
    if (problems.length > 0) throw new Problems(problems, values['json'] === true);
    for (const warning of warnings) output.line(`Warning: ${problemText(warning)}`);
    const doubts = warnings.length > 0 ? `, ${counted(warnings.length, 'warning')}` : '';
    const readiness = await stillToDo(context, checked, asOf);
    output.line(`${counted(files, 'file')} checked: no problems${doubts}.`);
    return { files, problems, warnings, readiness };
  },
};

type Checked = ReturnType<typeof checkOrganisation>;

/** Of the last quarter that is over: what stands in the way of publishing it well. No reason to refuse a file. */
async function stillToDo(context: Context, checked: readonly Checked[], asOf: string | undefined) {
  const configurations = checked.flatMap((one) => ('configuration' in one ? [one.configuration] : []));
  const found = await lookUp(context, subjectsIn(configurations), asOf);
  if (typeof found === 'string') {
    context.output.line(`Looked at files only: ${found}, so what is still to be entered is not known.`);
    return undefined;
  }
  for (const one of found) tellOf(context, one);
  return found.map(({ draft: { configuration, scorecard, asOf: day }, closed }) => ({
    organisation: configuration.organisation.id,
    scorecard: scorecard.id,
    period: closed.edition.period.id,
    asOf: day,
    ...closed.readiness,
  }));
}

function tellOf({ output }: Context, { draft, closed }: LookedUp) {
  const lines = readinessText(closed.readiness);
  if (lines.length === 0) return;
  const { configuration, scorecard, asOf } = draft;
  const { label } = closed.edition.period;
  output.line(`${configuration.organisation.id}/${scorecard.id}, ${label}, as of ${longDate(asOf)}:`);
  for (const line of lines) output.line(line);
}

/** Under `--json` the problems themselves are what is printed. */
class Problems extends Failure {
  constructor(problems: readonly Problem[], asJson: boolean) {
    const lines = [...problems.map(problemText), `${counted(problems.length, 'problem')}.`];
    super(asJson ? JSON.stringify({ problems }) : lines.join('\n'));
  }
}
