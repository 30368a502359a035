import { expect, test } from '@jest/globals';
import { targetText } from '#site/targetText.ts';

test.each([
  ['80%', { target: 80 }, 'percent'],
  ['44% to 46%', { targetRange: { from: 44, to: 46 } }, 'percent'],
  ['3.5 to 4 minutes', { targetRange: { from: 3.5, to: 4 } }, 'minutes'],
  ['1 to 2 days', { targetRange: { from: 1, to: 2 } }, 'days'],
  ['£1,000 to £2,000', { targetRange: { from: 1000, to: 2000 } }, 'pounds'],
  [undefined, {}, 'percent'],
] as const)('%s', (text, target, unit) => expect(targetText(target, { unit, decimals: 1 })).toBe(text));
