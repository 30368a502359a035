import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { cached } from '#store/cached.ts';
import type { OrganisationSecrets, Secrets } from '#store/secrets.ts';

const usualAgeMs = 60_000;

const secretsOfAll = z.record(
  z.string(),
  z.object({
    hashKey: z.string().min(32),
    sources: z.record(
      z.string(),
      z.object({
        signing: z.array(z.string().min(1)).optional(),
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

/** Read once a minute at most, unless somebody asks for newer ones; a failure is not remembered. */
export function secretsManagerSecrets(client: SecretsManagerClient, secretId: string, now: () => Date): Secrets {
  const current = cached(async (): Promise<SecretsOfAll> => {
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    return parsed(SecretString);
  });
  return { of: async (organisation, mostAgeMs = usualAgeMs) => (await current(now(), mostAgeMs)).get(organisation) };
}
