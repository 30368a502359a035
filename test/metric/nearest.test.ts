import { describe, expect, test } from '@jest/globals';
import { nearest, nearestFew, probably } from '#metric/nearest.ts';

const commands = ['start', 'up', 'push', 'send', 'night', 'check'];

describe('what was probably meant', () => {
  test.each([
    ['nigth', 'night'],
    ['nights', 'night'],
    ['pus', 'push'],
    ['satrt', 'start'],
    ['CHECK', 'check'],
    ['check', 'check'],
    ['deployment', undefined],
  ])('by %s is %s', (word, meant) => expect(probably(word, commands)).toBe(meant));

  test('three letters away is like it, four is not', () => {
    expect(probably('abcdefg', ['abcd'])).toBe('abcd');
    expect(probably('abcdefgh', ['abcd'])).toBeUndefined();
  });
});

test('the nearest is given however far it is, and none of none', () => {
  expect(nearest('deployment', ['up', 'deploy'])).toBe('deploy');
  expect(nearest('deployment', [])).toBeUndefined();
});

test('the nearest few come nearest first, of equals as they stand', () => {
  expect(nearestFew('calls', ['mails', 'halls', 'cells', 'walls-up'], 3)).toEqual(['halls', 'cells', 'mails']);
  expect(nearestFew('calls', ['mails'], 3)).toEqual(['mails']);
  expect(nearestFew('calls', commands, 0)).toEqual([]);
});
