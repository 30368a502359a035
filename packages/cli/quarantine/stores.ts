import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { type Context, textOf, type Values } from '#cli/command.ts';
import { withStack } from '#cli/connect.ts';
import { keyStoreOf } from '#cli/source/keyStore.ts';
import { clientFor } from '#local/clients.ts';
import { Failure } from '#local/failure.ts';
import { s3ClientFor } from '#local/s3.ts';
import type { AllSecrets } from '#local/secrets.ts';
import type { ConfigStore } from '#store/config.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import { dynamoQuarantine } from '#store/dynamoQuarantine.ts';
import type { EventLog } from '#store/eventLog.ts';
import type { Quarantine } from '#store/quarantine.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';

export interface QuarantineStores {
  readonly config: Pick<ConfigStore, 'organisations' | 'read'>;
  readonly quarantine: Quarantine;
  readonly eventLog: Pick<EventLog, 'append' | 'recordsOf'>;
  readonly secrets: AllSecrets;
}

type Work<Result> = (stores: QuarantineStores) => Promise<Result>;

/** On this computer, or at AWS where the table, the bucket and the secret are named. */
export function withQuarantine<Result>(context: Context, values: Values, work: Work<Result>): Promise<Result> {
  const [table, bucket, secret] = ['table', 'bucket', 'aws'].map((name) => textOf(values, name));
  if (table !== undefined && bucket !== undefined && secret !== undefined)
    return atAws(context, values, table, bucket, work);
  if (table !== undefined || bucket !== undefined || secret !== undefined)
    throw new Failure('At AWS, name all three: --table "$EVENTS_TABLE" --bucket "$DATA_BUCKET" --aws "$SECRET_ARN".');
  return withStack(context, async (up) => {
    const clients = { dynamo: clientFor(DynamoDBClient, up.dynamodb), s3: s3ClientFor(up.s3) };
    const secrets = await keyStoreOf(context, values).read();
    return over(clients, { table: up.tables.events, bucket: up.buckets.data, secrets }, work);
  });
}

const atAws = async <Result>(
  context: Context,
  values: Values,
  table: string,
  bucket: string,
  work: Work<Result>,
): Promise<Result> => {
  const secrets = await keyStoreOf(context, values).read();
  return over({ dynamo: new DynamoDBClient(), s3: new S3Client() }, { table, bucket, secrets }, work);
};

async function over<Result>(
  { dynamo, s3 }: { readonly dynamo: DynamoDBClient; readonly s3: S3Client },
  { table, bucket, secrets }: { readonly table: string; readonly bucket: string; readonly secrets: AllSecrets },
  work: Work<Result>,
): Promise<Result> {
  const hashKeyOf = async (organisation: string): Promise<string> => {
    const known = secrets[organisation]?.hashKey;
    if (known === undefined) throw new Failure(`${organisation} has no keys, so what was set aside cannot be opened.`);
    return known;
  };
  try {
    return await work({
      config: s3ConfigStore(s3, bucket),
      quarantine: dynamoQuarantine(dynamo, table, s3, bucket, hashKeyOf),
      eventLog: dynamoEventLog(dynamo, table),
      secrets,
    });
  } finally {
    dynamo.destroy();
    s3.destroy();
  }
}
