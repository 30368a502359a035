import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDeeperThan, jsonOf } from '#adapter/json.ts';

describe('nested deeper than two levels', () => {
  test.each([
    ['', false],
    ['7', false],
    ['[]', false],
    ['{"a":[]}', false],
    ['[[],[],{}]', false],
    ['[[[]]]', true],
    ['{"a":{"b":{}}}', true],
    ['[[[', true],
    ['"[[["', false],
    ['["[[[", "\\"[[["]', false],
    ['["\\\\", [[]]]', true],
    [']]][[', false],
    ['"[[[', false],
  ])('%s: %s', (text, deeper) => expect(isDeeperThan(2, text)).toBe(deeper));

  /** Worked out another way: by walking what was parsed. */
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

  test('is so exactly where the value is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(6), (value, most) => {
        expect(isDeeperThan(most, JSON.stringify(value))).toBe(depthOf(value) > most);
      }),
    );
  });
});

test.each([
  ['{"a":1}', { value: { a: 1 } }],
  ['null', { value: null }],
  ['{"a":', undefined],
  ['', undefined],
  ['[[[]]]', undefined],
])('%s as JSON of two levels', (text, expected) => expect(jsonOf(text, 2)).toEqual(expected));

test('a hundred thousand brackets are none', () => {
  expect(jsonOf('['.repeat(100_000))).toBeUndefined();
  expect(jsonOf('['.repeat(100_000) + ']'.repeat(100_000))).toBeUndefined();
});
