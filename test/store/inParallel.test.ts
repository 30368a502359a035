import { describe, expect, test } from '@jest/globals';
import { inParallel } from '#store/inParallel.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('work in parallel', () => {
  test('answers in the order of the items', async () => {
    const work = async (n: number) => {
      if (n === 1) await turn();
      return n * 10;
    };
    expect(await inParallel([1, 2, 3], work)).toEqual([10, 20, 30]);
    expect(await inParallel([], work)).toEqual([]);
  });

  test.each([
    [32, undefined],
    [4, 4],
    [1, 1],
  ])('has %i at work at once and no more', async (expected, atOnce) => {
    let atWork = 0;
    let most = 0;
    const work = async () => {
      atWork += 1;
      most = Math.max(most, atWork);
      await turn();
      atWork -= 1;
    };
    await inParallel(Array.from({ length: 100 }), work, atOnce);
    expect(most).toBe(expected);
  });

  test('begins nothing after a failure, and tells of it when all has ended', async () => {
    let begun = 0;
    let ended = 0;
    const work = async (n: number) => {
      begun += 1;
      if (n === 5) throw new Error('fifth');
      await turn();
      ended += 1;
    };
    await expect(
      inParallel(
        Array.from({ length: 100 }, (_, n) => n + 1),
        work,
      ),
    ).rejects.toThrow('fifth');
    expect({ begun, ended }).toEqual({ begun: 32, ended: 31 });
  });
});
