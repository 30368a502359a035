import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { Failure } from '#local/failure.ts';
import { s3ClientFor } from '#local/s3.ts';
import type { Up } from '#local/upFile.ts';
import { inParallel } from '#store/inParallel.ts';

/** Copies the site's bucket into a folder, replacing what is there. Gives the number of files. */
export async function exportSite(up: Up, folder: string): Promise<number> {
  const s3 = s3ClientFor(up.s3);
  rmSync(folder, { recursive: true, force: true });
  const keys = await keysUnder(s3, up.buckets.site, '');
  await inParallel(keys, (key) => copy(s3, up.buckets.site, key, folder));
  s3.destroy();
  return keys.length;
}

async function copy(s3: S3Client, bucket: string, key: string, folder: string): Promise<void> {
  const object = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  const path = join(folder, key);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, (await object.Body?.transformToByteArray()) ?? '');
}

/** Folder by folder: the S3 of this computer loses keys when a listing is cut at a thousand. */
async function keysUnder(s3: S3Client, bucket: string, prefix: string): Promise<readonly string[]> {
  const listing = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, Delimiter: '/' }));
  if (listing.IsTruncated) throw new Failure(`There are too many files in ${prefix || 'the site'} to list.`);
  const here = (listing.Contents ?? []).flatMap(({ Key }) => (Key ? [Key] : []));
  const folders = (listing.CommonPrefixes ?? []).flatMap(({ Prefix }) => (Prefix ? [Prefix] : []));
  const below = await Promise.all(folders.map((each) => keysUnder(s3, bucket, each)));
  return [...here, ...below.flat()];
}
