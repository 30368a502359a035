import { type Context, textOf, type Values } from '#cli/command.ts';
import { hookOf } from '#cli/source/address.ts';
import { keyStoreOf } from '#cli/source/keyStore.ts';
import { sourceNameOf } from '#cli/source/sourceName.ts';
import { checkedSources, sourcesFileOf, withEntry } from '#cli/source/sourcesFile.ts';
import { stepsFor } from '#cli/source/steps.ts';
import { keysFor } from '#cli/source/vendorKey.ts';
import { Failure } from '#local/failure.ts';
import { refreshUp } from '#local/refreshUp.ts';
import { type AllSecrets, newOrganisation } from '#local/secrets.ts';
import { probably } from '#metric/nearest.ts';
import { trustsOf } from '#scorecard/sourceRules.ts';
import { type AdapterName, adapterNames, type Source } from '#scorecard/sourceSchema.ts';

/** Adds an entry to sources.yaml, makes its keys, and tells what to paste where. Nothing is changed when any of it is wrong. */
export async function addSource(context: Context, named: string | undefined, values: Values) {
  const { organisation, id } = sourceNameOf(named);
  const file = sourcesFileOf(context, organisation);
  if (file.sources.some((other) => other.id === id))
    throw new Failure(`${file.name} has a source "${id}" already: "source keys" or "source rotate" makes keys for it.`);
  const adapter = adapterNamed(textOf(values, 'adapter'));
  const text = withEntry(file.text, entryOf(id, adapter, values));
  const source = added(checkedSources(file.name, text), id);

  const store = keyStoreOf(context, values);
  const secrets = await store.read();
  const known = secrets[organisation]?.sources[id];
  if (known && textOf(values, 'key-file') !== undefined)
    throw new Failure(`There are keys for ${named} already: add it without --key-file, then "source rotate" it.`);
  const keys = known ?? keysFor(context, adapter, values, store.isLocal);
  await store.write(withKeys(secrets, organisation, id, keys));
  file.write(text);
  if (store.isLocal) refreshUp(context);

  const name = `${organisation}.${id}`;
  const hook = hookOf(context, name, source, values);
  const steps = [...stepsFor(adapter, { hook, source, keys, name }), 'Then run: quarterlight push'];
  context.output.line(`${name} is in ${file.name}; its keys are ${store.where}.`);
  steps.forEach((step, index) => {
    context.output.line(`  ${index + 1}. ${step}`);
  });
  return { source, hook, ...keys, steps };
}

const adapterNamed = (name: string | undefined): AdapterName => {
  const adapter = adapterNames.find((one) => one === name);
  if (adapter) return adapter;
  const meant = name === undefined ? undefined : probably(name, adapterNames);
  throw new Failure(
    meant
      ? `There is no adapter "${name}": did you mean "${meant}"?`
      : `Say what posts: --adapter ${adapterNames.join(', ')}.`,
  );
};

/** Only what was said, and what is not what the schema takes for granted. */
const entryOf = (id: string, adapter: AdapterName, values: Values): object => {
  const [usual] = trustsOf[adapter];
  const origins = textOf(values, 'origins')?.split(',');
  return {
    id,
    ...optional('title', textOf(values, 'title')),
    adapter,
    trust: textOf(values, 'trust') ?? usual,
    ...optional('origins', origins),
    ...optional('publicUrl', textOf(values, 'public-url')),
  };
};

const optional = (name: string, value: unknown): object => (value === undefined ? {} : { [name]: value });

const added = (sources: readonly Source[], id: string): Source => {
  const source = sources.find((one) => one.id === id);
  if (!source) throw new Error(`${id} was not added`);
  return source;
};

export const withKeys = (
  secrets: AllSecrets,
  organisation: string,
  name: string,
  keys: AllSecrets[string]['sources'][string],
): AllSecrets => {
  const { hashKey, sources } = secrets[organisation] ?? newOrganisation();
  return { ...secrets, [organisation]: { hashKey, sources: { ...sources, [name]: keys } } };
};
