import { expect, test } from '@jest/globals';
import { nearest } from '#cli/nearest.ts';

const commands = ['start', 'up', 'push', 'send', 'night', 'check'];

test.each([
  ['nigth', 'night'],
  ['nights', 'night'],
  ['pus', 'push'],
  ['satrt', 'start'],
  ['check', 'check'],
  ['deployment', undefined],
])('%s is probably meant to be %s', (word, meant) => {
  expect(nearest(word, commands)).toBe(meant);
});
