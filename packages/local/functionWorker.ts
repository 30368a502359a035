import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** One invocation, to the thread and back. */
export interface Invocation {
  readonly event: unknown;
  readonly requestId: string;
  readonly deadlineMs: number;
}
export type Outcome =
  | { readonly result: unknown }
  | { readonly error: { name: string; message: string; stack: string } };

const { folder, handler, functionName } = workerData as { folder: string; handler: string; functionName: string };
const [file, exported] = handler.split('.') as [string, string];
const loaded = await import(pathToFileURL(join(folder, `${file}.mjs`)).href);

const contextOf = ({ requestId, deadlineMs }: Invocation) => ({
  functionName,
  awsRequestId: requestId,
  invokedFunctionArn: functionName,
  functionVersion: '$LATEST',
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => deadlineMs - Date.now(),
});

const outcomeOf = async (invocation: Invocation): Promise<Outcome> => {
  try {
    return { result: await loaded[exported](invocation.event, contextOf(invocation)) };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    console.error(error);
    return { error: { name: error.name, message: error.message, stack: error.stack ?? '' } };
  }
};

/** Through JSON, as between AWS and a function: what JSON cannot carry does not arrive. */
const asJson = (outcome: Outcome): string => JSON.stringify(outcome);

parentPort?.on('message', async (invocation: string) => {
  parentPort?.postMessage(asJson(await outcomeOf(JSON.parse(invocation))));
});
parentPort?.postMessage('ready');
