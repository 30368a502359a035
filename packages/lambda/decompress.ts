import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib';
import { Problem } from '#lambda/problem.ts';

type Decompress = (body: Buffer, options: ZlibOptions) => Buffer;

/** `deflate` should mean zlib's form; some send the bare one. */
const inflated: Decompress = (body, options) => (hasZlibHeader(body) ? inflateSync : inflateRawSync)(body, options);
const hasZlibHeader = (body: Buffer): boolean =>
  body.length > 1 && ((body[0] ?? 0) & 0x0f) === 8 && body.readUInt16BE(0) % 31 === 0;

const ways: Readonly<Record<string, Decompress>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflated,
  br: brotliDecompressSync,
};

/** Gives up as soon as more comes out than may, so that a small body cannot fill the memory. */
export const decompressed = (body: Buffer, encoding: string | undefined, mostBytes: number): Buffer => {
  const name = (encoding ?? '').trim().toLowerCase();
  if (name === '' || name === 'identity') return body;
  const way = Object.hasOwn(ways, name) ? ways[name] : undefined;
  if (!way) throw new Problem(415, `This content-encoding is not read. Send ${Object.keys(ways).join(', ')} or none.`);
  try {
    return way(body, { maxOutputLength: mostBytes });
  } catch (cause) {
    throw isTooLong(cause)
      ? new Problem(413, `A body may hold ${mostBytes} bytes when decompressed. Send less at a time.`, { cause })
      : new Problem(400, `The body is not whole ${name}.`, { cause });
  }
};

const isTooLong = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
