import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import type { Fact } from '#event/types.ts';
import type { Batches, BatchPart } from '#store/batches.ts';
import { compressedJson, fromCompressedJson } from '#store/compressed.ts';
import { batchesPrefix } from '#store/names.ts';
import { getObject, putObject } from '#store/s3Object.ts';

/** In folders of a thousand, since that is what one listing gives. */
const partsInFolder = 1000;

const folderOf = (organisation: string, batch: string, folder: number): string =>
  `${batchesPrefix}${organisation}/${batch}/${String(folder).padStart(4, '0')}/`;

const keyOf = ({ organisation, batch, part }: BatchPart): string =>
  folderOf(organisation, batch, Math.floor(part / partsInFolder)) + String(part).padStart(7, '0');

const partOf = (key = ''): number => Number(key.slice(key.lastIndexOf('/') + 1));

export function s3Batches(s3: S3Client, bucket: string): Batches {
  const partsIn = async (Prefix: string): Promise<readonly number[]> => {
    const { Contents = [] } = await s3.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix, MaxKeys: partsInFolder }),
    );
    return Contents.map(({ Key }) => partOf(Key));
  };

  return {
    put: (place, facts) =>
      putObject(s3, bucket, keyOf(place), { bytes: compressedJson(facts), contentType: 'application/zstd' }),
    /** Parts are put a few at a time, in order: a folder without any is the end. */
    async parts(organisation, batch) {
      const parts: number[] = [];
      for (let folder = 0; ; folder++) {
        const found = await partsIn(folderOf(organisation, batch, folder));
        if (found.length === 0) return parts.sort((a, b) => a - b);
        parts.push(...found);
      }
    },
    async facts(place) {
      const stored = await getObject(s3, bucket, keyOf(place));
      return stored ? fromCompressedJson<readonly Fact[]>(stored.bytes) : [];
    },
  };
}
