import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dynamoEditions } from '#store/dynamoEditions.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import { dynamoPartials } from '#store/dynamoPartials.ts';
import { dynamoQuarantine } from '#store/dynamoQuarantine.ts';
import { memoryStores, night, post, published, type Stores, townConfig } from '#test/laws/installation.ts';
import { scene } from '#test/laws/scene.ts';
import { bucketNames } from '#test/support/s3rver.ts';
import { tableNames } from '#test/support/tables.ts';
import { startWire, type Wire } from '#test/support/wire.ts';

let wire: Wire;
beforeAll(async () => {
  wire = await startWire();
});
afterAll(() => wire.stop());

const wireStores = async (): Promise<Stores> => {
  const dynamo = wire.dynalite.client();
  const s3 = wire.s3.client();
  const bucket = bucketNames.data;
  return {
    log: dynamoEventLog(dynamo, tableNames.events),
    partials: dynamoPartials(dynamo, tableNames.partials, s3, bucket),
    editions: dynamoEditions(dynamo, tableNames.editions, s3, bucket),
    quarantine: dynamoQuarantine(dynamo, tableNames.events, s3, bucket, async () => 'k'.repeat(32)),
    config: await townConfig(),
  };
};

test('over the wire to DynamoDB and S3 the editions are the same, byte for byte, as in memory', async () => {
  const inMemory = await memoryStores();
  const stores = await wireStores();
  for (const each of [inMemory, stores]) {
    for (const request of scene) await post(request, each);
    await night(each);
  }
  expect(await published(stores)).toEqual(await published(inMemory));
  expect(await stores.quarantine.list('town', '2025-01-20')).toMatchObject([{ pointer: '/data/waitSeconds' }]);
});
