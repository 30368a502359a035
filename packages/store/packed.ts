/** Whole numbers from 0 on, each in as few bytes as it needs: seven bits a byte, the last byte without the eighth. */
export function packed(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (const number of numbers) {
    let left = number;
    for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) | 0x80);
    bytes.push(left);
  }
  return Uint8Array.from(bytes);
}

/** Where the numbers after so many begin. */
function after(bytes: Uint8Array, numbers: number): number {
  let at = 0;
  for (let left = numbers; left > 0; at++) if ((bytes[at] ?? 0) < 0x80) left--;
  return at;
}

/**
 * Some of the numbers that were packed. A plain array: thousands of short ones, each with memory of its own outside the
 * heap, would keep the garbage collector busy.
 */
export function unpacked(bytes: Uint8Array, from: number, length: number): number[] {
  let at = after(bytes, from);
  const numbers: number[] = [];
  while (numbers.length < length) {
    let byte = bytes[at++] ?? 0;
    let number = byte & 0x7f;
    for (let scale = 0x80; byte >= 0x80; scale *= 0x80) {
      byte = bytes[at++] ?? 0;
      number += (byte & 0x7f) * scale;
    }
    numbers.push(number);
  }
  return numbers;
}

export const isPackable = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;

/** Numbers below 0 between those above it, so that small ones stay small: 0, −1, 1, −2. NaN for those not whole. */
export const folded = (number: number): number => {
  if (!Number.isInteger(number)) return Number.NaN;
  return number < 0 ? -2 * number - 1 : 2 * number;
};

export const unfolded = (number: number): number => (number % 2 === 0 ? number / 2 : -(number + 1) / 2);

/** Any numbers, eight bytes each. */
export function asDoubles(numbers: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * 8));
  for (const [i, number] of numbers.entries()) view.setFloat64(i * 8, number, true);
  return new Uint8Array(view.buffer);
}

export function fromDoubles(bytes: Uint8Array, from: number, length: number): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length }, (_, i) => view.getFloat64((from + i) * 8, true));
}
