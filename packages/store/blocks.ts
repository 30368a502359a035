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
  /** The first so many of its numbers. */
  readonly read: (length: number) => Float64Array;
}

/** Each block in turn, in the order in which they were added. */
export function blockReader(bytes: Uint8Array, sizes: readonly number[]) {
  let [at, next] = [0, 0];
  return (): Block => {
    const size = sizes[next++] ?? 0;
    const [start, isPacked] = [at, size >= 0];
    at += Math.abs(size);
    const end = at;
    return {
      isPacked,
      read: (length) => {
        const block = bytes.subarray(start, end);
        return isPacked ? unpacked(block, length) : fromDoubles(block, length);
      },
    };
  };
}
