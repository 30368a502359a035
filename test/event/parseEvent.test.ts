import { describe, expect, test } from '@jest/globals';
import { parseEvent } from '#event/parseEvent.ts';
import { context, sample, sampleWith } from '#test/event/sample.ts';

const call = 'contact.call.completed';
const survey = 'survey.responded';
const recorded = 'measure.recorded';
const long = (length: number) => 'x'.repeat(length);

/** The pointer to what is refused; undefined when the event is accepted. */
const refusedAt = (event: unknown): string | undefined => {
  const parsed = parseEvent(event, context);
  return 'event' in parsed ? undefined : parsed.pointer;
};

describe('bounds, on either side of each', () => {
  const rows: [string, unknown, string | undefined][] = [
    ['an id of 200 characters', sampleWith(call, {}, { id: long(200) }), undefined],
    ['an id of 201', sampleWith(call, {}, { id: long(201) }), '/id'],
    ['an empty id', sampleWith(call, {}, { id: '' }), '/id'],
    ['an id with a line break', sampleWith(call, {}, { id: 'a\nb' }), '/id'],
    ['an id with half a surrogate pair', { ...sample(call), id: 'a\ud800' }, '/id'],
    ['an id in Welsh and emoji', sampleWith(call, {}, { id: 'Tŷ 🏠' }), undefined],
    ['a source of 201', sampleWith(call, {}, { source: long(201) }), '/source'],
    ['a wait of 0', sampleWith(call, { waitSeconds: 0 }), undefined],
    ['a wait of a day', sampleWith(call, { waitSeconds: 86_400 }), undefined],
    ['a wait of a day and a second', sampleWith(call, { waitSeconds: 86_401 }), '/data/waitSeconds'],
    ['a negative wait', sampleWith(call, { waitSeconds: -1 }), '/data/waitSeconds'],
    ['a wait as text', sampleWith(call, { waitSeconds: '54' }), '/data/waitSeconds'],
    ['text of 10,000', sampleWith('commentary.recorded', { text: long(10_000) }), undefined],
    ['text of 10,001', sampleWith('commentary.recorded', { text: long(10_001) }), '/data/text'],
    ['text of two lines', sampleWith('commentary.recorded', { text: 'One.\nTwo.' }), undefined],
    ['text with a bell', sampleWith('commentary.recorded', { text: 'One.\u0007' }), '/data/text'],
    ['a time exactly 24 hours ahead', sampleWith(call, {}, { time: '2024-04-03T09:00:00Z' }), undefined],
    ['a time a millisecond more', sampleWith(call, {}, { time: '2024-04-03T09:00:00.001Z' }), '/time'],
    ['an end more than 24 hours ahead', sampleWith(call, { endedAt: '2024-04-03T09:00:01Z' }), '/data/endedAt'],
    ['the first moment of 2000', sampleWith(survey, {}, { time: '2000-01-01T00:00:00Z' }), undefined],
    ['a moment before, by its zone', sampleWith(survey, {}, { time: '2000-01-01T00:30:00+01:00' }), '/time'],
    ['a day that does not exist', sampleWith(survey, {}, { time: '2023-02-29T00:00:00Z' }), '/time'],
    ['a time in small letters', sampleWith(survey, {}, { time: '2024-03-04t16:00:00z' }), undefined],
    [
      'an end at the moment of joining',
      sampleWith(call, { answeredAt: undefined, endedAt: '2024-03-04T09:31:07Z' }),
      undefined,
    ],
    [
      'an end a second before',
      sampleWith(call, { answeredAt: undefined, endedAt: '2024-03-04T09:31:06Z' }),
      '/data/endedAt',
    ],
    ['an end before, but for its zone', sampleWith(call, { endedAt: '2024-03-04T09:38:44+01:00' }), '/data/endedAt'],
    [
      'served before arriving',
      sampleWith('contact.visit.completed', { servedAt: '2024-03-04T10:40:59Z' }),
      '/data/servedAt',
    ],
    ['the lowest score', sampleWith(survey, { score: 1 }), undefined],
    ['below the lowest', sampleWith(survey, { score: 0.9 }), '/data/score'],
    ['min equal to max', sampleWith(survey, { score: 1, max: 1 }), '/data/min'],
    ['a score without a scale', sampleWith(survey, { min: undefined }), '/data/min'],
    ['a score without a top', sampleWith(survey, { max: undefined }), '/data/max'],
    ['neither score nor answer', sampleWith(survey, { score: undefined }), '/data/score'],
    [
      'an answer alone',
      sampleWith(survey, { score: undefined, min: undefined, max: undefined, answer: 'Yes' }),
      undefined,
    ],
    ['no form of figure', sampleWith(recorded, { numerator: undefined, denominator: undefined }), '/data/value'],
    ['half a ratio', sampleWith(recorded, { denominator: undefined }), '/data/denominator'],
    ['the other half', sampleWith(recorded, { numerator: undefined }), '/data/numerator'],
    ['nothing out of nothing', sampleWith(recorded, { numerator: 0, denominator: 0 }), undefined],
    ['a negative denominator', sampleWith(recorded, { denominator: -1 }), '/data/denominator'],
    [
      'an improvement alone',
      sampleWith(recorded, { numerator: undefined, denominator: undefined, improvement: -18.8 }),
      undefined,
    ],
    [
      'a rank and an improvement',
      sampleWith(recorded, { numerator: undefined, denominator: undefined, improvement: 1, rank: 2 }),
      '/data/rank',
    ],
    ['a cut', sampleWith(recorded, { cut: { 'age band': '65 and over' } }), undefined],
    ['a cut by a number', sampleWith(recorded, { cut: { 'age/band': '65' } }), '/data/cut/age~1band'],
    [
      'a cut by 21 dimensions',
      sampleWith(recorded, { cut: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`d${n}`, 'x'])) }),
      '/data/cut',
    ],
    ['two subjects of a comment', sampleWith('commentary.recorded', { group: 'complaints' }), '/data/group'],
    ['a deadline far ahead', sampleWith('milestone.updated', { currentDeadline: '2031-03-31' }), undefined],
    [
      'a deadline on no day',
      sampleWith('milestone.updated', { currentDeadline: '2023-02-29' }),
      '/data/currentDeadline',
    ],
    ['no deadline', sampleWith('milestone.updated', { currentDeadline: undefined }), '/data/currentDeadline'],
    [
      'no deadline, and said so',
      sampleWith('milestone.updated', { currentDeadline: undefined, undated: true }),
      undefined,
    ],
    ['undated with a deadline', sampleWith('milestone.updated', { undated: true }), '/data/currentDeadline'],
    [
      'completed tomorrow',
      sampleWith('milestone.updated', { status: 'complete', completedOn: '2024-04-03' }),
      undefined,
    ],
    [
      'completed the day after',
      sampleWith('milestone.updated', { status: 'complete', completedOn: '2024-04-04' }),
      '/data/completedOn',
    ],
    [
      'a gauge of infinity',
      { ...sample('gauge.read'), data: { gauge: 'followers', value: Number.POSITIVE_INFINITY } },
      '/data/value',
    ],
    ['pence in pounds', sampleWith('contact.transaction.completed', { amountPence: 75.5 }), '/data/amountPence'],
    ['a stage as a number', sampleWith('case.opened', { stage: 1 }), undefined],
    ['a stage as a list', sampleWith('case.opened', { stage: [1] }), '/data/stage'],
    ['a revision as text', sampleWith(call, {}, { revision: '1' }), '/revision'],
    ['a negative revision', sampleWith(call, {}, { revision: -1 }), '/revision'],
    ['a withdrawal', sampleWith(call, {}, { revision: 1, withdrawn: true }), undefined],
    ['a withdrawal without its data', { ...sample(call), revision: 1, withdrawn: true, data: {} }, '/data/callId'],
    ['a web interaction withdrawn', sampleWith('web.interaction', {}, { withdrawn: true }), '/withdrawn'],
    ['a withdrawal as text', sampleWith(call, {}, { revision: 1, withdrawn: 'true' }), '/withdrawn'],
    ['the credential’s own organisation', sampleWith(call, {}, { organisation: 'example' }), undefined],
    ['no organisation but null', sampleWith(call, {}, { organisation: null }), '/organisation'],
    ['another version of CloudEvents', sampleWith(call, {}, { specversion: '0.3' }), '/specversion'],
    ['data as base64', { ...sample(call), data: undefined, data_base64: 'e30=' }, '/data'],
    ['data as a list', { ...sample(call), data: [] }, '/data'],
    ['null', null, ''],
    ['a number', 7, ''],
  ];

  test.each(rows)('%s', (_, event, pointer) => {
    expect(refusedAt(event)).toBe(pointer);
  });
});

