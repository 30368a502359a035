import { describe, expect, test } from '@jest/globals';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import type { Fact } from '#event/types.ts';
import { context, sample, sampleWith } from '#test/event/sample.ts';

const key = 'a key of thirty-two characters..';

const fact = (event: unknown, hashKey = key): Fact => {
  const parsed = parseEvent(event, context);
  if (!('event' in parsed)) throw new Error(parsed.reason);
  return factOf(parsed.event, { organisation: 'example', hashKey });
};

describe('the day that an event counts in is a London day', () => {
  const rows: [string, unknown, string][] = [
    [
      'a call, by when it was offered',
      sampleWith('contact.call.completed', { offeredAt: '2024-03-03T23:59:59Z' }),
      '2024-03-03',
    ],
    [
      '31 March 2024 at 23:00Z, in summer time',
      sampleWith('contact.message.received', { sentAt: '2024-03-31T23:00:00Z' }),
      '2024-04-01',
    ],
    ['a second before', sampleWith('contact.message.received', { sentAt: '2024-03-31T22:59:59Z' }), '2024-03-31'],
    ['a visit, by arrival', sampleWith('contact.visit.completed', { arrivedAt: '2024-03-03T12:00:00Z' }), '2024-03-03'],
    ['a step of a case, by its own time', sampleWith('case.opened', { at: '2024-03-02T12:00:00Z' }), '2024-03-02'],
    [
      'a payment, by the event',
      sampleWith('contact.transaction.completed', {}, { time: '2024-03-01T12:00:00Z' }),
      '2024-03-01',
    ],
    ['a page, by the event', sampleWith('web.interaction', {}, { time: '2024-03-01T12:00:00Z' }), '2024-03-01'],
    ['a score, by the event', sampleWith('survey.responded', {}, { time: '2024-03-01T12:00:00Z' }), '2024-03-01'],
    ['a gauge, by the event', sampleWith('gauge.read', {}, { time: '2024-03-01T12:00:00Z' }), '2024-03-01'],
    ['a figure, by the event', sampleWith('measure.recorded', {}, { time: '2024-03-01T12:00:00Z' }), '2024-03-01'],
  ];

  test.each(rows)('%s', (_, event, day) => {
    expect(fact(event).day).toBe(day);
  });
});

describe('the subject groups facts that bear on one another', () => {
  test('a message and its reply share a thread', () => {
    const received = fact(sample('contact.message.received'));
    expect(received.subject).toBe(fact(sample('contact.message.replied')).subject);
    expect(received.subject).toBe(received.data['threadId']);
  });

  test('the steps of a case share its id, the records of a scorecard its name', () => {
    expect(fact(sample('case.opened')).subject).toBe('COM-2024-0312');
    expect(fact(sample('case.closed')).subject).toBe('COM-2024-0312');
    expect(fact(sample('measure.recorded')).subject).toBe('contact-centre');
  });

  test('two ids with one callId are two calls', () => {
    const one = fact(sampleWith('contact.call.completed', {}, { id: 'one' }));
    const other = fact(sampleWith('contact.call.completed', {}, { id: 'other' }));
    expect(one.subject).not.toBe(other.subject);
  });
});

describe('personal data', () => {
  const clear: [string, string][] = [
    ['contact.message.received', 'threadId'],
    ['contact.message.received', 'messageId'],
    ['contact.message.replied', 'inReplyTo'],
    ['web.interaction', 'visitorKey'],
    ['survey.responded', 'subjectId'],
  ];

  test.each(clear)('%s keeps %s as a keyed hash', (type, field) => {
    const event = sample(type);
    expect(fact(event).data[field]).toMatch(/^[0-9a-f]{32}$/);
    expect(fact(event).data[field]).not.toBe(fact(event, 'another key').data[field]);
    expect(JSON.stringify(fact({ ...event, id: 'x' }))).not.toContain(`"${event.data[field]}"`);
  });

  test('a reply still names the message that it answers', () => {
    const received = fact(sample('contact.message.received'));
    expect(fact(sample('contact.message.replied')).data['inReplyTo']).toBe(received.data['messageId']);
  });

  test('a visitor is known for one London day only', () => {
    const at = (time: string) => fact(sampleWith('web.interaction', {}, { time })).data['visitorKey'];
    expect(at('2024-03-31T22:59:59Z')).toBe(at('2024-03-31T08:00:00Z'));
    expect(at('2024-03-31T23:00:00Z')).not.toBe(at('2024-03-31T22:59:59Z'));
  });

  test.each([
    ['/search?q=my+neighbour', '/search'],
    ['/form#email=a@b', '/form'],
    ['/plain', '/plain'],
    ['?q=x', ''],
  ])('of the address %s only %s is kept', (path, kept) => {
    expect(fact(sampleWith('web.interaction', { path })).data['path']).toBe(kept);
  });

  test('a web interaction without an address has none', () => {
    expect(fact(sampleWith('web.interaction', { path: undefined })).data).not.toHaveProperty('path');
  });
});

describe('the content hash', () => {
  const call = sample('contact.call.completed');
  const hashOf = (data: object, attributes: object = {}) =>
    fact(sampleWith('contact.call.completed', data, attributes)).contentHash;

  test('is the same for the same event', () => {
    expect(hashOf({})).toBe(fact(call).contentHash);
    expect(hashOf({ offeredAt: '2024-03-04T10:31:07+01:00' })).toBe(fact(call).contentHash);
    expect(hashOf({ unknown: 'dropped' })).toBe(fact(call).contentHash);
  });

  test.each([
    ['its data', { waitSeconds: 55 }, {}],
    ['its id', {}, { id: 'another' }],
    ['its source', {}, { source: 'another' }],
    ['its time', {}, { time: '2024-03-04T09:38:45Z' }],
    ['its revision', {}, { revision: 1 }],
    ['being withdrawn', {}, { revision: 1, withdrawn: true }],
  ])('changes with %s', (_, data, attributes) => {
    expect(hashOf(data, attributes)).not.toBe(fact(call).contentHash);
  });

  test('does not depend on the organisation, which is where a fact is kept and not what it says', () => {
    const parsed = parseEvent(call, context);
    if (!('event' in parsed)) throw new Error(parsed.reason);
    expect(factOf(parsed.event, { organisation: 'other', hashKey: key }).contentHash).toBe(fact(call).contentHash);
  });
});
