import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decompressed } from '#lambda/decompress.ts';
import { Problem } from '#lambda/problem.ts';

const text = Buffer.from('{"tŷ":1}');

const outcome = (body: Buffer, encoding: string | undefined, mostBytes = 100): string | number => {
  try {
    return decompressed(body, encoding, mostBytes).toString();
  } catch (error) {
    if (error instanceof Problem) return error.status;
    throw error;
  }
};

describe('a body as it was before it was compressed', () => {
  const rows: [string, string | undefined, Buffer, string | number][] = [
    ['not at all', undefined, text, '{"tŷ":1}'],
    ['by identity', 'identity', text, '{"tŷ":1}'],
    ['by gzip', 'gzip', gzipSync(text), '{"tŷ":1}'],
    ['by gzip, in capitals and by its old name', 'X-GZIP ', gzipSync(text), '{"tŷ":1}'],
    ['by gzip in two parts', 'gzip', Buffer.concat([gzipSync('one '), gzipSync('two')]), 'one two'],
    ['by deflate', 'deflate', deflateSync(text), '{"tŷ":1}'],
    ['by deflate without its header', 'deflate', deflateRawSync(text), '{"tŷ":1}'],
    ['by br', 'br', brotliCompressSync(text), '{"tŷ":1}'],
    ['by something else', 'zstd', text, 415],
    ['by a word that every object has', 'constructor', text, 415],
    ['twice', 'gzip, br', brotliCompressSync(gzipSync(text)), 415],
    ['only by its label', 'gzip', text, 400],
    ['and cut short', 'gzip', gzipSync(text).subarray(0, 15), 400],
    ['to nothing', 'gzip', Buffer.alloc(0), 400],
    ['to nothing, by deflate', 'deflate', Buffer.alloc(0), 400],
    ['and as long as it may be', 'gzip', gzipSync(Buffer.alloc(100, 'x')), 'x'.repeat(100)],
    ['and a byte longer', 'gzip', gzipSync(Buffer.alloc(101, 'x')), 413],
    ['and a byte longer, by br', 'br', brotliCompressSync(Buffer.alloc(101, 'x')), 413],
    ['and a byte longer, by bare deflate', 'deflate', deflateRawSync(Buffer.alloc(101, 'x')), 413],
  ];

  test.each(rows)('compressed %s', (_, encoding, body, expected) => {
    expect(outcome(body, encoding)).toBe(expected);
  });
});

test('a bomb is refused before it fills the memory: what comes after the limit is not even looked at', () => {
  const bomb = gzipSync(Buffer.alloc(100_000_000));
  const begun = bomb.subarray(0, bomb.length / 8);
  expect(outcome(begun, 'gzip', 8_388_608)).toBe(413);
  expect(outcome(begun, 'gzip', 100_000_000)).toBe(400);
});

test('any bytes at all are read or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.constantFrom('gzip', 'deflate', 'br'), (bytes, encoding) => {
      expect(outcome(Buffer.from(bytes), encoding)).toBeDefined();
    }),
  );
});
