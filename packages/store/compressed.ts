import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** JSON as zstd: what is stored of partials and editions. */
export const compressedJson = (value: unknown): Uint8Array => zstdCompressSync(JSON.stringify(value));

/** Trusts that the stored JSON is of the type that was stored. */
export const fromCompressedJson = <Value>(bytes: Uint8Array): Value =>
  JSON.parse(zstdDecompressSync(bytes).toString('utf8')) as Value;
