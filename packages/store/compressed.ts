import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** As zstd: what is stored of partials and editions. */
export const compressed = (content: string | Uint8Array): Uint8Array => zstdCompressSync(content);

const leastChunk = 64;
const usualChunk = 16_384;

/**
 * How much comes out, as the frame's header says (RFC 8878, 3.1.1.1): one of 4 bytes at most, which are all that is
 * written of up to 4 GB in one segment. undefined where it says nothing of the kind.
 */
function contentLength(frame: Uint8Array): number | undefined {
  const { buffer, byteOffset, length } = frame;
  if (length < 9) return undefined;
  const descriptor = frame[4] ?? 0;
  const isOneSegmentWithoutDictionary = (descriptor & 0b0010_0011) === 0b0010_0000;
  if (!isOneSegmentWithoutDictionary) return undefined;
  const view = new DataView(buffer, byteOffset, length);
  return [() => view.getUint8(5), () => view.getUint16(5, true) + 256, () => view.getUint32(5, true)][
    descriptor >> 6
  ]?.();
}

/** Into one piece of memory of the right size, where that is known: many small frames are read far faster so. */
export const decompressed = (frame: Uint8Array): Buffer => {
  const length = contentLength(frame);
  // One byte more, or else the end of the frame would ask for another piece.
  return zstdDecompressSync(frame, { chunkSize: length === undefined ? usualChunk : Math.max(leastChunk, length + 1) });
};

export const compressedJson = (value: unknown): Uint8Array => compressed(JSON.stringify(value));

/** Trusts that the stored JSON is of the type that was stored. */
export const fromCompressedJson = <Value>(bytes: Uint8Array): Value =>
  JSON.parse(decompressed(bytes).toString('utf8')) as Value;
