import { BatchGetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { getAll } from '#store/dynamo.ts';

const keyOf = (n: number) => ({ pk: { S: 'a' }, sk: { S: String(n) } });
const keys = (count: number) => Array.from({ length: count }, (_, n) => keyOf(n));
const table = 'table';

/** Answers with what was asked for, but leaves the first `unread` keys of each of the first requests unread. */
function busyTable(unread: readonly number[]) {
  const dynamo = mockClient(DynamoDBClient);
  const asked: number[] = [];
  dynamo.on(BatchGetItemCommand).callsFake(({ RequestItems }) => {
    const { Keys } = RequestItems[table];
    const left = unread[asked.length] ?? 0;
    asked.push(Keys.length);
    return {
      Responses: { [table]: Keys.slice(left) },
      ...(left > 0 && { UnprocessedKeys: { [table]: { Keys: Keys.slice(0, left) } } }),
    };
  });
  return {
    asked,
    read: (wanted: ReturnType<typeof keys>) => getAll(new DynamoDBClient(), { table, wanted, attributes: [] }),
  };
}

describe('many items at once', () => {
  test.each([
    ['none', 0, [], []],
    ['a hundred in one request', 100, [], [100]],
    ['one more in two', 101, [], [100, 1]],
    ['what was left unread again', 3, [2, 1], [3, 2, 1]],
    ['what was left unread with the next', 102, [1], [100, 3]],
  ])('%s', async (_, count, unread, requests) => {
    const { asked, read } = busyTable(unread);
    expect(await read(keys(count))).toEqual(keys(count));
    expect(asked).toEqual(requests);
  });

  test('a key that is asked for twice is sent once, and answered twice', async () => {
    const { asked, read } = busyTable([]);
    expect(await read([keyOf(1), keyOf(0), keyOf(1)])).toEqual([keyOf(1), keyOf(0), keyOf(1)]);
    expect(asked).toEqual([2]);
  });

  test('is given up when keys stay unread', async () => {
    const { asked, read } = busyTable(Array(20).fill(1));
    await expect(read(keys(1))).rejects.toThrow('DynamoDB kept leaving keys of a batch unread');
    expect(asked).toHaveLength(6);
  });
});
