import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { memoryRates } from '#functions/collect/rates.ts';

const at = (seconds: number) => new Date(seconds * 1000);

test('a minute’s requests at once, then as they drip in', () => {
  const rates = memoryRates();
  const take = (seconds: number) => rates.take('a', 6, at(seconds));
  expect(Array.from({ length: 6 }, () => take(0))).toEqual([0, 0, 0, 0, 0, 0]);
  // One every ten seconds.
  expect(take(0)).toBe(10);
  expect(take(9)).toBe(1);
  expect(take(9.5)).toBe(1);
  expect(take(10)).toBe(0);
  expect(take(10)).toBe(10);
  expect(take(31)).toBe(0);
  expect(take(31)).toBe(0);
  expect(take(31)).toBe(9);
});

test('no more than a minute’s are saved up', () => {
  const rates = memoryRates();
  rates.take('a', 2, at(0));
  const later = Array.from({ length: 3 }, () => rates.take('a', 2, at(86_400)));
  expect(later).toEqual([0, 0, 30]);
});

test('each has its own', () => {
  const rates = memoryRates();
  expect(rates.take('a', 1, at(0))).toBe(0);
  expect(rates.take('a', 1, at(0))).toBe(60);
  expect(rates.take('b', 1, at(0))).toBe(0);
});

test('a clock that goes back gives nothing', () => {
  const rates = memoryRates();
  expect(rates.take('a', 1, at(100))).toBe(0);
  expect(rates.take('a', 1, at(0))).toBe(60);
});

test('in any run of requests, no more get through than the bucket held and was given', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.array(fc.nat(5_000)), (perMinute, gapsMs) => {
      const rates = memoryRates();
      let now = 0;
      const taken = gapsMs.filter((gap) => {
        now += gap;
        return rates.take('a', perMinute, new Date(now)) === 0;
      }).length;
      expect(taken).toBeLessThanOrEqual(perMinute + (now * perMinute) / 60_000 + 1e-6);
    }),
  );
});

test('who waits as long as told gets through', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: 50 }), (perMinute, tooMany) => {
      const rates = memoryRates();
      const waits = Array.from({ length: perMinute + tooMany }, () => rates.take('a', perMinute, at(0)));
      expect(rates.take('a', perMinute, at(waits.at(-1) ?? 0))).toBe(0);
    }),
  );
});
