import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Dropped, Drops, PieceOfReport } from '#store/drops.ts';
import { batchesPrefix } from '#store/names.ts';
import { getObject, putObject } from '#store/s3Object.ts';

const pieceBytes = 4_194_304;

const pieceKey = ({ organisation, batch, piece }: PieceOfReport): string =>
  `${batchesPrefix}${organisation}/${batch}/rejected/${String(piece).padStart(4, '0')}`;

export function s3Drops(s3: S3Client, bucket: string): Drops {
  /** In pieces, since whoever works for minutes between two reads would find one long connection closed. */
  async function* read({ key, version }: Dropped): AsyncGenerator<Uint8Array> {
    const object = { Bucket: bucket, Key: key, ...(version !== undefined && { VersionId: version }) };
    const { ContentLength: bytes = 0 } = await s3.send(new HeadObjectCommand(object));
    for (let at = 0; at < bytes; at += pieceBytes) {
      const Range = `bytes=${at}-${Math.min(bytes, at + pieceBytes) - 1}`;
      const { Body } = await s3.send(new GetObjectCommand({ ...object, Range }));
      if (Body) yield await Body.transformToByteArray();
    }
  }

  const put = (key: string, text: string, contentType: string): Promise<void> =>
    putObject(s3, bucket, key, { bytes: Buffer.from(text), contentType });

  return {
    read,
    writeBeside: put,
    keepPiece: (place, text) => put(pieceKey(place), text, 'text/csv; charset=utf-8'),
    async piece(place) {
      const stored = await getObject(s3, bucket, pieceKey(place));
      return Buffer.from(stored?.bytes ?? []).toString('utf8');
    },
  };
}
