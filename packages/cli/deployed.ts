import { join } from 'node:path';
import { type Context, textOf, type Values } from '#cli/command.ts';
import { withStack } from '#cli/connect.ts';
import { keyStoreOf } from '#cli/source/keyStore.ts';
import { sourceNamed } from '#cli/sourceNamed.ts';
import { declaredSources } from '#local/declaredSources.ts';
import { Failure } from '#local/failure.ts';
import type { AllSecrets } from '#local/secrets.ts';
import { type LocalSource, localSources } from '#local/upFile.ts';

export const tokenVariable = 'QUARTERLIGHT_TOKEN';

/** Of every command that posts: where to, and where the keys are if not in the environment. */
export const postingOptions = { to: { type: 'string' }, aws: { type: 'string' } } as const;

/** The address of a deployment; undefined for the stack on this computer. */
export function deploymentIn(values: Values): string | undefined {
  const address = textOf(values, 'to') ?? textOf(values, 'url');
  if (address === undefined || /^https?:\/\/[^/]+\/?$/.test(address)) return address?.replace(/\/$/, '');
  throw new Failure(`"${address}" is no address: write --to with what the deployment printed as IngestUrl.`);
}

/** A source of the stack on this computer, or of the deployment that `--to` says. */
export async function withSource<Result>(
  context: Context,
  values: Values,
  name: string,
  work: (source: LocalSource) => Promise<Result>,
): Promise<Result> {
  const deployment = deploymentIn(values);
  if (deployment === undefined) return withStack(context, (up) => work(sourceNamed(up, name)));
  return work(await deployedSource(context, values, { deployment, name }));
}

/** By the files of the repository; with the key of the environment, or else of the secret at AWS or the local file. */
export async function deployedSource(
  context: Context,
  values: Values,
  { deployment, name }: { readonly deployment: string; readonly name: string },
): Promise<LocalSource> {
  const given = process.env[tokenVariable];
  const secrets: AllSecrets = given ? {} : await keyStoreOf(context, values).read();
  const declared = declaredSources(join(context.root, 'scorecards'));
  const found = sourceNamed({ sources: localSources(secrets, declared, deployment) }, name);
  const source = { ...found, ...(given && keysOf(given)), ...addressesOf(found, deployment) };
  if (source.signing.length + source.tokens.length > 0) return source;
  throw new Failure(
    `${source.organisation}.${source.source} has no key here: put it into the environment, export ${tokenVariable}=…, or name the secret, --aws "$SECRET_ARN".`,
  );
}

const keysOf = (key: string): Pick<LocalSource, 'signing' | 'tokens'> =>
  key.startsWith('whsec_') ? { signing: [key], tokens: [] } : { signing: [], tokens: [key] };

/** In full: another organisation may have been deployed with a source of the same name. */
const addressesOf = ({ organisation, source }: LocalSource, deployment: string) => ({
  address: `${deployment}/events/${organisation}.${source}`,
  hook: `${deployment}/hooks/${organisation}.${source}`,
});
