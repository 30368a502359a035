import { BatchGetItemCommand, BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { getAll, putAll } from '#store/dynamoBatches.ts';

const itemOf = (n: number) => ({ pk: { S: 'a' }, sk: { S: String(n) } });
type Key = ReturnType<typeof itemOf> & { token?: { S: string } };
const items = (count: number): Key[] => Array.from({ length: count }, (_, n) => itemOf(n));
const table = 'table';

/** Leaves the first `undone` of each of the first requests undone. */
function busyTable(undone: readonly number[]) {
  const dynamo = mockClient(DynamoDBClient);
  const requests: number[] = [];
  const written: object[] = [];
  const leaving = <Part>(parts: readonly Part[]) => {
    const left = undone[requests.length] ?? 0;
    requests.push(parts.length);
    return [parts.slice(0, left), parts.slice(left)] as const;
  };
  dynamo.on(BatchGetItemCommand).callsFake(({ RequestItems }) => {
    const [left, done] = leaving(RequestItems[table].Keys);
    return { Responses: { [table]: done }, ...(left.length > 0 && { UnprocessedKeys: { [table]: { Keys: left } } }) };
  });
  dynamo.on(BatchWriteItemCommand).callsFake(({ RequestItems }) => {
    const [left, done] = leaving<{ PutRequest: { Item: object } }>(RequestItems[table]);
    written.push(...done.map(({ PutRequest }) => PutRequest.Item));
    return left.length > 0 ? { UnprocessedItems: { [table]: left } } : {};
  });
  const client = new DynamoDBClient();
  return {
    requests,
    written,
    read: (wanted: Key[]) => getAll(client, { table, wanted, attributes: [] }),
    write: (all: Key[]) => putAll(client, table, all),
  };
}

describe('many items at once', () => {
  test.each([
    ['none', 0, [], []],
    ['a hundred in one request', 100, [], [100]],
    ['one more in two', 101, [], [100, 1]],
    ['what was left undone again', 3, [2, 1], [3, 2, 1]],
    ['what was left undone after the next', 102, [1], [100, 2, 1]],
  ])('are read: %s', async (_, count, undone, expected) => {
    const { requests, read } = busyTable(undone);
    expect(await read(items(count))).toEqual(items(count));
    expect(requests).toEqual(expected);
  });

  test.each([
    ['none', 0, [], []],
    ['twenty-five in one request', 25, [], [25]],
    ['one more in two', 26, [], [25, 1]],
    ['what was left undone again', 3, [2, 1], [3, 2, 1]],
  ])('are written: %s', async (_, count, undone, expected) => {
    const { requests, written, write } = busyTable(undone);
    await write(items(count));
    expect(new Set(written)).toEqual(new Set(items(count)));
    expect(requests).toEqual(expected);
  });

  test('a key that is asked for twice is sent once, and answered twice', async () => {
    const { requests, read } = busyTable([]);
    expect(await read([itemOf(1), itemOf(0), itemOf(1)])).toEqual([itemOf(1), itemOf(0), itemOf(1)]);
    expect(requests).toEqual([2]);
  });

  test('of two items with one key the last is written', async () => {
    const { written, write } = busyTable([]);
    await write([
      { ...itemOf(1), token: { S: 'first' } },
      { ...itemOf(1), token: { S: 'last' } },
    ]);
    expect(written).toEqual([{ ...itemOf(1), token: { S: 'last' } }]);
  });

  test.each([['read'], ['write']] as const)('are given up when a part stays undone: %s', async (what) => {
    const busy = busyTable(Array(20).fill(1));
    await expect(busy[what](items(1))).rejects.toThrow('DynamoDB kept leaving a part of a batch undone');
    expect(busy.requests).toHaveLength(6);
  });
});
