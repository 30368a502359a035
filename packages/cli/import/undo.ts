import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { beganAt } from '#adapter/csv/batch.ts';
import { type Context, textOf, type Values } from '#cli/command.ts';
import { withStack } from '#cli/connect.ts';
import { counted } from '#cli/output.ts';
import { clientFor } from '#local/clients.ts';
import { Failure } from '#local/failure.ts';
import { s3ClientFor } from '#local/s3.ts';
import type { Batches } from '#store/batches.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import type { EventLog } from '#store/eventLog.ts';
import { s3Batches } from '#store/s3Batches.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';
import { type Undone, undoBatch } from '#store/undoBatch.ts';

export interface UndoStores {
  readonly organisations: () => Promise<readonly string[]>;
  readonly batches: Batches;
  readonly log: Pick<EventLog, 'append'>;
}

/** Takes an import back, on this computer or at AWS. */
export function undoImport(
  context: Context,
  values: Values,
  batch: string,
): Promise<Undone & { readonly batch: string }> {
  if (!beganAt(batch))
    throw new Failure(`"${batch}" is no batch: write one as an import printed it, such as 20240304T101500-1f2e3d4c.`);
  return withStores(context, values, (stores) => undo(context, stores, batch));
}

export async function undo({ output, now }: Pick<Context, 'output' | 'now'>, stores: UndoStores, batch: string) {
  const organisation = await ownerOf(batch, stores);
  return output.stage('Undo', async (progress) => {
    const onPart = (done: number, of: number) => progress(done / of, `part ${done} of ${of}`);
    const undone = await undoBatch({ organisation, batch }, stores, { now: now(), onPart });
    return { detail: inWords(undone), result: { batch, ...undone } };
  });
}

async function ownerOf(batch: string, { organisations, batches }: UndoStores): Promise<string> {
  for (const organisation of await organisations())
    if ((await batches.parts(organisation, batch)).length > 0) return organisation;
  throw new Failure(`There is no batch ${batch}: nothing was stored by it, or it is more than 400 days old.`);
}

const inWords = ({ withdrawn, left, lasting }: Undone): string =>
  [
    `${counted(withdrawn, 'event')} taken back`,
    ...(left > 0
      ? [`${left.toLocaleString('en-GB')} left as they were (unchanged by it, changed since, or taken back before)`]
      : []),
    ...(lasting > 0 ? [`${lasting.toLocaleString('en-GB')} of a website cannot be`] : []),
  ].join(', ');

function withStores<Result>(
  context: Context,
  values: Values,
  work: (stores: UndoStores) => Promise<Result>,
): Promise<Result> {
  const [table, bucket] = ['table', 'bucket'].map((name) => textOf(values, name));
  if (table !== undefined && bucket !== undefined)
    return over(new DynamoDBClient(), new S3Client(), { table, bucket }, work);
  if (table !== undefined || bucket !== undefined)
    throw new Failure('At AWS, name both: --table "$EVENTS_TABLE" --bucket "$DATA_BUCKET".');
  return withStack(context, (up) =>
    over(
      clientFor(DynamoDBClient, up.dynamodb),
      s3ClientFor(up.s3),
      { table: up.tables.events, bucket: up.buckets.data },
      work,
    ),
  );
}

async function over<Result>(
  dynamo: DynamoDBClient,
  s3: S3Client,
  { table, bucket }: { readonly table: string; readonly bucket: string },
  work: (stores: UndoStores) => Promise<Result>,
): Promise<Result> {
  try {
    const config = s3ConfigStore(s3, bucket);
    return await work({
      organisations: config.organisations,
      batches: s3Batches(s3, bucket),
      log: dynamoEventLog(dynamo, table),
    });
  } finally {
    dynamo.destroy();
    s3.destroy();
  }
}
