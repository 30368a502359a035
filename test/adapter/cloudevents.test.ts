import { describe, expect, test } from '@jest/globals';
import type { AdapterContext, HookRequest } from '#adapter/adapter.ts';
import { cloudevents, events, eventsOfAnother } from '#adapter/cloudevents.ts';
import { signedHeaders, signing } from '#test/collect/desk.ts';

const now = new Date('2024-04-02T09:00:00Z');
const contextOf = (more: Partial<AdapterContext['source']> = {}, keys = [signing]): AdapterContext => ({
  source: { id: 'switch', trust: 'signed', origins: [], mapping: {}, ...more },
  credentials: { signing: keys, tokens: ['t0ken'] },
  now,
  hash: () => '',
});
const context = contextOf();

const request = (body: string, headers: HookRequest['headers'] = {}): HookRequest => ({
  method: 'POST',
  rest: '',
  query: '',
  url: 'https://hooks.example/hooks/switch',
  headers: { 'content-type': 'application/json', ...headers },
  rawBody: Buffer.from(body),
  body: Buffer.from(body),
  address: '203.0.113.9',
  requestId: '1',
});

const itemsOf = (body: string, headers?: HookRequest['headers']) => {
  const items = cloudevents.read(request(body, headers), context);
  return 'unreadable' in items ? items.unreadable : items.map((item) => ({ events: item.events, text: item.text() }));
};

const event = {
  specversion: '1.0',
  id: '1',
  source: 'desk',
  type: 'gauge.read',
  time: '2024-04-02T08:00:00Z',
  data: {},
};
const payload = { type: 'gauge.read', timestamp: '2024-04-02T08:00:00Z', data: { gauge: 'followers', value: 1 } };

describe('what plain JSON is shows in the body', () => {
  test('an event', () => expect(itemsOf(JSON.stringify(event))).toMatchObject([{ events: [event] }]));
  test('several', () =>
    expect(itemsOf(JSON.stringify([event, event]))).toMatchObject([{ events: [event] }, { events: [event] }]));
  test('neither is JSON', () => {
    expect(itemsOf('{"type":')).toBe('content');
    expect(itemsOf('')).toBe('content');
  });
  test('a form is none', () => expect(itemsOf('a=1', { 'content-type': 'text/plain' })).toBe('media type'));

  test('a payload of Standard Webhooks, whose id is the message’s', () => {
    const { timestamp, ...rest } = payload;
    const expected = { ...rest, specversion: '1.0', id: 'msg_1', source: 'switch', time: timestamp };
    const [item] = itemsOf(JSON.stringify(payload), { 'webhook-id': 'msg_1' }) as { events: object[]; text: string }[];
    expect(item?.events).toEqual([expected]);
    expect(cloudevents.again(item?.text ?? '', context).events).toEqual([expected]);
  });

  test('a payload without its id is an event that lacks everything', () =>
    expect(itemsOf(JSON.stringify(payload))).toMatchObject([{ events: [payload] }]));
  test('an event that was sent by way of Standard Webhooks keeps its own id', () =>
    expect(itemsOf(JSON.stringify(event), { 'webhook-id': 'msg_1' })).toMatchObject([{ events: [event] }]));
  test.each(['"gauge.read"', '7', 'null'])('%s is one that is no object', (text) =>
    expect(itemsOf(text, { 'webhook-id': 'msg_1' })).toEqual([{ events: [JSON.parse(text)], text }]),
  );
  test('what was decompressed is not asked how it was compressed', () =>
    expect(itemsOf(JSON.stringify(event), { 'content-encoding': 'gzip' })).toMatchObject([{ events: [event] }]));
  test('at /events none of this is read', () => {
    expect(events.read(request(JSON.stringify(payload), { 'webhook-id': 'msg_1' }), context)).toMatchObject({
      unreadable: 'media type',
    });
    expect(events.read(request(JSON.stringify(event), { 'content-encoding': 'gzip' }), context)).toMatchObject({
      unreadable: 'media type',
    });
  });
});

describe('what was set aside is read again', () => {
  test('as it was', () => expect(cloudevents.again(JSON.stringify(event), context).events).toEqual([event]));
  test('or refused again', () =>
    expect(cloudevents.again('{', context)).toMatchObject({ events: [], refused: { pointer: '' } }));
});

describe('who may post', () => {
  const signed = request('{}', signedHeaders(Buffer.from('{}'), signing, now));
  const shown = request('{}', { authorization: 'Bearer t0ken' });
  const may = (
    adapter: typeof events,
    posted: HookRequest,
    trust: AdapterContext['source']['trust'],
    keys?: string[],
  ) => adapter.problem(posted, contextOf({ trust }, keys)) === undefined;

  test.each(['signed', 'token'] as const)('a source of CloudEvents by either, though its trust is %s', (trust) => {
    expect([may(cloudevents, signed, trust), may(cloudevents, shown, trust)]).toEqual([true, true]);
    expect([may(events, signed, trust), may(events, shown, trust)]).toEqual([true, true]);
  });

  test.each([
    ['signed', true, false],
    ['token', false, true],
    ['browser', false, false],
  ] as const)('another source at /events, whose trust is %s, only so', (trust, bySignature, byToken) => {
    expect([may(eventsOfAnother, signed, trust), may(eventsOfAnother, shown, trust)]).toEqual([bySignature, byToken]);
  });

  test('a key of another form signs no CloudEvents', () => {
    const hex = Buffer.alloc(24, 1).toString('base64');
    const posted = request('{}', signedHeaders(Buffer.from('{}'), `whsec_${hex}`, now));
    expect(may(events, posted, 'signed', [`whsec_${hex}`])).toBe(true);
    expect(may(events, posted, 'signed', [hex])).toBe(false);
  });
});
