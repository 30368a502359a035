import {
  BatchWriteItemCommand,
  DynamoDBClient,
  ProvisionedThroughputExceededException,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import { fact } from '#test/store/facts.ts';

const client = mockClient(DynamoDBClient);
beforeEach(() => {
  client.reset();
});

const now = new Date('2024-01-02T03:04:05.678Z');
const throttled = new ProvisionedThroughputExceededException({ message: 'throttled', $metadata: {} });
const append = () =>
  dynamoEventLog(new DynamoDBClient({}), 'events').append([fact({ id: 'a' }), fact({ id: 'b' })], now);

describe('a request that meets a fault', () => {
  test('is not answered when a fact could not be written, and marks nothing', async () => {
    client
      .on(UpdateItemCommand)
      .rejectsOnce(throttled)
      .resolves({ Attributes: { days: { SS: ['2023-11-01'] } } });
    await expect(append()).rejects.toBe(throttled);
    expect(client.commandCalls(BatchWriteItemCommand)).toHaveLength(0);
  });

  test('is not answered when a mark could not be written', async () => {
    client.on(UpdateItemCommand).resolves({ Attributes: { days: { SS: ['2023-11-01'] } } });
    client.on(BatchWriteItemCommand).rejects(throttled);
    await expect(append()).rejects.toBe(throttled);
  });

  test('without a fault writes each fact and then the one day', async () => {
    client.on(UpdateItemCommand).resolves({ Attributes: { days: { SS: ['2023-11-01'] } } });
    client.on(BatchWriteItemCommand).resolves({});
    expect(await append()).toEqual(['accepted', 'accepted']);
    expect(client.calls().map(({ args }) => args[0].constructor.name)).toEqual([
      'UpdateItemCommand',
      'UpdateItemCommand',
      'BatchWriteItemCommand',
    ]);
  });
});
