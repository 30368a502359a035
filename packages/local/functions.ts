import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Outcome } from '#local/functionWorker.ts';
import { roleName } from '#local/permissions.ts';
import type { Found } from '#local/resources.ts';
import type { Assembly } from '#local/template.ts';

export interface FunctionProperties {
  readonly Code: { readonly S3Key: string };
  readonly Handler: string;
  readonly Timeout: number;
  readonly Role: string;
  readonly Environment?: { readonly Variables?: Readonly<Record<string, string | number>> };
}

export interface LocalFunction {
  /** Throws an error with the name and message of what the function threw. */
  invoke(event: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export interface FunctionOptions {
  readonly assembly: Assembly;
  /** What every function gets beside its own variables: endpoints and credentials. */
  readonly environment: Readonly<Record<string, string>>;
  readonly logs: string;
}

interface Instance {
  readonly worker: Worker;
  readonly ready: Promise<unknown>;
}

const instancesAtMost = Math.max(2, availableParallelism());

/**
 * A bundled function in worker threads, as Lambda would run it: an instance takes one event at a time, another is
 * started when all are busy, and one that takes too long is ended.
 */
export function localFunction({ id, properties }: Found<FunctionProperties>, options: FunctionOptions): LocalFunction {
  const log = openLog(join(options.logs, `${id}.log`));
  const idle: Instance[] = [];
  const all = new Set<Instance>();
  const waiting: ((instance: Instance) => void)[] = [];

  const start = (): Instance => {
    const worker = startWorker(id, properties, options, log);
    const instance = { worker, ready: nextMessage(worker) };
    all.add(instance);
    worker.once('exit', () => all.delete(instance));
    return instance;
  };
  const take = async (): Promise<Instance> => {
    const free = idle.pop() ?? (all.size < instancesAtMost ? start() : undefined);
    return free ?? new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (instance: Instance) => {
    const usable = all.has(instance) ? instance : undefined;
    const next = waiting.shift();
    if (next) next(usable ?? start());
    else if (usable) idle.push(usable);
  };

  return {
    async invoke(event) {
      const instance = await take();
      try {
        await instance.ready;
        return unwrap(await run(instance.worker, event, properties.Timeout * 1000));
      } catch (error) {
        if (!(error instanceof FunctionError)) {
          log.write(`${error}\n`);
          await instance.worker.terminate();
        }
        throw error;
      } finally {
        giveBack(instance);
      }
    },
    async close() {
      await Promise.all([...all].map(({ worker }) => worker.terminate()));
      await new Promise((resolve) => log.end(resolve));
    },
  };
}

function openLog(path: string): WriteStream {
  mkdirSync(dirname(path), { recursive: true });
  return createWriteStream(path, { flags: 'a' });
}

function startWorker(id: string, properties: FunctionProperties, options: FunctionOptions, log: WriteStream): Worker {
  const folder = options.assembly.assetFolder(properties.Code.S3Key);
  const worker = new Worker(new URL('./functionWorker.ts', import.meta.url), {
    workerData: { folder, handler: properties.Handler, functionName: id },
    env: {
      ...options.environment,
      ...asText(properties.Environment?.Variables ?? {}),
      AWS_LAMBDA_FUNCTION_NAME: id,
      AWS_SESSION_TOKEN: roleName(properties.Role),
    },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdout: true,
    stderr: true,
  });
  worker.stdout.pipe(log, { end: false });
  worker.stderr.pipe(log, { end: false });
  return worker;
}

const asText = (variables: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));

/** What the function itself threw; its thread is still good. */
class FunctionError extends Error {}

const unwrap = (outcome: Outcome): unknown => {
  if ('error' in outcome) {
    const error = new FunctionError(outcome.error.message);
    error.name = outcome.error.name;
    error.stack = outcome.error.stack;
    throw error;
  }
  return outcome.result;
};

async function run(worker: Worker, event: unknown, timeoutMs: number): Promise<Outcome> {
  const timer = new AbortController();
  const deadlineMs = Date.now() + timeoutMs;
  const tooLong = timeout(timeoutMs, timer.signal);
  worker.postMessage(JSON.stringify({ event, requestId: randomUUID(), deadlineMs }));
  try {
    return JSON.parse(await Promise.race([nextMessage(worker), tooLong]));
  } finally {
    timer.abort();
  }
}

const timeout = (ms: number, signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const timer = setTimeout(() => reject(named('Sandbox.Timedout', `Task timed out after ${ms / 1000} seconds`)), ms);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

const nextMessage = (worker: Worker): Promise<string> =>
  new Promise((resolve, reject) => {
    const done = () => {
      worker.off('message', succeeded).off('error', failed).off('exit', ended);
    };
    const succeeded = (message: string) => {
      done();
      resolve(message);
    };
    const failed = (error: unknown) => {
      done();
      reject(error);
    };
    const ended = (code: number) => failed(named('Runtime.ExitError', `The function ended with code ${code}`));
    worker.once('message', succeeded).once('error', failed).once('exit', ended);
  });