describe('an accepted event', () => {
  const parsed = (event: unknown) => {
    const result = parseEvent(event, context);
    if (!('event' in result)) throw new Error(result.reason);
    return result;
  };

  test('has its times in UTC with milliseconds, and its attributes filled in', () => {
    const { event } = parsed(
      sampleWith(call, { offeredAt: '2024-03-04T10:31:07+01:00' }, { time: '2024-03-04T09:38:44.1239Z' }),
    );
    expect(event).toMatchObject({ time: '2024-03-04T09:38:44.123Z', revision: 0, withdrawn: false });
    expect(event.data['offeredAt']).toBe('2024-03-04T09:31:07.000Z');
  });

  test.each([
    ['telephony', 'telephony'],
    ['urn:switch:2', 'telephony:urn:switch:2'],
    ['website', 'telephony:website'],
  ])('of the source %s is kept as %s', (source, kept) => {
    expect(parsed(sampleWith(call, {}, { source })).event.source).toBe(kept);
  });

  test('loses the fields that its type does not have, each named once', () => {
    const { event, warnings } = parsed(sampleWith(call, { callerNumber: '01512345678', 'a/b': 1, empty: null }));
    expect(Object.keys(event.data)).not.toContain('callerNumber');
    expect(warnings).toEqual([
      {
        reason: 'data.callerNumber was dropped: contact.call.completed has no such field',
        pointer: '/data/callerNumber',
      },
      { reason: 'data.a/b was dropped: contact.call.completed has no such field', pointer: '/data/a~1b' },
      { reason: 'data.empty was dropped: contact.call.completed has no such field', pointer: '/data/empty' },
    ]);
  });

  test('names at most 20 of them', () => {
    const unknown = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`unknown${n}`, n]));
    expect(parsed(sampleWith(call, unknown)).warnings).toHaveLength(20);
  });

  test('a field of a schema that Object.prototype also has is no field', () => {
    expect(parsed(sampleWith(call, { toString: 'x' })).warnings).toHaveLength(1);
  });
});

test('what is repeated in a refusal stays short, however long it was', () => {
  const refused = parseEvent(sampleWith(recorded, { cut: { [`1${long(5_000)}`]: 'x' } }, { id: long(5_000) }), context);
  expect(JSON.stringify(refused).length).toBeLessThan(700);
  const key = parseEvent(sampleWith(recorded, { cut: { [`1${long(5_000)}`]: 'x' } }), context);
  expect(key).toMatchObject({ pointer: '/data/cut' });
  expect(JSON.stringify(key).length).toBeLessThan(700);
});
