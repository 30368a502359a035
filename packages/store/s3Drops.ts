import { GetObjectCommand, HeadObjectCommand, NotFound, type S3Client } from '@aws-sdk/client-s3';
import type { Drops } from '#store/drops.ts';
import { deleteObject, getObject, putObject } from '#store/s3Object.ts';

const pieceBytes = 4_194_304;

interface Wanted {
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId?: string;
}

async function sizeOf(s3: S3Client, wanted: Wanted): Promise<number | undefined> {
  try {
    return (await s3.send(new HeadObjectCommand(wanted))).ContentLength ?? 0;
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

/** In pieces, since whoever works for minutes between two reads would find one long connection closed. */
async function* piecesOf(s3: S3Client, wanted: Wanted, bytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes; at += pieceBytes) {
    const Range = `bytes=${at}-${Math.min(bytes, at + pieceBytes) - 1}`;
    const { Body } = await s3.send(new GetObjectCommand({ ...wanted, Range }));
    if (Body) yield await Body.transformToByteArray();
  }
}

export const s3Drops = (s3: S3Client, bucket: string): Drops => ({
  async read({ key, version }) {
    const wanted = { Bucket: bucket, Key: key, ...(version !== undefined && { VersionId: version }) };
    const bytes = await sizeOf(s3, wanted);
    return bytes === undefined ? undefined : piecesOf(s3, wanted, bytes);
  },
  write: (key, text, contentType) => putObject(s3, bucket, key, { bytes: Buffer.from(text), contentType }),
  async text(key) {
    const stored = await getObject(s3, bucket, key);
    return Buffer.from(stored?.bytes ?? []).toString('utf8');
  },
  remove: (key) => deleteObject(s3, bucket, key),
});
