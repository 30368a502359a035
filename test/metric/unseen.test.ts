import { describe, expect, test } from '@jest/globals';
import { partialOf } from '#metric/cube.ts';
import type { Where } from '#metric/question.ts';
import { countUnknown, knownWhole } from '#metric/unseen.ts';
import { message } from '#test/metric/facts.ts';

const listed = { network: ['facebook', 'x'] };
const until = new Date('2024-06-03T22:59:59.999Z');
const received = (network: string, subject: string) =>
  message('received', '2024-06-03T09:00:00Z', { network }, { subject });
const messages = partialOf(
  { stream: 'message', day: '2024-06-03' },
  [
    received('facebook', 'a'),
    message('replied', '2024-06-03T09:05:00Z', {}, { subject: 'a' }),
    received('facebook', 'b'),
    received('x', 'c'),
  ],
  listed,
);

describe('messages of which it is not known whether they were answered', () => {
  test.each<[string, Where, string[], [string, number][]]>([
    ['those of a network whose replies cannot be seen', { answered: true }, ['x'], [['', 1]]],
    ['nor whether they were not', { answered: false }, ['x'], [['', 1]]],
    ['nor how fast', { replyMinutes: { atMost: 5 } }, ['x'], [['', 1]]],
    ['of a channel', { answered: true }, ['social'], [['', 3]]],
    ['of another network there are none', { answered: true, network: 'facebook' }, ['x'], []],
    ['where all can be seen there are none', { answered: true }, [], []],
    ['where it is not asked there are none', { kind: 'received' }, ['x'], []],
  ])('%s', (_, where, unseen, unknown) => {
    expect([...countUnknown(messages, { where, unseen }, until)]).toEqual(unknown);
  });

  test('by network', () => {
    const unknown = countUnknown(messages, { where: { answered: true }, by: 'network', unseen: ['x'] }, until);
    expect([...unknown]).toEqual([['x', 1]]);
  });
});

test.each<[string, Where, Where, string[], Where]>([
  [
    'is of those that can be seen',
    { answered: true },
    { kind: 'received' },
    ['x'],
    { kind: 'received', answered: ['true', 'false'] },
  ],
  ['or of all', { answered: true }, { kind: 'received' }, [], { kind: 'received' }],
  ['as it says', { answered: true }, { answered: false }, ['x'], { answered: false }],
  ['where it cannot be asked', { answered: true }, { hour: '09' }, ['x'], { hour: '09' }],
  ['of what can be seen anyway', { channel: 'sms' }, {}, ['x'], {}],
])('the whole of a share %s', (_, part, whole, unseen, known) => {
  expect(knownWhole('message', part, whole, unseen)).toEqual(known);
});
