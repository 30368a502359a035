import type { ParseArgsConfig } from 'node:util';
import type { Output } from '#cli/output.ts';

export interface Context {
  /** Of the project. */
  readonly root: string;
  /** `.quarterlight`, which holds the local data. */
  readonly folder: string;
  /** Where the person stands: paths on the command line are relative to it. */
  readonly here: string;
  readonly output: Output;
  readonly now: () => Date;
}

export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface Arguments {
  readonly values: Values;
  readonly positionals: readonly string[];
}

export interface Command {
  /** `night [--as-of DATE] [--org ORG]`. */
  readonly usage: string;
  readonly summary: string;
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** At most so many words beside the options; none when left out. */
  readonly positionals?: number;
  /** Resolves with what `--json` prints. Throws a Failure for what the person should read. */
  run(context: Context, given: Arguments): Promise<unknown>;
}

export const textOf = (values: Values, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};

/** Of an option that may be given more than once. */
export const listOf = (values: Values, name: string): readonly string[] => {
  const value = values[name];
  return typeof value === 'object' ? value : [];
};
