import { expect, test } from '@jest/globals';
import { bearerOf, isOneOf } from '#adapter/bearer.ts';

test.each([
  ['Bearer abc', 'abc'],
  ['bearer abc', 'abc'],
  ['BEARER   abc ', 'abc'],
  ['Basic abc', undefined],
  ['Bearer', undefined],
  ['Bearer ', undefined],
  ['Bearer a b', undefined],
  ['', undefined],
  [undefined, undefined],
])('the token of "%s" is %s', (header, token) => {
  expect(bearerOf(header)).toBe(token);
});

test.each([
  ['one', ['one'], true],
  ['one', ['two', 'one'], true],
  ['one', ['onE'], false],
  ['one', ['ones'], false],
  ['one', [], false],
  ['', [''], false],
])('%s among %j: %s', (token, tokens, known) => {
  expect(isOneOf(token, tokens)).toBe(known);
});
