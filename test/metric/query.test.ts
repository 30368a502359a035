import { describe, expect, test } from '@jest/globals';
import type { Fact } from '#event/types.ts';
import { partialOf } from '#metric/cube.ts';
import { latestReading } from '#metric/latest.ts';
import { mergeAll } from '#metric/merge.ts';
import { tally, unanswerable } from '#metric/query.ts';
import type { Question, Where } from '#metric/question.ts';
import type { CountedStream } from '#metric/streams.ts';
import { call, caseStep, fact, message } from '#test/metric/facts.ts';

const listed = {
  queue: ['council-tax', 'housing'],
  service: ['housing'],
  network: ['facebook', 'x'],
  outcome: ['upheld'],
};
const days = ['2024-06-03', '2024-06-04', '2024-06-05'];
const endOfFifth = new Date('2024-06-05T22:59:59.999Z');
const merged = (stream: CountedStream, facts: readonly Fact[]) =>
  mergeAll(
    stream,
    days.map((day) => partialOf({ stream, day }, facts, listed)),
  );

const calls = merged('call', [
  call('2024-06-03T09:00:00Z', { waitSeconds: 80, talkSeconds: 100, resolvedAtFirstContact: true }),
  call('2024-06-03T10:00:00Z', { waitSeconds: 81, resolvedAtFirstContact: false }),
  call('2024-06-04T10:00:00Z', { waitSeconds: 20, queue: 'housing' }),
  call('2024-06-04T10:00:00Z', { waitSeconds: 5, queue: 'unlisted', outcome: 'abandoned' }),
]);

describe('a tally of calls', () => {
  test.each<[string, Question, Record<string, unknown>]>([
    ['all', {}, { '': { count: 4 } }],
    ['one value', { where: { outcome: 'answered' } }, { '': { count: 3 } }],
    ['several values', { where: { outcome: ['answered', 'abandoned'] } }, { '': { count: 4 } }],
    ['none', { where: { outcome: 'failed' } }, { '': { count: 0 } }],
    ['true, which is not absent', { where: { resolvedAtFirstContact: true } }, { '': { count: 1 } }],
    ['false', { where: { resolvedAtFirstContact: false } }, { '': { count: 1 } }],
    [
      'the threshold second itself',
      { where: { waitSeconds: { atMost: 80 }, outcome: 'answered' } },
      { '': { count: 2 } },
    ],
    ['a second less', { where: { waitSeconds: { atMost: 79 }, outcome: 'answered' } }, { '': { count: 1 } }],
    ['at least', { where: { waitSeconds: { atLeast: 81 } } }, { '': { count: 1 } }],
    ['a number that few have', { where: { talkSeconds: { atLeast: 0 } } }, { '': { count: 1 } }],
    ['cut', { by: 'queue' }, { 'council-tax': { count: 2 }, housing: { count: 1 }, other: { count: 1 } }],
    [
      'cut with none in some',
      { by: 'queue', where: { waitSeconds: { atMost: 20 } } },
      { housing: { count: 1 }, other: { count: 1 } },
    ],
    [
      'cut where some do not say',
      { by: 'resolvedAtFirstContact' },
      { '': { count: 2 }, true: { count: 1 }, false: { count: 1 } },
    ],
    [
      'a histogram over days',
      { number: 'waitSeconds', where: { outcome: 'answered' } },
      {
        '': {
          count: 3,
          histogram: [
            [20, 1],
            [80, 1],
            [81, 1],
          ],
        },
      },
    ],
    [
      'a histogram of those that have the number',
      { number: 'talkSeconds' },
      { '': { count: 4, histogram: [[100, 1]] } },
    ],
    [
      'a histogram within its own limits',
      { number: 'waitSeconds', where: { waitSeconds: { atLeast: 20, atMost: 80 } } },
      {
        '': {
          count: 2,
          histogram: [
            [20, 1],
            [80, 1],
          ],
        },
      },
    ],
    [
      'a histogram of nothing',
      { number: 'waitSeconds', where: { outcome: 'failed' } },
      { '': { count: 0, histogram: [] } },
    ],
  ])('%s', (_, question, expected) => {
    expect(Object.fromEntries(tally(calls, { ...question, until: endOfFifth }))).toEqual(expected);
  });
});

