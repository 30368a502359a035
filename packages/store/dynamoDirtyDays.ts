import { randomUUID } from 'node:crypto';
import { DeleteItemCommand, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Stream } from '#event/types.ts';
import { conditionHeld, type Item, stringOf } from '#store/dynamo.ts';
import { getAll, putAll } from '#store/dynamoBatches.ts';
import type { DirtyDay, DirtyDays, Mark } from '#store/eventLog.ts';
import { eventKeys, keys } from '#store/names.ts';

type Listed = DirtyDay & Mark & { readonly cursor: string };

const keyOf = ({ organisation, stream, day }: DirtyDay) => ({
  [keys.partition]: { S: eventKeys.dirty(organisation) },
  [keys.sort]: { S: eventKeys.dirtyDay(stream, day) },
});

const markOf = (item: Item): Mark => ({ token: stringOf(item, 'token'), markedAt: stringOf(item, 'markedAt') });

function listedOf(organisation: string, item: Item): Listed {
  const cursor = stringOf(item, keys.sort);
  const [stream, day] = cursor.split('#') as [Stream, string];
  return { organisation, stream, day, cursor, ...markOf(item) };
}

export function dynamoDirtyDays(client: DynamoDBClient, table: string): DirtyDays {
  const page = (organisation: string, after: string | undefined, limit: number) =>
    client.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        Limit: limit,
        KeyConditionExpression: `${keys.partition} = :dirty AND ${keys.sort} > :after`,
        ExpressionAttributeValues: {
          ':dirty': { S: eventKeys.dirty(organisation) },
          // No stream begins with a space, and a key cannot be compared with nothing.
          ':after': { S: after ?? ' ' },
        },
      }),
    );

  return {
    async list(organisation, { before, after, limit }) {
      const listed: Listed[] = [];
      let cursor = after;
      let more = true;
      while (more && listed.length < limit) {
        const { Items = [], LastEvaluatedKey } = await page(organisation, cursor, limit);
        const days = Items.map((item) => listedOf(organisation, item));
        listed.push(...days.filter(({ markedAt }) => markedAt < before.toISOString()));
        cursor = days.at(-1)?.cursor ?? cursor;
        more = LastEvaluatedKey !== undefined;
      }
      return listed.slice(0, limit);
    },
    async read(days) {
      const found = await getAll(client, { table, wanted: days.map(keyOf), attributes: ['token', 'markedAt'] });
      return found.map((item) => item && markOf(item));
    },
    mark(days, now) {
      const mark = () => ({ token: { S: randomUUID() }, markedAt: { S: now.toISOString() } });
      return putAll(
        client,
        table,
        days.map((day) => ({ ...keyOf(day), ...mark() })),
      );
    },
    clear: (day, token) =>
      conditionHeld(
        client.send(
          new DeleteItemCommand({
            TableName: table,
            Key: keyOf(day),
            ConditionExpression: '#token = :token',
            ExpressionAttributeNames: { '#token': 'token' },
            ExpressionAttributeValues: { ':token': { S: token } },
          }),
        ),
      ),
  };
}
