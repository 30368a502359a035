import type { WriteStream } from 'node:tty';
import { parseArgs } from 'node:util';
import type { Arguments, Command, Context } from '#cli/command.ts';
import { commandNames, commands, helpText } from '#cli/commands.ts';
import { humanOutput, silentOutput } from '#cli/output.ts';
import { Failure } from '#local/failure.ts';
import { probably } from '#metric/nearest.ts';

type Screen = Pick<WriteStream, 'write' | 'isTTY'>;

export interface Surroundings extends Omit<Context, 'output'> {
  readonly stdout: Screen;
  readonly stderr: Screen;
}

/** Runs one command line and gives the exit code. */
export async function main(words: readonly string[], { stdout, stderr, ...context }: Surroundings): Promise<number> {
  const [name = 'help', ...rest] = words;
  try {
    if (['help', '--help', '-h'].includes(name)) {
      stdout.write(helpText());
      return 0;
    }
    const command = commandNamed(name);
    const given = argumentsOf(name, command, rest);
    const asJson = given.values['json'] === true;
    const result = await command.run({ ...context, output: asJson ? silentOutput : humanOutput(stdout) }, given);
    if (asJson) stdout.write(`${JSON.stringify(result)}\n`);
    return 0;
  } catch (error) {
    stderr.write(`${explanation(error)}\n`);
    return 1;
  }
}

function commandNamed(name: string): Command {
  const command = commands[name];
  if (command) return command;
  const meant = probably(name, commandNames);
  const advice = meant ? `did you mean "${meant}"?` : 'run "quarterlight help" for those there are.';
  throw new Failure(`There is no command "${name}": ${advice}`);
}

function argumentsOf(name: string, { usage, options, positionals = 0 }: Command, words: readonly string[]): Arguments {
  const given = parsed(name, usage, options, words);
  if (given.positionals.length > positionals) {
    throw new Failure(`"${name}" cannot use "${given.positionals[positionals]}": quarterlight ${usage}`);
  }
  return given;
}

function parsed(name: string, usage: string, options: Command['options'], words: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...options, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    return { values: values as Arguments['values'], positionals };
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\. /);
    throw new Failure(`"${name}" was not understood: ${sentence}; quarterlight ${usage}`);
  }
}

/** A failure explains itself; what nobody foresaw is shown with its stack. */
const explanation = (error: unknown): string => {
  if (error instanceof Failure) return error.message;
  return `Something unforeseen went wrong. ${error instanceof Error ? error.stack : String(error)}`;
};
