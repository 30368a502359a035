import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { reference } from '#test/metric/reference.ts';

test('docs/measures.md says of every stream what the declarations say', () => {
  const [, after = ''] = readFileSync('docs/measures.md', 'utf8').split('<!-- streams -->\n\n');
  expect(after).toBe(reference());
});
