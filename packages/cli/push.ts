import { S3Client } from '@aws-sdk/client-s3';
import { type Command, type Context, textOf } from '#cli/command.ts';
import { withStack } from '#cli/connect.ts';
import { counted } from '#cli/output.ts';
import { foldersOf, type ScorecardFolder } from '#cli/scorecardFolders.ts';
import { Failure, messageOf } from '#local/failure.ts';
import { refreshUp } from '#local/refreshUp.ts';
import { s3ClientFor } from '#local/s3.ts';
import type { Up } from '#local/upFile.ts';
import { checkOrganisation } from '#scorecard/check.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import { problemText } from '#scorecard/problem.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';

export const push: Command = {
  usage: 'push [ORG…] [--bucket NAME]',
  summary: 'check the scorecards and store them here, or in a data bucket at AWS',
  options: { bucket: { type: 'string' } },
  positionals: Number.POSITIVE_INFINITY,
  async run(context, { values, positionals }) {
    const configurations = checkedFolders(foldersOf(context.root, context.here, positionals));
    const bucket = textOf(values, 'bucket');
    if (bucket === undefined) await pushHere(context, configurations);
    else await storeAll(context, new S3Client(), bucket, configurations);
    return { pushed: configurations.map(({ organisation }) => organisation.id) };
  },
};

/** Sources that were declared since the stack came up get their keys as well. */
async function pushHere(context: Context, configurations: readonly Configuration[]) {
  await withStack(context, (up) => pushAll(context, up, configurations));
  refreshUp(context);
}

/** All are checked before any is stored. */
export function checkedFolders(folders: readonly ScorecardFolder[]): Configuration[] {
  const checked = folders.map(({ files, pictures }) => checkOrganisation(files, undefined, pictures));
  const problems = checked.flatMap((one) => ('problems' in one ? one.problems : []));
  if (problems.length > 0) {
    const lines = problems.map(problemText).join('\n');
    throw new Failure(`${lines}\nNothing was pushed: what was pushed before still holds.`);
  }
  return checked.flatMap((one) => ('configuration' in one ? [one.configuration] : []));
}

export const pushAll = (context: Context, up: Up, configurations: readonly Configuration[]): Promise<void> =>
  storeAll(context, s3ClientFor(up.s3), up.buckets.data, configurations);

function storeAll({ output }: Context, s3: S3Client, bucket: string, configurations: readonly Configuration[]) {
  return output.stage('Push', async () => {
    const store = s3ConfigStore(s3, bucket);
    for (const configuration of configurations) await store.push(configuration).catch(notStored(bucket));
    s3.destroy();
    return { detail: inWords(configurations), result: undefined };
  });
}

const notStored = (bucket: string) => (error: unknown) => {
  throw new Failure(`The configuration could not be stored in ${bucket}: ${messageOf(error)}`);
};

function inWords(configurations: readonly Configuration[]): string {
  const groups = configurations.flatMap(({ scorecards }) => scorecards).flatMap((scorecard) => scorecard.groups);
  return [
    counted(configurations.length, 'organisation'),
    counted(configurations.flatMap(({ scorecards }) => scorecards).length, 'scorecard'),
    counted(groups.flatMap(({ measures }) => measures).length, 'measure'),
    counted(groups.flatMap(({ milestones }) => milestones).length, 'milestone'),
  ].join(', ');
}
