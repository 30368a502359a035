import { expect, test } from '@jest/globals';
import { matches } from '#local/eventPattern.ts';

const event = {
  source: 'aws.s3',
  detail: { bucket: { name: 'data' }, object: { key: 'drop/town/calls.csv', size: 3 } },
};

test.each([
  [{ source: ['aws.s3'] }, true],
  [{ source: ['aws.ec2', 'aws.s3'] }, true],
  [{ source: ['aws.ec2'] }, false],
  [{ account: ['1'] }, false],
  [{ source: ['aws.s3'], detail: { object: { size: [3] } } }, true],
  [{ detail: { object: { size: ['3'] } } }, false],
  [{ detail: { object: { key: [{ prefix: 'drop/' }] } } }, true],
  [{ detail: { object: { key: [{ suffix: '.csv' }] } } }, true],
  [{ detail: { object: { key: [{ wildcard: 'drop/*.csv' }] } } }, true],
  [{ detail: { object: { key: [{ wildcard: 'drop/*.tsv' }, 'another'] } } }, false],
  [{ detail: { object: { key: [{ wildcard: 'rop/*.csv' }] } } }, false],
  [{ detail: { nothing: { key: ['x'] } } }, false],
])('%j', (pattern, isMatched) => {
  expect(matches(pattern, event)).toBe(isMatched);
});

test('a comparison that is not understood stops the run', () => {
  expect(() => matches({ source: [{ 'anything-but': 'x' }] }, event)).toThrow(/compares by anything-but/);
});
