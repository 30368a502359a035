import { hash } from 'node:crypto';

/** How often each text was seen; it keeps 24 to 48 bytes of each, not the text. */
export interface Seen {
  /** What was kept with the text before; undefined when it is new. Keeps `value` (32 bits) from now on if it is new. */
  readonly first: (text: string, value: number) => number | undefined;
  /** How many times it was seen before. */
  readonly count: (text: string) => number;
}

const beginning = 1024;
/** Beyond this part of its places, searching a table of open addresses takes long. */
const fullest = 0.5;

/** 64 bits of a text: among ten million, two are the same once in four hundred thousand files. */
const keyOf = (text: string): bigint => hash('sha1', text, 'buffer').readBigUInt64LE(0) || 1n;

export const hash32 = (text: string): number => hash('sha1', text, 'buffer').readUInt32LE(8);

export const seenTexts = (): Seen => {
  let keys = new BigUint64Array(beginning);
  let values = new Uint32Array(beginning);
  let used = 0;

  const placeIn = (table: BigUint64Array, key: bigint): number => {
    let place = Number(key % BigInt(table.length));
    while (table[place] !== 0n && table[place] !== key) place = (place + 1) % table.length;
    return place;
  };

  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    keys = new BigUint64Array(oldKeys.length * 2);
    values = new Uint32Array(oldKeys.length * 2);
    for (const [index, key] of oldKeys.entries()) {
      if (key === 0n) continue;
      const place = placeIn(keys, key);
      keys[place] = key;
      values[place] = oldValues[index] ?? 0;
    }
  };

  /** Where the text is kept, and whether it was there before. */
  const place = (text: string): { readonly at: number; readonly isNew: boolean } => {
    if (used >= keys.length * fullest) grow();
    const key = keyOf(text);
    const at = placeIn(keys, key);
    const isNew = keys[at] === 0n;
    if (isNew) {
      keys[at] = key;
      used += 1;
    }
    return { at, isNew };
  };

  return {
    first(text, value) {
      const { at, isNew } = place(text);
      if (!isNew) return values[at];
      values[at] = value;
      return undefined;
    },
    count(text) {
      const { at } = place(text);
      const before = values[at] ?? 0;
      values[at] = before + 1;
      return before;
    },
  };
};
