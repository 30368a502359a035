import { randomBytes } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { awsJson, ServiceError } from '#local/awsJson.ts';
import { Failure } from '#local/failure.ts';
import type { Denial } from '#local/permissions.ts';
import { type Listening, serve } from '#local/server.ts';
import type { OrganisationSecrets } from '#store/secrets.ts';

export type AllSecrets = Record<string, OrganisationSecrets>;

const readableByOwnerOnly = 0o600;

/** Random keys for every source that a scorecard folder declares, made once and kept between runs. */
export function ensureSecrets(file: string, scorecardsFolder: string): AllSecrets {
  const kept = readSecrets(file);
  const secrets: AllSecrets = { ...kept };
  for (const [organisation, sources] of declaredSources(scorecardsFolder)) {
    const { hashKey, sources: known } = kept[organisation] ?? { hashKey: randomBytes(32).toString('hex'), sources: {} };
    const made = Object.fromEntries(sources.map((source) => [source, known[source] ?? newKeys()]));
    secrets[organisation] = { hashKey, sources: { ...known, ...made } };
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: readableByOwnerOnly });
  return secrets;
}

export function readSecrets(file: string): AllSecrets {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Failure(`The local secrets in ${file} are not JSON: mend or delete the file.`);
  }
}

const newKeys = () => ({
  signing: [`whsec_${randomBytes(24).toString('base64')}`],
  tokens: [randomBytes(24).toString('hex')],
});

/** Only the ids: whether the files are right is for the push to say. */
function declaredSources(folder: string): [string, string[]][] {
  return globSync('*/sources.yaml', { cwd: folder })
    .sort()
    .map((path) => [basename(dirname(path)), sourceIds(readFileSync(join(folder, path), 'utf8'))]);
}

function sourceIds(yaml: string): string[] {
  try {
    const sources: unknown[] = parse(yaml)?.sources ?? [];
    return sources.flatMap((source) => (isNamed(source) ? [source.id] : []));
  } catch {
    return [];
  }
}

const isNamed = (source: unknown): source is { id: string } =>
  typeof (source as { id?: unknown } | null)?.id === 'string';

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
