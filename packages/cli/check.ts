import type { Command } from '#cli/command.ts';
import { counted } from '#cli/output.ts';
import { foldersAround, foldersOf } from '#cli/scorecardFolders.ts';
import { Failure } from '#local/failure.ts';
import { checkOrganisation } from '#scorecard/check.ts';
import { type Problem, problemText } from '#scorecard/problem.ts';

export const check: Command = {
  usage: 'check [FILE…]',
  summary: 'say what is wrong in scorecard files, where, and how to mend it',
  positionals: Number.POSITIVE_INFINITY,
  async run({ root, here, output }, { values, positionals }) {
    const folders = positionals.length > 0 ? foldersAround(positionals, here) : foldersOf(root, here, []);
    const problems = folders
      .map(({ files }) => checkOrganisation(files))
      .flatMap((one) => ('problems' in one ? one.problems : []));
    const files = folders.reduce((total, folder) => total + Object.keys(folder.files).length, 0);
    if (problems.length > 0) throw new Problems(problems, values['json'] === true);
    output.line(`${counted(files, 'file')} checked: no problems.`);
    return { files, problems };
  },
};

/** Under `--json` the problems themselves are what is printed. */
class Problems extends Failure {
  constructor(problems: readonly Problem[], asJson: boolean) {
    const lines = [...problems.map(problemText), `${counted(problems.length, 'problem')}.`];
    super(asJson ? JSON.stringify({ problems }) : lines.join('\n'));
  }
}
