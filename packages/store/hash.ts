import { createHash } from 'node:crypto';
import { shardCount } from '#store/names.ts';

/** The first 32 hexadecimal characters of the SHA-256 of the parts, which no other parts can imitate by their joins. */
export const shortHash = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

/** Which of the shards a hash belongs to. */
export const shardOf = (hash: string): number => Number.parseInt(hash.slice(0, 8), 16) % shardCount;

export const shards: readonly number[] = Array.from({ length: shardCount }, (_, shard) => shard);