describe('messages answered by a moment', () => {
  const messages = merged('message', [
    message('received', '2024-06-03T09:00:00Z', { messageId: 'q' }),
    message('replied', '2024-06-04T09:00:00Z', { inReplyTo: 'q' }),
    message('received', '2024-06-05T09:00:00Z', { network: 'x' }),
  ]);
  const received = (where: Where): Where => ({ kind: 'received', ...where });

  test.each<[string, Question, string, Record<string, unknown>]>([
    ['after the reply', { where: received({ answered: true }) }, '2024-06-05T22:59:59.999Z', { '': { count: 1 } }],
    ['in the minute of the reply', { where: { answered: true } }, '2024-06-04T09:00:00Z', { '': { count: 1 } }],
    ['a minute before it', { where: { answered: true } }, '2024-06-04T08:59:59Z', { '': { count: 0 } }],
    ['not answered a minute before it', { where: { answered: false } }, '2024-06-04T08:59:59Z', { '': { count: 1 } }],
    [
      'not answered, two days on',
      { where: received({ answered: false }) },
      '2024-06-05T22:59:59Z',
      { '': { count: 1 } },
    ],
    [
      'replies are never answered',
      { where: { kind: 'replied', answered: true } },
      '2024-06-05T22:59:59Z',
      { '': { count: 0 } },
    ],
    ['cut by network', { where: { answered: false }, by: 'network' }, '2024-06-05T22:59:59Z', { x: { count: 1 } }],
    ['cut by answered', { by: 'answered' }, '2024-06-05T22:59:59Z', { true: { count: 1 }, false: { count: 1 } }],
    [
      'minutes to the reply',
      { number: 'replyMinutes' },
      '2024-06-05T22:59:59Z',
      { '': { count: 2, histogram: [[1440, 1]] } },
    ],
    ['within a day', { where: { replyMinutes: { atMost: 1440 } } }, '2024-06-05T22:59:59Z', { '': { count: 1 } }],
    [
      'within a minute less',
      { where: { replyMinutes: { atMost: 1439 } } },
      '2024-06-05T22:59:59Z',
      { '': { count: 0 } },
    ],
  ])('%s', (_, question, until, expected) => {
    expect(Object.fromEntries(tally(messages, { ...question, until: new Date(until) }))).toEqual(expected);
  });

  test('all and received alike are counted from the cubes', () => {
    expect(tally(messages, { until: endOfFifth }).get('')).toEqual({ count: 3 });
    expect(tally(messages, { where: received({}), until: endOfFifth }).get('')).toEqual({ count: 2 });
  });
});

describe('cases', () => {
  const cases = merged('case', [
    caseStep('opened', '2024-06-03T09:00:00Z'),
    caseStep('closed', '2024-06-05T09:00:00Z', { outcome: 'upheld' }),
    caseStep('opened', '2024-06-04T09:00:00Z', { kind: 'request' }, { subject: 'd' }),
  ]);

  test.each<[string, Question, string, Record<string, unknown>]>([
    ['counted are those opened', {}, '2024-06-05T22:59:59Z', { '': { count: 2 } }],
    ['by what they are', { where: { kind: 'complaint' } }, '2024-06-05T22:59:59Z', { '': { count: 1 } }],
    [
      'events only when asked for',
      { where: { event: ['opened', 'closed'] } },
      '2024-06-05T22:59:59Z',
      { '': { count: 3 } },
    ],
    ['closed by the end', { where: { closed: true } }, '2024-06-05T22:59:59Z', { '': { count: 1 } }],
    ['closed the day before', { where: { closed: true } }, '2024-06-04T22:59:59Z', { '': { count: 0 } }],
    ['the outcome once closed', { where: { outcome: 'upheld' } }, '2024-06-05T22:59:59Z', { '': { count: 1 } }],
    ['no outcome before that', { by: 'outcome' }, '2024-06-04T22:59:59Z', { '': { count: 2 } }],
    [
      'minutes to close',
      { number: 'closeMinutes' },
      '2024-06-05T22:59:59Z',
      { '': { count: 2, histogram: [[2880, 1]] } },
    ],
  ])('%s', (_, question, until, expected) => {
    expect(Object.fromEntries(tally(cases, { ...question, until: new Date(until) }))).toEqual(expected);
  });
});

describe('the latest reading', () => {
  const read = (time: string, gauge: string, value: number, dimensions: Record<string, string> = {}) =>
    fact({ type: 'gauge.read', time, data: { gauge, value, dimensions } });
  const gauges = merged('gauge', [
    read('2024-06-03T09:00:00Z', 'staff', 100.5),
    read('2024-06-04T09:00:00Z', 'staff', 99),
    read('2024-06-04T10:00:00Z', 'followers', 10, { network: 'facebook' }),
    read('2024-06-03T10:00:00Z', 'followers', 5, { network: 'x' }),
    read('2024-06-03T11:00:00Z', 'accounts', 70),
    read('2024-06-04T11:00:00Z', 'accounts', 30, { network: 'x' }),
  ]);

  test.each<[string, Where, { value: number; time: string } | undefined]>([
    ['is that of the last day', { gauge: 'staff' }, { value: 99, time: '2024-06-04T09:00:00.000Z' }],
    ['of one network', { gauge: 'followers', network: 'x' }, { value: 5, time: '2024-06-03T10:00:00.000Z' }],
    ['over networks adds them', { gauge: 'followers' }, { value: 15, time: '2024-06-04T10:00:00.000Z' }],
    [
      'of listed networks adds them',
      { gauge: 'followers', network: ['x', 'facebook'] },
      { value: 15, time: '2024-06-04T10:00:00.000Z' },
    ],
    ['goes by the whole where it is read', { gauge: 'accounts' }, { value: 70, time: '2024-06-03T11:00:00.000Z' }],
    ['of what was never read is absent', { gauge: 'downloads' }, undefined],
  ])('%s', (_, where, expected) => {
    expect(latestReading(gauges, where, endOfFifth)).toEqual(expected);
  });

  test('after the as-of moment has not happened', () => {
    expect(latestReading(gauges, { gauge: 'staff' }, new Date('2024-06-04T08:59:59.999Z'))).toBeUndefined();
  });
});

