import { asDoubles, fromDoubles, isPackable, packed, unpacked } from '#store/packed.ts';

/** Lists of numbers, one after another. Of each is kept how many bytes it takes; below 0 where they are doubles. */
export function blockWriter() {
  const blocks: Uint8Array[] = [];
  const sizes: number[] = [];
  return {
    /** Packed where all are whole and not below 0; else `otherwise`, or the same, as doubles. */
    add(numbers: readonly number[], otherwise: () => readonly number[] = () => numbers): void {
      const isPacked = numbers.every(isPackable);
      const block = isPacked ? packed(numbers) : asDoubles(otherwise());
      blocks.push(block);
      sizes.push(isPacked ? block.length : -block.length);
    },
    blocks,
    sizes,
  };
}

export interface Block {
  readonly isPacked: boolean;
  readonly read: (from: number, length: number) => number[];
}

/** Finds a block by its place when it is asked for. */
export const blockAt =
  (bytes: Uint8Array, sizes: readonly number[]) =>
  (place: number): Block => {
    let start = 0;
    for (let i = 0; i < place; i++) start += Math.abs(sizes[i] ?? 0);
    const size = sizes[place] ?? 0;
    const isPacked = size >= 0;
    const block = bytes.subarray(start, start + Math.abs(size));
    return { isPacked, read: (from, length) => (isPacked ? unpacked : fromDoubles)(block, from, length) };
  };
