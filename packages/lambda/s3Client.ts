import { S3Client } from '@aws-sdk/client-s3';

/**
 * For whole objects. Path style only where an endpoint is set, since a local one has no names for its buckets; and no
 * checksum trailers, which a server that speaks S3 need not understand.
 */
export const s3Client = (): S3Client =>
  new S3Client({
    forcePathStyle: process.env['AWS_ENDPOINT_URL_S3'] !== undefined,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
