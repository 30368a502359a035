import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { Failure } from '#local/failure.ts';
import { s3ClientFor } from '#local/s3.ts';
import type { Up } from '#local/upFile.ts';

const copiesAtOnce = 8;

/** Copies the site's bucket into a folder, replacing what is there. Gives the number of files. */
export async function exportSite(up: Up, folder: string): Promise<number> {
  const s3 = s3ClientFor(up.s3);
  rmSync(folder, { recursive: true, force: true });
  const keys = keysUnder(s3, up.buckets.site, '');
  const counts = await Promise.all(Array.from({ length: copiesAtOnce }, () => copy(s3, up.buckets.site, keys, folder)));
  s3.destroy();
  return counts.reduce((total, count) => total + count, 0);
}

/** Takes keys, from a queue that others take from too, until there are none. */
async function copy(s3: S3Client, bucket: string, keys: AsyncIterable<string>, folder: string): Promise<number> {
  let files = 0;
  for await (const key of keys) {
    const object = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const path = join(folder, key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, (await object.Body?.transformToByteArray()) ?? '');
    files++;
  }
  return files;
}

/** Folder by folder: the S3 of this computer loses keys when a listing is cut at a thousand. */
async function* keysUnder(s3: S3Client, bucket: string, prefix: string): AsyncGenerator<string> {
  const listing = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, Delimiter: '/' }));
  if (listing.IsTruncated) throw new Failure(`There are too many files in ${prefix || 'the site'} to list.`);
  for (const { Key } of listing.Contents ?? []) if (Key) yield Key;
  for (const { Prefix } of listing.CommonPrefixes ?? []) if (Prefix) yield* keysUnder(s3, bucket, Prefix);
}
