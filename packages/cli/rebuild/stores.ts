import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { type Context, textOf, type Values } from '#cli/command.ts';
import { withStack } from '#cli/connect.ts';
import type { LocalStores } from '#cli/localStores.ts';
import { clientFor } from '#local/clients.ts';
import { Failure } from '#local/failure.ts';
import { s3ClientFor } from '#local/s3.ts';
import { dynamoEditions } from '#store/dynamoEditions.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import { dynamoPartials } from '#store/dynamoPartials.ts';
import type { DirtyDays, EventLog } from '#store/eventLog.ts';
import type { Partials } from '#store/partials.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';

/** Nothing can be written. */
export interface VerifyStores extends LocalStores {
  readonly log: LocalStores['log'] & Pick<EventLog, 'factsOf'> & Pick<DirtyDays, 'read'>;
  readonly partials: Pick<Partials, 'range' | 'span' | 'versions'>;
}

/** Only marks can be. */
export interface RebuildStores extends VerifyStores {
  readonly log: VerifyStores['log'] & Pick<DirtyDays, 'mark'>;
}

type Work<Result> = (stores: RebuildStores) => Promise<Result>;

/** Where a deployment keeps what is read, in this order. */
export const tableNames = ['table', 'partials', 'editions', 'bucket'] as const;

export const tableOptions = {
  table: { type: 'string' },
  partials: { type: 'string' },
  editions: { type: 'string' },
  bucket: { type: 'string' },
} as const satisfies Record<(typeof tableNames)[number], unknown>;

/** On this computer, or at AWS where the tables and the bucket are named. */
export function withRebuildStores<Result>(context: Context, values: Values, work: Work<Result>): Promise<Result> {
  const [table, partials, editions, bucket] = tableNames.map((name) => textOf(values, name));
  if (table !== undefined && partials !== undefined && editions !== undefined && bucket !== undefined)
    return over(
      { dynamo: new DynamoDBClient(), s3: new S3Client() },
      { events: table, partials, editions, data: bucket },
      work,
    );
  if ([table, partials, editions, bucket].some((name) => name !== undefined))
    throw new Failure(
      'At AWS, name all four: --table "$EVENTS_TABLE" --partials "$PARTIALS_TABLE" --editions "$EDITIONS_TABLE" --bucket "$DATA_BUCKET".',
    );
  return withStack(context, (up) => {
    const clients = { dynamo: clientFor(DynamoDBClient, up.dynamodb), s3: s3ClientFor(up.s3) };
    return over(clients, { ...up.tables, data: up.buckets.data }, work);
  });
}

interface Names {
  readonly events: string;
  readonly partials: string;
  readonly editions: string;
  readonly data: string;
}

async function over<Result>(
  { dynamo, s3 }: { readonly dynamo: DynamoDBClient; readonly s3: S3Client },
  { events, partials, editions, data }: Names,
  work: Work<Result>,
): Promise<Result> {
  try {
    return await work({
      config: s3ConfigStore(s3, data),
      log: dynamoEventLog(dynamo, events),
      partials: dynamoPartials(dynamo, partials, s3, data),
      editions: dynamoEditions(dynamo, editions, s3, data),
    });
  } finally {
    dynamo.destroy();
    s3.destroy();
  }
}
