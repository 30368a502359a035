import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Context } from '#cli/command.ts';
import { mustNotBeUp } from '#cli/connect.ts';
import { counted } from '#cli/output.ts';
import { type Stack, startStack } from '#local/stack.ts';
import { synthesize } from '#local/synthesize.ts';
import { removeUp, writeUp } from '#local/upFile.ts';

const sitePort = 4000;
const ingestPort = 4001;
const interruptedCode = 130;

/** What a run leaves behind, without the secrets: senders may still hold those. */
const forgotten = ['data', 'logs', 'site', 'up.json'];

export async function startSession(context: Context, { fresh }: { readonly fresh: boolean }): Promise<Stack> {
  const { root, folder, output, now } = context;
  mustNotBeUp(context);
  await output.stage('Synthesize', async () => {
    const { fresh: anew } = await synthesize(root);
    return {
      detail: anew ? 'the CDK app, into cdk.out' : 'nothing has changed since the last time',
      result: undefined,
    };
  });
  return output.stage('Start', async () => {
    if (fresh) forget(folder);
    const stack = await startStack({ root, folder, sitePort, ingestPort, now });
    writeUp(folder, stack.up);
    return { detail: startedInWords(stack), result: withoutUpFile(stack, folder) };
  });
}

const forget = (folder: string) => {
  for (const name of forgotten) rmSync(join(folder, name), { recursive: true, force: true });
};

const startedInWords = ({ tables, functions, up }: Stack): string =>
  [counted(tables, 'table'), counted(Object.keys(up.buckets).length, 'bucket'), counted(functions, 'function')].join(
    ', ',
  );

const withoutUpFile = (stack: Stack, folder: string): Stack => ({
  ...stack,
  async close() {
    removeUp(folder);
    await stack.close();
  },
});

/** Does the work and stops the stack, whatever happens; Ctrl-C meanwhile stops it too. */
export async function duringSession<T>(stack: Stack, work: () => Promise<T>): Promise<T> {
  const stop = async () => {
    await stack.close();
    process.exit(interruptedCode);
  };
  const interrupted = () => void stop();
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await work();
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

export async function stayUp({ output, folder, here }: Context, stack: Stack): Promise<void> {
  output.line('');
  output.line(`Site    ${stack.up.site}`);
  output.line(`Ingest  ${stack.up.ingest}/events/{source}`);
  output.line(`The secrets of each source are in ${join(relative(here, folder), 'up.json')}. Press Ctrl-C to stop.`);
  await untilInterrupted();
  output.line('');
  await output.stage('Stop', async () => {
    await stack.close();
    return { detail: 'the data is kept for the next time', result: undefined };
  });
}

export const untilInterrupted = (): Promise<unknown> =>
  Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
