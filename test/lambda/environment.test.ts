import { afterEach, expect, test } from '@jest/globals';
import { requiredEnv } from '#lambda/environment.ts';

const name = 'QUARTERLIGHT_TEST_VARIABLE';
afterEach(() => {
  delete process.env[name];
});

test('a variable that is set is read', () => {
  process.env[name] = 'table';
  expect(requiredEnv(name)).toBe('table');
});

test.each([undefined, ''])('one that is "%s" is named', (value) => {
  if (value !== undefined) process.env[name] = value;
  expect(() => requiredEnv(name)).toThrow(name);
});
