import { createHash } from 'node:crypto';
import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Stream } from '#event/types.ts';
import { conditionHeld, numberOf, queryAll } from '#store/dynamo.ts';
import { getAll } from '#store/dynamoBatches.ts';
import { inParallel } from '#store/inParallel.ts';
import { itemBodies } from '#store/itemBody.ts';
import { keys, partialKeys, partialsPrefix } from '#store/names.ts';
import { decodePartial, encodePartial } from '#store/partialCodec.ts';
import type { Partials } from '#store/partials.ts';

const keyOf = (organisation: string, stream: Stream, day: string) => ({
  [keys.partition]: { S: partialKeys.partition(organisation, stream) },
  [keys.sort]: { S: partialKeys.sort(day) },
});

/** Named by content: a loser of two replacements cannot touch what the winner's item points to. */
const keyInBucket = (organisation: string, stream: Stream, day: string, bytes: Uint8Array): string =>
  `${partialsPrefix}${organisation}/${stream}/${day}/${createHash('sha256').update(bytes).digest('hex')}`;

const unchangedSince = (expected: number) =>
  expected === 0
    ? { ConditionExpression: `attribute_not_exists(${keys.partition})` }
    : {
        ConditionExpression: '#version = :expected',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':expected': { N: String(expected) } },
      };

export function dynamoPartials(client: DynamoDBClient, table: string, s3: S3Client, bucket: string): Partials {
  const bodies = itemBodies(s3, bucket);

  async function endOf(organisation: string, stream: Stream, { isFirst }: { readonly isFirst: boolean }) {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        Limit: 1,
        ScanIndexForward: isFirst,
        ProjectionExpression: keys.sort,
        KeyConditionExpression: `${keys.partition} = :partition`,
        ExpressionAttributeValues: { ':partition': { S: partialKeys.partition(organisation, stream) } },
      }),
    );
    return Items[0]?.[keys.sort]?.S;
  }

  return {
    async versions(days) {
      const wanted = days.map(({ organisation, stream, day }) => keyOf(organisation, stream, day));
      const found = await getAll(client, { table, wanted, attributes: ['version'] });
      return found.map((item) => (item ? numberOf(item, 'version') : 0));
    },
    async replace(organisation, partial, expected) {
      const { stream, day } = partial;
      const bytes = encodePartial(partial);
      const body = await bodies.write(bytes, keyInBucket(organisation, stream, day, bytes));
      const version = { N: String(expected + 1) };
      const Item = { ...keyOf(organisation, stream, day), version, ...body };
      return conditionHeld(client.send(new PutItemCommand({ TableName: table, Item, ...unchangedSince(expected) })));
    },
    async span(organisation, stream) {
      const [first, last] = await Promise.all([
        endOf(organisation, stream, { isFirst: true }),
        endOf(organisation, stream, { isFirst: false }),
      ]);
      return first === undefined || last === undefined ? undefined : { first, last };
    },
    async range(organisation, stream, from, to) {
      // DynamoDB refuses such a range.
      if (from > to) return [];
      const items = await queryAll(client, {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: `${keys.partition} = :partition AND ${keys.sort} BETWEEN :from AND :to`,
        ExpressionAttributeValues: {
          ':partition': { S: partialKeys.partition(organisation, stream) },
          ':from': { S: partialKeys.sort(from) },
          ':to': { S: partialKeys.sort(to) },
        },
      });
      return inParallel(items, async (item) => decodePartial(await bodies.read(item)));
    },
  };
}
