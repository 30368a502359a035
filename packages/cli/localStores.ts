import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { clientFor } from '#local/clients.ts';
import { s3ClientFor } from '#local/s3.ts';
import type { Up } from '#local/upFile.ts';
import type { ConfigStore } from '#store/config.ts';
import { dynamoEditions } from '#store/dynamoEditions.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import { dynamoPartials } from '#store/dynamoPartials.ts';
import type { Editions } from '#store/editions.ts';
import type { EventLog } from '#store/eventLog.ts';
import type { Partials } from '#store/partials.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';

/** What a command looks up, and never writes to. */
export interface LocalStores {
  readonly config: Pick<ConfigStore, 'organisations' | 'read'>;
  readonly log: Pick<EventLog, 'recordsOf'>;
  readonly partials: Pick<Partials, 'range'>;
  readonly editions: Pick<Editions, 'heads' | 'read'>;
}

/** Those of a stack on this computer. */
export async function withStores<Result>(up: Up, work: (stores: LocalStores) => Promise<Result>): Promise<Result> {
  const dynamo = clientFor(DynamoDBClient, up.dynamodb);
  const s3 = s3ClientFor(up.s3);
  const { tables, buckets } = up;
  try {
    return await work({
      config: s3ConfigStore(s3, buckets.data),
      log: dynamoEventLog(dynamo, tables.events),
      partials: dynamoPartials(dynamo, tables.partials, s3, buckets.data),
      editions: dynamoEditions(dynamo, tables.editions, s3, buckets.data),
    });
  } finally {
    dynamo.destroy();
    s3.destroy();
  }
}
