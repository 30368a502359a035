import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import type { OrganisationSecrets, Secrets } from '#store/secrets.ts';

const cachedMs = 60_000;

const secretsOfAll = z.record(
  z.string(),
  z.object({
    hashKey: z.string().min(32),
    sources: z.record(
      z.string(),
      z.object({
        signing: z.array(z.string().startsWith('whsec_')).optional(),
        tokens: z.array(z.string().min(1)).optional(),
      }),
    ),
  }),
);
type SecretsOfAll = ReadonlyMap<string, OrganisationSecrets>;

/** Names where it is wrong and nothing of what it holds: messages are logged. */
function parsed(text: string): SecretsOfAll {
  const result = secretsOfAll.safeParse(jsonOf(text));
  if (result.success) return new Map(Object.entries(result.data));
  const places = result.error.issues.map(({ path }) => `/${path.join('/')}`);
  throw new Error(`the secret is not as OrganisationSecrets says at ${places.join(', ')}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('the secret is not JSON');
  }
}

/** Read once a minute at most; a failure is not remembered. */
export function secretsManagerSecrets(client: SecretsManagerClient, secretId: string, now: () => Date): Secrets {
  let cached: { readonly until: number; readonly all: Promise<SecretsOfAll> } | undefined;

  const fetched = async (): Promise<SecretsOfAll> => {
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    return parsed(SecretString);
  };

  const current = (): Promise<SecretsOfAll> => {
    if (cached && now().getTime() < cached.until) return cached.all;
    const all = fetched();
    const entry = { until: now().getTime() + cachedMs, all };
    cached = entry;
    all.catch(() => {
      if (cached === entry) cached = undefined;
    });
    return all;
  };

  return { of: async (organisation) => (await current()).get(organisation) };
}
