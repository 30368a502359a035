import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';
import { copyBucket, s3ClientFor, startS3 } from '#local/s3.ts';

test('a bucket copied from disk holds the bytes that were put, by their keys, and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'copy-'));
  const server = await startS3(join(folder, 's3'), ['site', 'data'], () => undefined);
  const s3 = s3ClientFor(server.address);
  const put = (Bucket: string, Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));
  await put('site', 'index.html', 'first');
  await put('site', 'index.html', 'The second is shorter than most.');
  await put('site', 'wirral/2023-24-q3/1/a-b.csv', 'café');
  await put('data', 'config/wirral.json', '{}');
  s3.destroy();
  await server.close();
  expect(copyBucket(join(folder, 's3'), 'site', join(folder, 'copy'))).toBe(2);
  expect(readFileSync(join(folder, 'copy/index.html'), 'utf8')).toBe('The second is shorter than most.');
  expect(readFileSync(join(folder, 'copy/wirral/2023-24-q3/1/a-b.csv'), 'utf8')).toBe('café');
  expect(existsSync(join(folder, 'copy/config'))).toBe(false);
  rmSync(folder, { recursive: true });
});
