import type { Context, Values } from '#cli/command.ts';
import { withKeys } from '#cli/source/add.ts';
import { hookOf } from '#cli/source/address.ts';
import { keyStoreOf } from '#cli/source/keyStore.ts';
import { type SourceName, sourceNameOf } from '#cli/source/sourceName.ts';
import { sourcesFileOf } from '#cli/source/sourcesFile.ts';
import { stepsFor } from '#cli/source/steps.ts';
import { keysFor } from '#cli/source/vendorKey.ts';
import { Failure } from '#local/failure.ts';
import { refreshUp } from '#local/refreshUp.ts';
import type { SourceKeys } from '#local/vendorKeys.ts';
import type { Source } from '#scorecard/sourceSchema.ts';

/** A second key beside the first, so that the sender can change over in its own time; `--finish` then drops the first. */
export async function rotateSource(context: Context, named: string | undefined, values: Values) {
  const name = sourceNameOf(named);
  const source = knownSource(context, name);
  const store = keyStoreOf(context, values);
  const secrets = await store.read();
  const secret = source.secret ?? source.id;
  const known = secrets[name.organisation]?.sources[secret] ?? {};
  const isFinishing = values['finish'] === true;
  const made = isFinishing ? {} : keysFor(context, source.adapter, values, store.isLocal);
  const keys = isFinishing ? newest(known, named) : both(known, made, named);
  await store.write(withKeys(secrets, name.organisation, secret, keys));
  if (store.isLocal) refreshUp(context);

  const hook = hookOf(context, `${named}`, source, values);
  const steps = isFinishing ? [] : stepsFor(source.adapter, { hook, source, keys, name: `${named}` });
  context.output.line(
    isFinishing ? `${named} takes its newest keys only.` : `${named} takes its old and its new keys.`,
  );
  steps.forEach((step, index) => {
    context.output.line(`  ${index + 1}. ${step}`);
  });
  if (!isFinishing) context.output.line(`When it has changed over: quarterlight source rotate ${named} --finish`);
  return { source, hook, ...keys, steps };
}

const knownSource = (context: Context, { organisation, id }: SourceName): Source => {
  const file = sourcesFileOf(context, organisation);
  const source = file.sources.find((one) => one.id === id);
  if (source) return source;
  throw new Failure(`${file.name} has no source "${id}": "source add" makes one.`);
};

const kinds = ['signing', 'tokens'] as const;
const countOf = (keys: SourceKeys): number => Math.max(...kinds.map((kind) => keys[kind]?.length ?? 0));

const both = (known: SourceKeys, made: SourceKeys, named = ''): SourceKeys => {
  if (countOf(known) > 1)
    throw new Failure(
      `${named} has two keys already: finish the change before with "source rotate ${named} --finish".`,
    );
  return Object.fromEntries(kinds.map((kind) => [kind, [...(known[kind] ?? []), ...(made[kind] ?? [])]]));
};

const newest = (known: SourceKeys, named = ''): SourceKeys => {
  if (countOf(known) < 2) throw new Failure(`${named} has no old keys: there is nothing to finish.`);
  return Object.fromEntries(kinds.map((kind) => [kind, (known[kind] ?? []).slice(-1)]));
};
