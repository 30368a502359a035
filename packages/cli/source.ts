import { type Arguments, type Command, type Context, textOf } from '#cli/command.ts';
import { addSource } from '#cli/source/add.ts';
import { giveKeys, rotateKeys } from '#cli/source/changeKeys.ts';
import { listSources } from '#cli/source/list.ts';
import { Failure } from '#local/failure.ts';
import { probably } from '#metric/nearest.ts';

type Action = (context: Context, named: string | undefined, values: Arguments['values']) => Promise<unknown>;

const actions: Readonly<Record<string, Action>> = {
  add: addSource,
  list: listSources,
  keys: giveKeys,
  rotate: rotateKeys,
};

export const source: Command = {
  usage: 'source add|keys|list|rotate ORG.ID [--adapter A]',
  summary: 'make, list or change the keys of what may post (docs/senders)',
  options: {
    adapter: { type: 'string' },
    trust: { type: 'string' },
    title: { type: 'string' },
    origins: { type: 'string' },
    'public-url': { type: 'string' },
    'key-file': { type: 'string' },
    aws: { type: 'string' },
    ingest: { type: 'string' },
    finish: { type: 'boolean' },
  },
  positionals: 2,
  async run(context, { values, positionals: [name = '', named] }) {
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (!action) throw unknown(name);
    if (textOf(values, 'aws') === '') throw new Failure('Write the ARN of the secret: --aws "$SECRET_ARN".');
    return action(context, named, values);
  },
};

const unknown = (name: string): Failure => {
  const meant = probably(name, Object.keys(actions));
  return new Failure(
    `Write "source add", "source list", "source keys" or "source rotate"${meant ? `: did you mean "${meant}"?` : '.'}`,
  );
};
