import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Write } from '#store/memoryWrite.ts';

/** `lost`: the write never arrives. `unanswered`: it is done, but nobody is told. */
export type Flavour = 'lost' | 'unanswered';

export class Killed extends Error {
  constructor(write: number, flavour: Flavour) {
    super(`killed at write ${write} (${flavour})`);
  }
}

/** One run of a process: the writes of all the stores that share it are counted together. */
export interface Run {
  /** For the memory stores. */
  readonly write: Write;
  /** For a client made for this run: every command goes through it. */
  attach(client: DynamoDBClient | S3Client): void;
  writes(): number;
  killed(): boolean;
}

const isWrite = (command: string): boolean => /^(Put|Update|Delete|BatchWrite)(Item|Object)/.test(command);

/**
 * Dies at the n-th write, counted from 1: nothing after it reaches the stores, reads included. With `n` left out it
 * lives, and only counts. A test tries n = 1, 2, … until a run is no longer killed.
 */
export function runKilledAt(n = Number.POSITIVE_INFINITY, flavour: Flavour = 'lost'): Run {
  let writes = 0;
  const killed = () => writes >= n;
  const die = (): never => {
    throw new Killed(n, flavour);
  };

  /** `perform` is what leaves the process. */
  const write = async <Result>(perform: () => Result | Promise<Result>): Promise<Result> => {
    if (killed()) die();
    writes += 1;
    const last = killed();
    if (last && flavour === 'lost') die();
    const result = await perform();
    return last ? die() : result;
  };

  const read = async <Result>(perform: () => Promise<Result>): Promise<Result> => (killed() ? die() : perform());

  return {
    write,
    attach(client) {
      // Outside the SDK's own retries, which would hide the fault.
      (client as DynamoDBClient).middlewareStack.add(
        (next, context) => (args) => (isWrite(context.commandName ?? '') ? write : read)(() => next(args)),
        { step: 'initialize', name: 'kill', priority: 'high' },
      );
    },
    writes: () => writes,
    killed,
  };
}

/** One memory store, used by one process after another: each with a run of its own. */
export function restartable(): { readonly write: Write; start(run: Run): void } {
  let current = runKilledAt();
  return {
    write: (perform) => current.write(perform),
    start(run) {
      current = run;
    },
  };
}
