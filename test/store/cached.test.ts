import { expect, test } from '@jest/globals';
import { cached } from '#store/cached.ts';

const at = (ms: number) => new Date(ms);

/** Answers 1, 2, 3 …, and counts. */
const counting = (fails: (call: number) => boolean = () => false) => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (fails(calls)) throw new Error('down');
    return calls;
  };
};

test('a load is kept until it is older than asked', async () => {
  const read = cached(counting());
  expect(await read(at(0), 60_000)).toBe(1);
  expect(await read(at(60_000), 60_000)).toBe(1);
  expect(await read(at(60_001), 60_000)).toBe(2);
  expect(await read(at(65_001), 5_000)).toBe(2);
  expect(await read(at(65_002), 5_000)).toBe(3);
});

test('a load under way is shared', async () => {
  const read = cached(counting());
  expect(await Promise.all([read(at(0), 10), read(at(1), 10)])).toEqual([1, 1]);
});

test('a failure is not kept', async () => {
  const read = cached(counting((call) => call === 1));
  await expect(read(at(0), 60_000)).rejects.toThrow('down');
  expect(await read(at(1), 60_000)).toBe(2);
});
