import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, Context } from '#cli/command.ts';
import { runNight } from '#cli/night.ts';
import { counted } from '#cli/output.ts';
import { type PlanEntry, parcelsOf, readPlan } from '#cli/plan.ts';
import { postAll } from '#cli/post.ts';
import { checkedFolders, pushAll } from '#cli/push.ts';
import { foldersOf } from '#cli/scorecardFolders.ts';
import { postedInWords } from '#cli/send.ts';
import { duringSession, startSession, stayUp } from '#cli/session.ts';
import { objectsFolder } from '#local/folders.ts';
import { copyBucket } from '#local/s3.ts';
import type { Up } from '#local/upFile.ts';

export const start: Command = {
  usage: 'start [--once] [--fresh]',
  summary: 'run the stack with the sample events posted and published',
  options: { once: { type: 'boolean' }, fresh: { type: 'boolean' } },
  async run(context, { values }) {
    const configurations = checkedFolders(foldersOf(context.root, context.here, []));
    const stack = await startSession(context, { fresh: values['fresh'] === true });
    try {
      await duringSession(stack, async () => {
        await pushAll(context, stack.up, configurations);
        for (const entry of readPlan(context.root)) await play(context, stack.up, entry);
        if (values['once'] === true) await leaveFiles(context, stack.up);
      });
      if (values['once'] !== true) await stayUp(context, stack);
      return stack.up;
    } finally {
      await stack.close();
    }
  },
};

async function play(context: Context, up: Up, entry: PlanEntry) {
  if (entry.post.length > 0) {
    await context.output.stage('Post', async () => {
      const parcels = await parcelsOf(context.root, up, entry);
      const events = parcels.reduce((total, parcel) => total + parcel.events.length, 0);
      const posted = await postAll(parcels, context.now);
      return { detail: `${entry.organisation}: ${postedInWords(events, posted)}`, result: posted };
    });
  }
  await runNight(context, up, { organisation: entry.organisation, asOf: entry.night });
}

const leaveFiles = ({ folder, output }: Context, up: Up): Promise<void> =>
  output.stage('Copy', async () => {
    const target = join(folder, 'site');
    rmSync(target, { recursive: true, force: true });
    const files = copyBucket(objectsFolder(folder), up.buckets.site, target);
    return { detail: `${counted(files, 'file')} of the site into ${target}`, result: undefined };
  });
