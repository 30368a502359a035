import type { Command, Context } from '#cli/command.ts';
import { checkedFolders, pushAll } from '#cli/push.ts';
import { foldersOf } from '#cli/scorecardFolders.ts';
import { duringSession, startSession, stayUp } from '#cli/session.ts';
import { Failure } from '#local/failure.ts';
import type { Up } from '#local/upFile.ts';

export const up: Command = {
  usage: 'up [--fresh]',
  summary: 'run the stack on this computer until Ctrl-C',
  options: { fresh: { type: 'boolean' } },
  async run(context, { values }) {
    const stack = await startSession(context, { fresh: values['fresh'] === true });
    await duringSession(stack, () => pushWhatIsRight(context, stack.up));
    await stayUp(context, stack);
    return stack.up;
  },
};

/** A mistake in a scorecard is told, and the last good ones stay: the stack is up to mend it on. */
async function pushWhatIsRight(context: Context, running: Up) {
  try {
    await pushAll(context, running, checkedFolders(foldersOf(context.root, context.here, [])));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    context.output.line(error.message);
  }
}
