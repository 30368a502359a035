import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import type { Item } from '#store/dynamo.ts';
import { inParallel } from '#store/inParallel.ts';
import { keys } from '#store/names.ts';

type Attributes = Record<string, AttributeValue>;

/** The most that one request may ask for, and write. */
const readAtOnce = 100;
const writtenAtOnce = 25;
const mostPauses = 5;
const firstPauseMs = 20;

const keyText = (item: Item): string => JSON.stringify([item[keys.partition]?.S, item[keys.sort]?.S]);

const batchesOf = <One extends Item>(items: readonly One[], size: number): readonly (readonly One[])[] => {
  const distinct = [...new Map(items.map((item) => [keyText(item), item])).values()];
  return Array.from({ length: Math.ceil(distinct.length / size) }, (_, i) => distinct.slice(i * size, (i + 1) * size));
};

/** A table that is too busy leaves a part undone, which the SDK does not ask for again: `attempt` gives that part. */
async function untilDone<Part>(first: readonly Part[], attempt: (part: Part[]) => Promise<readonly Part[]>) {
  let left = await attempt([...first]);
  for (let pauses = 0; left.length > 0; pauses++) {
    if (pauses === mostPauses) throw new Error('DynamoDB kept leaving a part of a batch undone');
    await sleep(firstPauseMs * 2 ** pauses);
    left = await attempt([...left]);
  }
}

interface Wanted {
  readonly table: string;
  readonly wanted: readonly Attributes[];
  /** Beside the keys. */
  readonly attributes: readonly string[];
}

/** The item of each key, in their order and consistently read; undefined where there is none. */
export async function getAll(client: DynamoDBClient, all: Wanted): Promise<readonly (Item | undefined)[]> {
  const { table, wanted, attributes } = all;
  const names = [keys.partition, keys.sort, ...attributes].map((name) => [`#${name}`, name] as const);
  const how = {
    ConsistentRead: true,
    ProjectionExpression: names.map(([alias]) => alias).join(', '),
    ExpressionAttributeNames: Object.fromEntries(names),
  };
  const found = new Map<string, Item>();
  const read = async (Keys: Attributes[]) => {
    const RequestItems = { [table]: { Keys, ...how } };
    const { Responses, UnprocessedKeys } = await client.send(new BatchGetItemCommand({ RequestItems }));
    for (const item of Responses?.[table] ?? []) found.set(keyText(item), item);
    return UnprocessedKeys?.[table]?.Keys ?? [];
  };
  await inParallel(batchesOf(wanted, readAtOnce), (batch) => untilDone(batch, read));
  return wanted.map((key) => found.get(keyText(key)));
}

/** Puts every item, on no condition; of two with the same key the last. */
export async function putAll(client: DynamoDBClient, table: string, items: readonly Attributes[]): Promise<void> {
  const write = async (part: Attributes[]) => {
    const RequestItems = { [table]: part.map((Item) => ({ PutRequest: { Item } })) };
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems }));
    const unwritten = UnprocessedItems?.[table] ?? [];
    return unwritten.flatMap(({ PutRequest }): Attributes[] => (PutRequest?.Item ? [PutRequest.Item] : []));
  };
  await inParallel(batchesOf(items, writtenAtOnce), (batch) => untilDone(batch, write));
}
