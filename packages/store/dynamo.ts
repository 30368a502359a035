import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';

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
