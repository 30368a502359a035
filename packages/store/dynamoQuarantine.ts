import { type AttributeValue, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import { londonDay } from '#calendar/day.ts';
import { type Item, queryAll, stringOf } from '#store/dynamo.ts';
import { shortHash } from '#store/hash.ts';
import { inParallel } from '#store/inParallel.ts';
import { itemBodies } from '#store/itemBody.ts';
import { eventKeys, keys, quarantinePrefix } from '#store/names.ts';
import type { Quarantine, Quarantined } from '#store/quarantine.ts';
import { seal, unseal } from '#store/sealed.ts';

const purpose = 'quarterlight quarantine';
const keptSeconds = 30 * 86_400;

interface Place {
  readonly organisation: string;
  readonly day: string;
  readonly hash: string;
}

const placeOf = ({ organisation, source, receivedAt, body }: Quarantined): Place => ({
  organisation,
  day: londonDay(receivedAt),
  hash: shortHash(source, body),
});

const pathOf = ({ organisation, day, hash }: Place): string => `${organisation}/${day}/${hash}`;

const expiresAt = (receivedAt: string): string => String(Math.floor(Date.parse(receivedAt) / 1000) + keptSeconds);

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
    const sealed = seal(entry.body, await hashKeyOf(entry.organisation), purpose, pathOf(place));
    return {
      [keys.partition]: { S: eventKeys.quarantine(place.organisation, place.day) },
      [keys.sort]: { S: place.hash },
      [keys.expires]: { N: expiresAt(entry.receivedAt) },
      source: { S: entry.source },
      receivedAt: { S: entry.receivedAt },
      reason: { S: entry.reason },
      pointer: { S: entry.pointer },
      ...(await bodies.write(sealed, quarantinePrefix + pathOf(place))),
    };
  }

  async function entryOf(item: Item, organisation: string, day: string): Promise<Quarantined> {
    const path = pathOf({ organisation, day, hash: stringOf(item, keys.sort) });
    const sealed = await bodies.read(item);
    return {
      organisation,
      source: stringOf(item, 'source'),
      receivedAt: stringOf(item, 'receivedAt'),
      reason: stringOf(item, 'reason'),
      pointer: stringOf(item, 'pointer'),
      body: unseal(sealed, await hashKeyOf(organisation), purpose, path),
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
  };
}
