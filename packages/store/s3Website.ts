import type { S3Client } from '@aws-sdk/client-s3';
import { getObject, putObject } from '#store/s3Object.ts';
import type { Website } from '#store/website.ts';

export const s3Website = (s3: S3Client, bucket: string): Website => ({
  async put({ path, body, contentType, cacheControl }) {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    await putObject(s3, bucket, path, { bytes, contentType, cacheControl });
  },
  async get(path) {
    const stored = await getObject(s3, bucket, path);
    if (!stored) return undefined;
    const { bytes, contentType, cacheControl } = stored;
    return { path, body: bytes, contentType, cacheControl };
  },
});
