import { join } from 'node:path';
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type Context, textOf, type Values } from '#cli/command.ts';
import { Failure, messageOf } from '#local/failure.ts';
import { type AllSecrets, readSecrets, writeSecrets } from '#local/secrets.ts';

/** All keys of an installation: a file on this computer, one secret at AWS. */
export interface KeyStore {
  readonly isLocal: boolean;
  /** For a sentence: `in .quarterlight/secrets.json`. */
  readonly where: string;
  read(): Promise<AllSecrets>;
  write(secrets: AllSecrets): Promise<void>;
}

export const keyStoreOf = ({ folder }: Context, values: Values): KeyStore => {
  const arn = textOf(values, 'aws');
  return arn === undefined ? localKeys(join(folder, 'secrets.json')) : awsKeys(arn);
};

const localKeys = (file: string): KeyStore => ({
  isLocal: true,
  where: `in ${file}, which git ignores`,
  read: async () => readSecrets(file),
  write: async (secrets) => writeSecrets(file, secrets),
});

/** `arn:aws:secretsmanager:eu-west-2:…` */
const regionIn = (arn: string): string | undefined => /^arn:[^:]+:secretsmanager:([a-z0-9-]+):/.exec(arn)?.[1];

function awsKeys(arn: string): KeyStore {
  const region = regionIn(arn);
  if (region === undefined)
    throw new Failure(`"${arn}" is no ARN of a secret: it is the output SecretArn of the deployment.`);
  const client = new SecretsManagerClient({ region });
  return {
    isLocal: false,
    where: 'in the secret at AWS',
    async read() {
      const { SecretString = '{}' } = await client.send(new GetSecretValueCommand({ SecretId: arn })).catch(failed);
      return parsed(SecretString);
    },
    async write(secrets) {
      const SecretString = JSON.stringify(secrets);
      await client.send(new PutSecretValueCommand({ SecretId: arn, SecretString })).catch(failed);
    },
  };
}

const failed = (error: unknown): never => {
  throw new Failure(`The secret could not be reached: ${messageOf(error)}`);
};

function parsed(text: string): AllSecrets {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('The secret at AWS is not JSON: mend it by hand (docs/deploying.md).');
  }
}
