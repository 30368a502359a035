import { createHash } from 'node:crypto';
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Edition } from '#scorecard/edition.ts';
import { compressedJson, fromCompressedJson } from '#store/compressed.ts';
import { conditionHeld, type Item, numberOf, queryAll, stringOf } from '#store/dynamo.ts';
import type { EditionHead, Editions } from '#store/editions.ts';
import { itemBodies } from '#store/itemBody.ts';
import { editionKeys, editionsPrefix, keys } from '#store/names.ts';

type Place = Pick<EditionHead, 'organisation' | 'scorecard' | 'period' | 'edition'>;

const keyOf = ({ organisation, scorecard, period, edition }: Place) => ({
  [keys.partition]: { S: editionKeys.partition(organisation, scorecard) },
  [keys.sort]: { S: editionKeys.sort(period, edition) },
});

const placeOf = ({ organisation, scorecard, period, edition }: Edition): Place => ({
  organisation: organisation.id,
  scorecard: scorecard.id,
  period: period.id,
  edition,
});

const hashOf = (edition: Edition): string => createHash('sha256').update(JSON.stringify(edition)).digest('hex');

/** Named by content: of two that mint one number, the loser cannot touch the winner's. */
const keyInBucket = ({ organisation, scorecard, period, edition }: Place, contentHash: string): string =>
  `${editionsPrefix}${organisation}/${scorecard}/${period}/${edition}-${contentHash}`;

const headAttributes = ['period', 'edition', 'asOf', 'figuresHash'];

const headOf = (item: Item, organisation: string, scorecard: string): EditionHead => ({
  organisation,
  scorecard,
  period: stringOf(item, 'period'),
  edition: numberOf(item, 'edition'),
  asOf: stringOf(item, 'asOf'),
  figuresHash: stringOf(item, 'figuresHash'),
});

export function dynamoEditions(client: DynamoDBClient, table: string, s3: S3Client, bucket: string): Editions {
  const bodies = itemBodies(s3, bucket);

  const itemAt = async (place: Place): Promise<Item | undefined> =>
    (await client.send(new GetItemCommand({ TableName: table, Key: keyOf(place), ConsistentRead: true }))).Item;

  const itemOf = async (edition: Edition, figuresHash: string, contentHash: string) => ({
    ...keyOf(placeOf(edition)),
    period: { S: edition.period.id },
    edition: { N: String(edition.edition) },
    asOf: { S: edition.asOf },
    figuresHash: { S: figuresHash },
    contentHash: { S: contentHash },
    ...(await bodies.write(compressedJson(edition), keyInBucket(placeOf(edition), contentHash))),
  });

  return {
    async heads(organisation, scorecard) {
      const items = await queryAll(client, {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: `${keys.partition} = :partition`,
        ExpressionAttributeValues: { ':partition': { S: editionKeys.partition(organisation, scorecard) } },
        ProjectionExpression: headAttributes.map((name) => `#${name}`).join(', '),
        ExpressionAttributeNames: Object.fromEntries(headAttributes.map((name) => [`#${name}`, name])),
      });
      return items.map((item) => headOf(item, organisation, scorecard));
    },
    async read(place) {
      const item = await itemAt(place);
      return item && fromCompressedJson<Edition>(await bodies.read(item));
    },
    async mint(edition, figuresHash) {
      const contentHash = hashOf(edition);
      const put = new PutItemCommand({
        TableName: table,
        Item: await itemOf(edition, figuresHash, contentHash),
        ConditionExpression: `attribute_not_exists(${keys.partition})`,
      });
      if (await conditionHeld(client.send(put))) return true;
      // The number may be our own: the first answer was lost and the client tried again.
      return (await itemAt(placeOf(edition)))?.['contentHash']?.S === contentHash;
    },
  };
}
