import type { Context, Values } from '#cli/command.ts';
import { withKeys } from '#cli/source/add.ts';
import { hookOf } from '#cli/source/address.ts';
import { type KeyStore, keyStoreOf } from '#cli/source/keyStore.ts';
import { sourceNameOf } from '#cli/source/sourceName.ts';
import { sourcesFileOf } from '#cli/source/sourcesFile.ts';
import { stepsFor } from '#cli/source/steps.ts';
import { keysFor } from '#cli/source/vendorKey.ts';
import { Failure } from '#local/failure.ts';
import { refreshUp } from '#local/refreshUp.ts';
import type { SourceKeys } from '#local/vendorKeys.ts';
import type { Source } from '#scorecard/sourceSchema.ts';

/** Keys for an entry that has none: one that was written by hand, or that has some on another installation. */
export const giveKeys = (context: Context, named: string | undefined, values: Values) =>
  changed(context, named, values, (known, make) => {
    if (countOf(known) > 0) throw new Failure(`${named} has keys already: "source rotate" changes them.`);
    return { keys: make(), said: `${named} has keys.` };
  });

/** A second key beside the first, so that the sender can change over in its own time; `--finish` then drops the first. */
export const rotateKeys = (context: Context, named: string | undefined, values: Values) =>
  changed(context, named, values, (known, make) => {
    if (values['finish'] === true) return finished(known, named);
    if (countOf(known) === 0) throw new Failure(`${named} has no keys yet: "source keys" makes some.`);
    if (countOf(known) > 1)
      throw new Failure(`${named} has two already: finish that change first, with "source rotate ${named} --finish".`);
    const made = make();
    const keys = ofEachKind((kind) => [...(known[kind] ?? []), ...(made[kind] ?? [])]);
    const next = `When it has changed over: quarterlight source rotate ${named} --finish`;
    return { keys, said: `${named} takes its old and its new keys.`, next };
  });

const finished = (known: SourceKeys, named: string | undefined): Change => {
  if (countOf(known) < 2) throw new Failure(`${named} has no old keys: there is nothing to finish.`);
  return { keys: ofEachKind((kind) => (known[kind] ?? []).slice(-1)), said: `${named} takes its newest keys only.` };
};

interface Change {
  readonly keys: SourceKeys;
  readonly said: string;
  readonly next?: string;
}
type Decide = (known: SourceKeys, make: () => SourceKeys) => Change;

async function changed(context: Context, named: string | undefined, values: Values, decide: Decide) {
  const { organisation, source } = knownSource(context, named);
  const store = keyStoreOf(context, values);
  const secrets = await store.read();
  const secret = source.secret ?? source.id;
  const known = secrets[organisation]?.sources[secret] ?? {};
  const change = decide(known, () => keysFor(context, source.adapter, values, store.isLocal));
  await store.write(withKeys(secrets, organisation, secret, change.keys));
  return told(context, { source, change, store, values, name: `${organisation}.${source.id}` });
}

interface Told {
  readonly name: string;
  readonly source: Source;
  readonly change: Change;
  readonly store: KeyStore;
  readonly values: Values;
}

function told(context: Context, { name, source, change: { keys, said, next }, store, values }: Told) {
  if (store.isLocal) refreshUp(context);
  const hook = hookOf(context, name, source, values);
  const steps = values['finish'] === true ? [] : stepsFor(source.adapter, { hook, source, keys, name });
  const lines = [said, ...steps.map((step, index) => `  ${index + 1}. ${step}`), ...(next === undefined ? [] : [next])];
  for (const line of lines) context.output.line(line);
  return { source, hook, ...keys, steps };
}

const knownSource = (context: Context, named: string | undefined) => {
  const { organisation, id } = sourceNameOf(named);
  const file = sourcesFileOf(context, organisation);
  const source = file.sources.find((one) => one.id === id);
  if (source) return { organisation, source };
  throw new Failure(`${file.name} has no source "${id}": "source add" makes one.`);
};

const kinds = ['signing', 'tokens'] as const;
const countOf = (keys: SourceKeys): number => Math.max(...kinds.map((kind) => keys[kind]?.length ?? 0));
const ofEachKind = (keysOf: (kind: (typeof kinds)[number]) => readonly string[]): SourceKeys =>
  Object.fromEntries(kinds.map((kind) => [kind, keysOf(kind)]));