describe('what cannot be answered is said with the nearest that can', () => {
  test.each<[string, CountedStream, Where, string | undefined, string | undefined, string]>([
    [
      'a dimension misspelt',
      'call',
      { que: 'x' },
      undefined,
      undefined,
      'call has no dimension "que"; the nearest is "queue"',
    ],
    ['a cut misspelt', 'call', {}, 'hours', undefined, 'call has no dimension "hours"; the nearest is "hour"'],
    [
      'a number misspelt',
      'call',
      {},
      undefined,
      'waitSecond',
      'call has no number "waitSecond"; the nearest is "waitSeconds"',
    ],
    ['a stream without numbers', 'web', {}, undefined, 'seconds', 'web has no number "seconds"'],
    [
      'a value for a number',
      'call',
      { waitSeconds: '80' },
      undefined,
      undefined,
      '"waitSeconds" is a number of call: it takes atMost or atLeast, not a value',
    ],
    [
      'a range for a dimension',
      'call',
      { hour: { atLeast: 9 } },
      undefined,
      undefined,
      '"hour" is a dimension of call: it takes a value, not a range',
    ],
    [
      'two numbers',
      'call',
      { waitSeconds: { atMost: 80 } },
      undefined,
      'talkSeconds',
      'a question about call may use one number, not waitSeconds and talkSeconds together',
    ],
    [
      'dimensions that are not kept together',
      'call',
      { queue: 'x', outcome: 'answered' },
      'hour',
      undefined,
      'no grouping set of call has queue, outcome and hour together; the nearest is hour × outcome × direction',
    ],
    [
      'answered by hour',
      'message',
      { kind: 'received', channel: 'social', answered: true },
      'hour',
      undefined,
      'no grouping set of message has kind, channel, answered and hour together; the nearest is kind × channel × hour',
    ],
    [
      'the hour of cases',
      'case',
      {},
      'hour',
      undefined,
      'no grouping set of case has hour; the nearest is event × kind × hour',
    ],
  ])('%s', (_, stream, where, by, number, sentence) => {
    expect(unanswerable(stream, where, by, number)).toBe(sentence);
  });

  test('tally refuses in the same words', () => {
    expect(() => tally(calls, { where: { que: 'x' }, until: endOfFifth })).toThrow('call has no dimension "que"');
  });

  test('records are not counted', () => {
    expect(unanswerable('record')).toBe('record facts are not counted');
  });

  test.each<[string, Where, string | undefined]>([
    [
      'a closed value misspelt',
      { outcome: 'answred' },
      'outcome of call is never "answred"; the nearest is "answered"',
    ],
    [
      'an open value not listed',
      { queue: 'houses' },
      'queue of call is never "houses"; the nearest is "housing"; or list it under dimensions.queue in organisation.yaml',
    ],
    ['one of several', { outcome: ['answered', 'lost'] }, 'outcome of call is never "lost"; the nearest is "failed"'],
    ['a listed value', { queue: 'housing' }, undefined],
    ['all the others', { queue: 'other' }, undefined],
    ['a boolean', { resolvedAtFirstContact: true }, undefined],
  ])('given the lists: %s', (_, where, sentence) => {
    expect(unanswerable('call', where, undefined, undefined, listed)).toBe(sentence);
  });

  test.each<[CountedStream, Where, string | undefined, string | undefined]>([
    ['call', { outcome: ['answered', 'abandoned'], waitSeconds: { atMost: 80 } }, 'queue', undefined],
    ['call', { waitSeconds: { atMost: 80 } }, 'hour', 'waitSeconds'],
    ['message', { kind: 'received', channel: 'social', answered: true }, 'network', undefined],
    ['web', { kind: 'form' }, 'site', undefined],
    ['gauge', { gauge: 'staff' }, undefined, 'value'],
    ['case', { kind: 'complaint', responded: true }, 'service', 'respondMinutes'],
  ])('%s answers %j', (stream, where, by, number) => {
    expect(unanswerable(stream, where, by, number, listed)).toBeUndefined();
  });
});
