import type { Command, Context } from '#cli/command.ts';
import { withStack } from '#cli/connect.ts';
import { counted } from '#cli/output.ts';
import { foldersOf, type ScorecardFolder } from '#cli/scorecardFolders.ts';
import { Failure } from '#local/failure.ts';
import { s3ClientFor } from '#local/s3.ts';
import type { Up } from '#local/upFile.ts';
import { checkOrganisation } from '#scorecard/check.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import { problemText } from '#scorecard/problem.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';

export const push: Command = {
  usage: 'push [ORG…]',
  summary: 'check the scorecards and store them for the functions to read',
  positionals: Number.POSITIVE_INFINITY,
  async run(context, { positionals }) {
    const configurations = checkedFolders(foldersOf(context.root, context.here, positionals));
    await withStack(context, (up) => pushAll(context, up, configurations));
    return { pushed: configurations.map(({ organisation }) => organisation.id) };
  },
};

/** All are checked before any is stored. */
export function checkedFolders(folders: readonly ScorecardFolder[]): Configuration[] {
  const checked = folders.map(({ files }) => checkOrganisation(files));
  const problems = checked.flatMap((one) => ('problems' in one ? one.problems : []));
  if (problems.length > 0) {
    const lines = problems.map(problemText).join('\n');
    throw new Failure(`${lines}\nNothing was pushed: what was pushed before still holds.`);
  }
  return checked.flatMap((one) => ('configuration' in one ? [one.configuration] : []));
}

export function pushAll({ output }: Context, up: Up, configurations: readonly Configuration[]): Promise<void> {
  return output.stage('Push', async () => {
    const s3 = s3ClientFor(up.s3);
    const store = s3ConfigStore(s3, up.buckets.data);
    for (const configuration of configurations) await store.push(configuration);
    s3.destroy();
    return { detail: inWords(configurations), result: undefined };
  });
}

function inWords(configurations: readonly Configuration[]): string {
  const groups = configurations.flatMap(({ scorecards }) => scorecards).flatMap((scorecard) => scorecard.groups);
  return [
    counted(configurations.length, 'organisation'),
    counted(configurations.flatMap(({ scorecards }) => scorecards).length, 'scorecard'),
    counted(groups.flatMap(({ measures }) => measures).length, 'measure'),
    counted(groups.flatMap(({ milestones }) => milestones).length, 'milestone'),
  ].join(', ');
}
