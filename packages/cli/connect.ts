import type { Context } from '#cli/command.ts';
import { Failure } from '#local/failure.ts';
import { startStack } from '#local/stack.ts';
import { synthesize } from '#local/synthesize.ts';
import { readUp, type Up } from '#local/upFile.ts';

/** Works with the stack that is up, or else with one started quietly on the kept data and stopped again. */
export async function withStack<T>({ root, folder, now }: Context, work: (up: Up) => Promise<T>): Promise<T> {
  const running = readUp(folder);
  if (running) return work(running);
  await synthesize(root);
  const stack = await startStack({ root, folder, sitePort: 0, ingestPort: 0, now });
  try {
    return await work(stack.up);
  } finally {
    await stack.close();
  }
}

export function mustNotBeUp({ folder }: Context) {
  const running = readUp(folder);
  if (running) throw new Failure(`Quarterlight is already up (process ${running.pid}): the site is ${running.site}`);
}
