import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import { type Item, stringOf } from '#store/dynamo.ts';
import { itemLimitBytes } from '#store/names.ts';
import { getObject, putObject } from '#store/s3Object.ts';

/** The attributes of an item that hold its body, or, when it is too large for an item, say where it is. */
export interface ItemBodies {
  /** Writes a large body to the bucket, which must be done before the item. */
  write(bytes: Uint8Array, keyInBucket: string): Promise<Record<string, AttributeValue>>;
  read(item: Item): Promise<Uint8Array>;
}

export const itemBodies = (s3: S3Client, bucket: string): ItemBodies => ({
  async write(bytes, keyInBucket): Promise<Record<string, AttributeValue>> {
    if (bytes.byteLength <= itemLimitBytes) return { body: { B: bytes } };
    await putObject(s3, bucket, keyInBucket, { bytes, contentType: 'application/octet-stream' });
    return { bodyKey: { S: keyInBucket } };
  },
  async read(item) {
    if (item['body']?.B) return item['body'].B;
    const key = stringOf(item, 'bodyKey');
    const stored = await getObject(s3, bucket, key);
    if (!stored) throw new Error(`${key} is missing from the data bucket`);
    return stored.bytes;
  },
});
