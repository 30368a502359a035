import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countIds, hashedId, idCollector, mostExact } from '#metric/idCollector.ts';
import type { Ids } from '#metric/partial.ts';

const pool = Array.from({ length: 9000 }, (_, i) => hashedId(`visitor ${i}`));
const collect = (ids: readonly string[]): Ids => {
  const collector = idCollector();
  for (const id of ids) collector.addId(id);
  return collector.done();
};
const together = (...parts: readonly Ids[]): Ids => {
  const collector = idCollector();
  for (const part of parts) collector.add(part);
  return collector.done();
};

describe('ids', () => {
  test.each([
    ['none', 0, true],
    ['one', 1, true],
    ['the most that are kept', mostExact, true],
    ['one more', mostExact + 1, false],
  ])('%s', (_, count, exact) => {
    const ids = collect(pool.slice(0, count));
    expect('ids' in ids).toBe(exact);
    if (exact) expect(countIds(ids)).toBe(count);
    else expect(Math.abs(countIds(ids) / count - 1)).toBeLessThan(0.025);
  });

  test('an id that comes again is counted once', () =>
    expect(countIds(collect(['a'.repeat(16), 'a'.repeat(16)]))).toBe(1));
  test('are 64 bits of a hash', () => expect(hashedId('visitor')).toMatch(/^[0-9a-f]{16}$/));
});

/** Part of the pool, often so large that two of them are more than are kept. */
const part = fc
  .tuple(fc.nat(8999), fc.nat(5000))
  .map(([from, length]) => ({ from, to: Math.min(from + length, pool.length) }));
const idsOf = ({ from, to }: { from: number; to: number }) => pool.slice(from, to);

test('parts in any order and grouping, more than once, are as if every id had come by itself', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), fc.nat(), (parts, at) => {
      const whole = collect(parts.flatMap(idsOf));
      const kept = parts.map((each) => collect(idsOf(each)));
      const split = at % kept.length;
      expect(together(together(...kept.slice(split)), together(...kept.slice(0, split)))).toEqual(whole);
      expect(together(whole, ...kept, whole)).toEqual(whole);
      expect(together(...kept.toReversed())).toEqual(whole);
    }),
    { numRuns: 40 },
  );
});
