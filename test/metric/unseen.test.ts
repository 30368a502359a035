import { describe, expect, test } from '@jest/globals';
import { partialOf } from '#metric/cube.ts';
import { tally } from '#metric/query.ts';
import type { Where } from '#metric/question.ts';
import { countUnknown, knownWhole, whyUnknown } from '#metric/unseen.ts';
import { call, message } from '#test/metric/facts.ts';

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
  expect(knownWhole('message', { where: part, unseen }, { where: whole })).toEqual(known);
});

const at = '2024-06-03T09:00:00Z';
const waitUnknown = true;
const calls = partialOf(
  { stream: 'call', day: '2024-06-03' },
  [
    call(at, { waitSeconds: 0 }),
    call(at, { waitSeconds: 80 }),
    call(at, { waitSeconds: 81, waitUnknown: false }),
    call(at, { waitSeconds: 0, waitUnknown }),
    call(at, { waitSeconds: 0, waitUnknown, queue: 'waste', outcome: 'abandoned' }),
  ],
  { queue: ['council-tax', 'waste'] },
);

describe('calls of which nobody knows how long they waited', () => {
  test('count as calls, and have no wait', () => {
    expect(tally(calls, { where: {}, number: 'waitSeconds', until }).get('')).toEqual({
      count: 5,
      histogram: [
        [0, 1],
        [80, 1],
        [81, 1],
      ],
    });
    expect(tally(calls, { where: { waitSeconds: { atMost: 80 } }, until }).get('')?.count).toBe(2);
  });

  test.each<[string, object, [string, number][]]>([
    ['how many waited 80 seconds at most', { where: { waitSeconds: { atMost: 80 } } }, [['', 2]]],
    ['of one outcome', { where: { waitSeconds: { atMost: 80 }, outcome: 'abandoned' } }, [['', 1]]],
    ['of one where all are known', { where: { waitSeconds: { atMost: 80 }, outcome: 'failed' } }, []],
    [
      'by queue',
      { where: { waitSeconds: { atLeast: 81 } }, by: 'queue' },
      [
        ['council-tax', 1],
        ['waste', 1],
      ],
    ],
    ['how long all waited together', { number: 'waitSeconds' }, [['', 2]]],
    ['how many there were is known', { where: { outcome: 'answered' } }, []],
    ['how long they talked too', { where: { talkSeconds: { atMost: 60 } } }, []],
  ])('nobody knows %s', (_, question, unknown) => {
    expect([...countUnknown(calls, question, until)]).toEqual(unknown);
  });

  test.each<[string, Parameters<typeof knownWhole>[1], { where: Where; number?: string }, Where]>([
    [
      'of those whose wait is known',
      { where: { waitSeconds: { atMost: 80 } } },
      { where: { outcome: ['answered', 'abandoned'] } },
      { outcome: ['answered', 'abandoned'], waitSeconds: { atLeast: 0 } },
    ],
    ['also for the sum of their waits', { number: 'waitSeconds' }, { where: {} }, { waitSeconds: { atLeast: 0 } }],
    [
      'as it says',
      { where: { waitSeconds: { atMost: 20 } } },
      { where: { waitSeconds: { atMost: 80 } } },
      { waitSeconds: { atMost: 80 } },
    ],
    ['of all, where the wait is not asked', { where: { outcome: 'abandoned' } }, { where: {} }, {}],
    ['of what else is added up', { where: { waitSeconds: { atMost: 20 } } }, { where: {}, number: 'talkSeconds' }, {}],
  ])('a share of them is %s', (_, part, whole, known) => {
    expect(knownWhole('call', part, whole)).toEqual(known);
  });

  test('in a sentence', () => expect(whyUnknown('call', 2)).toBe('the wait of 2 of the calls is not known'));
});
