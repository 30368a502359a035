import { type DynamoDBClient, GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { conditionHeld, ifConditionHeld, queryAll } from '#store/dynamo.ts';
import { daysOfItem, factKey, factOfItem, factUpdate } from '#store/factItem.ts';
import { claimed, type FactTable, factHash } from '#store/factTable.ts';
import { shards, shortHash } from '#store/hash.ts';
import { dayIndex, eventKeys, keys } from '#store/names.ts';

export function dynamoFactTable(client: DynamoDBClient, table: string): FactTable {
  const claim: FactTable['claim'] = (fact) =>
    conditionHeld(
      client.send(
        new PutItemCommand({
          TableName: table,
          Item: {
            [keys.partition]: { S: eventKeys.identity(fact.organisation, factHash(fact)) },
            [keys.sort]: { S: 'identity' },
            claimed: { S: claimed(fact) },
          },
          ConditionExpression: `attribute_not_exists(${keys.partition}) OR claimed = :claimed`,
          ExpressionAttributeValues: { ':claimed': { S: claimed(fact) } },
        }),
      ),
    );

  const write: FactTable['write'] = async (fact, now) => {
    const update = new UpdateItemCommand({ TableName: table, ...factUpdate(fact, now) });
    const stored = await ifConditionHeld(client.send(update));
    return stored && daysOfItem(stored.Attributes);
  };

  const daysEver: FactTable['daysEver'] = async (fact) => {
    const get = { TableName: table, Key: factKey(fact), ConsistentRead: true };
    const { Item } = await client.send(
      new GetItemCommand({ ...get, ProjectionExpression: '#days', ExpressionAttributeNames: { '#days': 'days' } }),
    );
    return daysOfItem(Item);
  };

  const inPartition = (partition: string) =>
    queryAll(client, {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: `${keys.partition} = :partition`,
      ExpressionAttributeValues: { ':partition': { S: partition } },
    });

  const inIndex = (partition: string) =>
    queryAll(client, {
      TableName: table,
      IndexName: dayIndex,
      KeyConditionExpression: `${keys.dayPartition} = :partition`,
      ExpressionAttributeValues: { ':partition': { S: partition } },
    });

  return {
    claim,
    write,
    daysEver,
    async ofSubject({ organisation, stream, subject }) {
      const items = await inPartition(eventKeys.fact(organisation, stream, shortHash(subject)));
      return items.map((item) => factOfItem(item, organisation, stream));
    },
    async ofDay({ organisation, stream, day }) {
      const ofShard = (shard: number) =>
        stream === 'web'
          ? inPartition(eventKeys.webFact(organisation, day, shard))
          : inIndex(eventKeys.day(organisation, stream, day, shard));
      const items = (await Promise.all(shards.map(ofShard))).flat();
      return items.map((item) => factOfItem(item, organisation, stream));
    },
  };
}
