import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { awsJson, ServiceError } from '#local/awsJson.ts';
import { declaredSources, organisationsIn } from '#local/declaredSources.ts';
import { Failure } from '#local/failure.ts';
import type { Denial } from '#local/permissions.ts';
import { type Listening, serve } from '#local/server.ts';
import { newKeys } from '#local/vendorKeys.ts';
import type { OrganisationSecrets } from '#store/secrets.ts';

export type AllSecrets = Record<string, OrganisationSecrets>;

const readableByOwnerOnly = 0o600;

/** Random keys for every source that a scorecard folder declares, made once and kept between runs. */
export function ensureSecrets(file: string, scorecardsFolder: string): AllSecrets {
  const secrets: AllSecrets = { ...readSecrets(file) };
  for (const organisation of organisationsIn(scorecardsFolder)) secrets[organisation] ??= newOrganisation();
  for (const { organisation, secret, adapter } of declaredSources(scorecardsFolder)) {
    const { hashKey, sources } = secrets[organisation] ?? newOrganisation();
    secrets[organisation] = { hashKey, sources: { ...sources, [secret]: sources[secret] ?? newKeys(adapter) } };
  }
  writeSecrets(file, secrets);
  return secrets;
}

export const newOrganisation = (): OrganisationSecrets => ({ hashKey: randomBytes(32).toString('hex'), sources: {} });

export function writeSecrets(file: string, secrets: AllSecrets) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: readableByOwnerOnly });
}

export function readSecrets(file: string): AllSecrets {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Failure(`The local secrets in ${file} are not JSON: mend or delete the file.`);
  }
}

/** The one call of Secrets Manager that the functions make, over the file. */
export const startSecretsManager = (file: string, secretId: string, denial: Denial): Promise<Listening> =>
  serve(
    awsJson({
      GetSecretValue({ SecretId = '' }, role) {
        const reason = denial(role, { action: 'secretsmanager:GetSecretValue', resource: SecretId });
        if (reason !== undefined) throw new ServiceError('AccessDeniedException', reason);
        if (SecretId !== secretId) throw new ServiceError('ResourceNotFoundException', `no secret ${SecretId}`);
        return { ARN: secretId, Name: secretId, VersionId: 'local', SecretString: readFileSync(file, 'utf8') };
      },
    }),
  );
