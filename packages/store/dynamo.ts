import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AttributeValue,
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { keys } from '#store/names.ts';

export type Item = Readonly<Record<string, AttributeValue>>;

/** Every item that the query finds, whatever the number of pages. */
export async function queryAll(client: DynamoDBClient, input: QueryCommandInput): Promise<readonly Item[]> {
  const items: Item[] = [];
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(new QueryCommand({ ...input, ExclusiveStartKey: start }));
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
}

/** The most that one request may ask for. */
const keysAtOnce = 100;
const mostPauses = 5;
const firstPauseMs = 20;

interface Wanted {
  readonly table: string;
  readonly wanted: readonly Record<string, AttributeValue>[];
  /** Beside the keys. */
  readonly attributes: readonly string[];
}

const keyText = (item: Item): string => JSON.stringify([item[keys.partition]?.S, item[keys.sort]?.S]);

/** The item of each key, in their order and consistently read; undefined where there is none. A hundred a request. */
export async function getAll(client: DynamoDBClient, all: Wanted): Promise<readonly (Item | undefined)[]> {
  const { table, wanted, attributes } = all;
  const names = [keys.partition, keys.sort, ...attributes].map((name) => [`#${name}`, name] as const);
  const how = {
    ConsistentRead: true,
    ProjectionExpression: names.map(([alias]) => alias).join(', '),
    ExpressionAttributeNames: Object.fromEntries(names),
  };
  const found = new Map<string, Item>();
  let left = [...new Map(wanted.map((key) => [keyText(key), key])).values()];
  let pauses = 0;
  while (left.length > 0) {
    const request = { [table]: { Keys: left.slice(0, keysAtOnce), ...how } };
    const { Responses, UnprocessedKeys } = await client.send(new BatchGetItemCommand({ RequestItems: request }));
    for (const item of Responses?.[table] ?? []) found.set(keyText(item), item);
    const unread = UnprocessedKeys?.[table]?.Keys ?? [];
    left = [...left.slice(keysAtOnce), ...unread];
    if (unread.length > 0) await pauseBefore(++pauses);
  }
  return wanted.map((key) => found.get(keyText(key)));
}

/** A table that is too busy leaves keys unread, which the SDK does not ask for again. */
async function pauseBefore(attempt: number): Promise<void> {
  if (attempt > mostPauses) throw new Error('DynamoDB kept leaving keys of a batch unread');
  await sleep(firstPauseMs * 2 ** (attempt - 1));
}

/** undefined when the write's condition did not hold; any other failure is thrown. */
export async function ifConditionHeld<Result>(write: Promise<Result>): Promise<Result | undefined> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

export const conditionHeld = async (write: Promise<object>): Promise<boolean> =>
  (await ifConditionHeld(write)) !== undefined;

/** For an attribute that we always write: its absence means that something else wrote the item. */
export function stringOf(item: Item, name: string): string {
  const value = item[name]?.S;
  if (value === undefined) throw new Error(`stored item ${item['pk']?.S} ${item['sk']?.S} has no ${name}`);
  return value;
}

export function numberOf(item: Item, name: string): number {
  const value = item[name]?.N;
  if (value === undefined) throw new Error(`stored item ${item['pk']?.S} ${item['sk']?.S} has no ${name}`);
  return Number(value);
}
