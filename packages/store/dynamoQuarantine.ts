import { type AttributeValue, DeleteItemCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import { londonDay } from '#calendar/day.ts';
import { type Item, queryAll, stringOf } from '#store/dynamo.ts';
import { shortHash } from '#store/hash.ts';
import { inParallel } from '#store/inParallel.ts';
import { itemBodies } from '#store/itemBody.ts';
import { eventKeys, keys, quarantinePrefix } from '#store/names.ts';
import type { Kept, Place, Quarantine, Quarantined } from '#store/quarantine.ts';
import { deleteObject } from '#store/s3Object.ts';
import { seal, unseal } from '#store/sealed.ts';

const purpose = 'quarterlight quarantine';
const reasonPurpose = `${purpose}: reason`;
const keptSeconds = 30 * 86_400;

const placeOf = ({ organisation, source, receivedAt, body }: Quarantined): Place => ({
  organisation,
  day: londonDay(receivedAt),
  id: shortHash(source, body),
});

const pathOf = ({ organisation, day, id }: Place): string => `${organisation}/${day}/${id}`;

const keyOf = ({ organisation, day, id }: Place): Record<string, AttributeValue> => ({
  [keys.partition]: { S: eventKeys.quarantine(organisation, day) },
  [keys.sort]: { S: id },
});

const expiresAt = (receivedAt: string): string => String(Math.floor(Date.parse(receivedAt) / 1000) + keptSeconds);

/** Entries from before reasons were sealed have them in clear; they go within 30 days. */
const whyOf = (item: Item, hashKey: string, path: string): Pick<Quarantined, 'reason' | 'pointer'> => {
  const sealed = item['why']?.B;
  if (!sealed) return { reason: stringOf(item, 'reason'), pointer: stringOf(item, 'pointer') };
  const [reason = '', pointer = ''] = JSON.parse(unseal(sealed, hashKey, reasonPurpose, path)) as readonly string[];
  return { reason, pointer };
};

/** `hashKeyOf` gives the secret that an organisation's entries are encrypted with; another cannot read them again. */
export function dynamoQuarantine(
  client: DynamoDBClient,
  table: string,
  s3: S3Client,
  bucket: string,
  hashKeyOf: (organisation: string) => Promise<string>,
): Quarantine {
  const bodies = itemBodies(s3, bucket);

  async function itemOf(entry: Quarantined): Promise<Record<string, AttributeValue>> {
    const place = placeOf(entry);
    const hashKey = await hashKeyOf(entry.organisation);
    const sealed = seal(entry.body, hashKey, purpose, pathOf(place));
    const why = JSON.stringify([entry.reason, entry.pointer]);
    return {
      ...keyOf(place),
      [keys.expires]: { N: expiresAt(entry.receivedAt) },
      source: { S: entry.source },
      ...(entry.adapter !== undefined && { adapter: { S: entry.adapter } }),
      receivedAt: { S: entry.receivedAt },
      // A reason may repeat what was sent, so it is no clearer than that.
      why: { B: seal(why, hashKey, reasonPurpose, pathOf(place)) },
      ...(await bodies.write(sealed, quarantinePrefix + pathOf(place))),
    };
  }

  async function entryOf(item: Item, organisation: string, day: string): Promise<Kept> {
    const place = { organisation, day, id: stringOf(item, keys.sort) };
    const sealed = await bodies.read(item);
    const hashKey = await hashKeyOf(organisation);
    return {
      ...place,
      source: stringOf(item, 'source'),
      ...(item['adapter']?.S !== undefined && { adapter: item['adapter'].S }),
      receivedAt: stringOf(item, 'receivedAt'),
      ...whyOf(item, hashKey, pathOf(place)),
      body: unseal(sealed, hashKey, purpose, pathOf(place)),
    };
  }

  return {
    async put(entries) {
      await inParallel(entries, async (entry) =>
        client.send(new PutItemCommand({ TableName: table, Item: await itemOf(entry) })),
      );
    },
    async list(organisation, day) {
      const items = await queryAll(client, {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: `${keys.partition} = :partition`,
        ExpressionAttributeValues: { ':partition': { S: eventKeys.quarantine(organisation, day) } },
      });
      return inParallel(items, (item) => entryOf(item, organisation, day));
    },
    async remove(place) {
      const request = { TableName: table, Key: keyOf(place), ReturnValues: 'ALL_OLD' as const };
      const { Attributes } = await client.send(new DeleteItemCommand(request));
      if (Attributes?.['bodyKey']?.S !== undefined) await deleteObject(s3, bucket, Attributes['bodyKey'].S);
    },
  };
}
