import { isDay, londonDay } from '#calendar/day.ts';
import { type Command, textOf } from '#cli/command.ts';
import { counted } from '#cli/output.ts';
import { foldersAround, foldersOf } from '#cli/scorecardFolders.ts';
import { Failure } from '#local/failure.ts';
import { checkOrganisation } from '#scorecard/check.ts';
import { type Problem, problemText } from '#scorecard/problem.ts';

export const check: Command = {
  usage: 'check [FILE…] [--as-of DATE]',
  summary: 'say what is wrong in scorecard files, where, and how to mend it',
  options: { 'as-of': { type: 'string' } },
  positionals: Number.POSITIVE_INFINITY,
  async run({ root, here, output, now }, { values, positionals }) {
    const today = textOf(values, 'as-of') ?? londonDay(now());
    if (!isDay(today)) throw new Failure(`"${today}" is no day: write --as-of 2024-01-25.`);
    const folders = positionals.length > 0 ? foldersAround(positionals, here) : foldersOf(root, here, []);
    const checked = folders.map(({ files, pictures }) => checkOrganisation(files, today, pictures));
    const problems = checked.flatMap((one) => ('problems' in one ? one.problems : []));
    const warnings = checked.flatMap((one) => ('warnings' in one ? one.warnings : []));
    const files = folders.reduce((total, folder) => total + Object.keys(folder.files).length, 0);
    if (problems.length > 0) throw new Problems(problems, values['json'] === true);
    for (const warning of warnings) output.line(`Warning: ${problemText(warning)}`);
    const doubts = warnings.length > 0 ? `, ${counted(warnings.length, 'warning')}` : '';
    output.line(`${counted(files, 'file')} checked: no problems${doubts}.`);
    return { files, problems, warnings };
  },
};

/** Under `--json` the problems themselves are what is printed. */
class Problems extends Failure {
  constructor(problems: readonly Problem[], asJson: boolean) {
    const lines = [...problems.map(problemText), `${counted(problems.length, 'problem')}.`];
    super(asJson ? JSON.stringify({ problems }) : lines.join('\n'));
  }
}
