import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

export interface Stored {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly cacheControl: string;
}

/**
 * undefined when there is no such object. Amazon says so only to those who may list the bucket, and answers others
 * with AccessDenied, which is thrown.
 */
export async function getObject(s3: S3Client, bucket: string, key: string): Promise<Stored | undefined> {
  try {
    const {
      Body,
      ContentType = '',
      CacheControl = '',
    } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
    return { bytes, contentType: ContentType, cacheControl: CacheControl };
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

/** Whole buffers only: streams are broken in the S3 that runs on a laptop. */
export async function putObject(
  s3: S3Client,
  bucket: string,
  key: string,
  { bytes, contentType, cacheControl }: Omit<Stored, 'cacheControl'> & { readonly cacheControl?: string },
): Promise<void> {
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: bytes,
      ContentType: contentType,
      CacheControl: cacheControl,
    }),
  );
}

/** What is not there is deleted already. */
export async function deleteObject(s3: S3Client, bucket: string, key: string): Promise<void> {
  await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
}
