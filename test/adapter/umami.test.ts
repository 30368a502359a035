import { describe, expect, test } from '@jest/globals';
import type { AdapterContext, HookRequest, Item } from '#adapter/adapter.ts';
import { umami } from '#adapter/umami.ts';
import { contextFor, factsOf, hookRequest } from '#test/adapter/context.ts';

const website = '4b8a6f0e-2f0d-4f43-9d4e-0c1a5b7e9d21';
const mapping = {
  site: { [website]: 'main', 'library.northmoor.example': 'library', 'www.northmoor.example/museum': 'museum' },
};
const base = contextFor({ trust: 'browser', mapping });
const context: AdapterContext = { ...base, source: { ...base.source, origins: ['https://www.northmoor.example'] } };
const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
const googlebot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const headers = { 'user-agent': browser, 'content-type': 'application/json', origin: 'https://www.northmoor.example' };

const posted = (body: unknown, given: Partial<HookRequest> = {}): HookRequest =>
  hookRequest({ rest: '/api/send', headers, text: typeof body === 'string' ? body : JSON.stringify(body), ...given });
const batch = (body: unknown, given: Partial<HookRequest> = {}) => posted(body, { rest: '/api/batch', ...given });
const event = (payload: object = {}) => ({
  type: 'event',
  payload: {
    website,
    hostname: 'www.northmoor.example',
    url: '/bins?uprn=100023336956',
    title: 'Jane Doe',
    ...payload,
  },
});

const itemsOf = (request: HookRequest): readonly Item[] => {
  expect(umami.greet?.(request, context)).toBeUndefined();
  expect(umami.problem(request, context)).toBeUndefined();
  const items = umami.read(request, context);
  if ('unreadable' in items) throw new Error(items.detail);
  return items;
};

const factOfItem = (item: Item | undefined) => {
  const [fact] = item ? factsOf(item) : [];
  if (!fact || 'refused' in fact) throw new Error(`no fact: ${JSON.stringify(fact ?? item)}`);
  return fact;
};
const factAt = (request: HookRequest) => factOfItem(itemsOf(request)[0]);

const page = { site: 'main', kind: 'page', path: '/bins' };
const kinds = [
  ['a page, by its path', {}, page],
  ['a page, by its address', { url: 'https://www.northmoor.example/bins?a#b' }, page],
  ['a page of a part of the host', { url: '/museum/a' }, { ...page, site: 'museum', path: '/museum/a' }],
  [
    'a website that nothing names, on a host that is named',
    { website: 'another', hostname: 'library.northmoor.example' },
    { ...page, site: 'library' },
  ],
  ['a page without an address', { url: undefined, hostname: undefined }, { site: 'main', kind: 'page' }],
  ['a path without a host', { hostname: undefined }, page],
  [
    'an event, its data dropped',
    { name: 'Sign up', data: { email: 'jane@x.uk' } },
    { ...page, kind: 'event', name: 'Sign up' },
  ],
  ['an event that names somebody', { name: 'call 07700900123' }, { ...page, kind: 'event' }],
  [
    'a website that nothing names',
    { website: 'b59e9c65-ae32-47f1-8400-119fcf4861c4', hostname: undefined },
    { ...page, site: 'b59e9c65-ae32-47f1-8400-119fcf4861c4' },
  ],
] as const;

describe('what a visitor did', () => {
  test.each(kinds)('%s', (_, payload, data) => {
    const { visitorKey, ...kept } = factAt(posted(event(payload))).data;
    expect(kept).toEqual(data);
    expect(visitorKey).toMatch(/^[0-9a-f]{32}$/);
  });

  test.each(['identify', 'performance', 'engagement'])('%s adds to a visit and is none', (type) => {
    expect(itemsOf(posted({ ...event(), type }))).toMatchObject([{ events: [], leftOut: 'no visit' }]);
  });

  test.each([
    [browser, {}, undefined],
    [googlebot, {}, 'bot'],
    ['', {}, 'bot'],
    ['Mozilla/5.0 Umami/v24.1.0', {}, undefined],
    ['Mozilla/5.0 Umami/v24.1.0', { userAgent: googlebot }, 'bot'],
  ])('of the agent %j with %j, left out: %j', (agent, payload, leftOut) => {
    expect(itemsOf(posted(event(payload), { headers: { ...headers, 'user-agent': agent } }))[0]?.leftOut).toBe(leftOut);
  });
});

test.each([
  [undefined, '2025-05-01T09:00:00.000Z'],
  [0, '2025-05-01T09:00:00.000Z'],
  [1_746_003_600, '2025-04-30T09:00:00.000Z'],
  ['1746003600', '2025-04-30T09:00:00.000Z'],
  [1_746_003_600_000, '2025-04-30T09:00:00.000Z'],
])('the timestamp %j is %s', (timestamp, time) => expect(factAt(posted(event({ timestamp }))).time).toBe(time));

const old = { timestamp: 1_700_000_000 };
test.each([
  [{ type: 'event' }, '/payload'],
  [{ payload: {} }, '/type'],
  [7, '/payload'],
  [event({ website: undefined }), '/payload/website'],
  [event({ website: 'jane@x.uk' }), '/payload/website'],
  [event({ url: 'javascript:alert(1)' }), '/payload/url'],
  [event({ url: 'https://' }), '/payload/url'],
  [event({ timestamp: 'soon' }), '/payload/timestamp'],
  [event({ timestamp: [1] }), '/payload/timestamp'],
  [event({ timestamp: 1e300 }), '/payload/timestamp'],
  [event(old), '/payload/timestamp'],
])('%j is refused at %s', (body, pointer) => expect(itemsOf(posted(body))).toMatchObject([{ refused: { pointer } }]));

test.each([posted('{"type":'), batch(event())])('cannot be read', (request) => {
  expect(umami.read(request, context)).toMatchObject({ unreadable: 'content' });
});

describe('an old record with a token', () => {
  const authorization = 'Bearer the-token';
  const sent = (requestId: string) =>
    batch([event(old), event(old), event()], { requestId, headers: { ...headers, authorization } });
  const ids = (request: HookRequest) => itemsOf(request).map((item) => factOfItem(item).id);

  test('is taken, and is the same when it is sent again; a live one is not', () => {
    const [one, other, live] = ids(sent('one'));
    expect(one).not.toBe(other);
    expect(ids(sent('two'))).toEqual([one, other, 'two-2']);
    expect(live).toBe('one-2');
  });
});

describe('a visitor', () => {
  const keyOf = (request: HookRequest) => factAt(request).data['visitorKey'];
  const usual = keyOf(posted(event()));
  test.each([
    ['address, agent and website', posted(event({ url: '/other' })), true],
    ['another address', posted(event(), { address: '192.0.2.1' }), false],
    ['the address that a server states', posted(event({ ip: '192.0.2.1' })), false],
    ['its own id', posted(event({ id: 'jane' })), false],
    ['no session', posted(event(), { headers: { ...headers, 'x-umami-cache': 'x' } }), true],
  ])('is known by %s', (_, request, isSame) => expect(keyOf(request) === usual).toBe(isSame));

  test('who asks not to be followed has no key', () => {
    expect(keyOf(posted(event({ id: 'jane' }), { headers: { ...headers, dnt: '1' } }))).toBeUndefined();
  });
});

describe('answers', () => {
  const none = { accepted: 0, duplicates: 0, leftOut: 0, rejected: [] };
  const reply = (request: HookRequest, tally: object = { accepted: 1 }) => {
    const answer = umami.reply?.({ ...none, ...tally }, request, context);
    return { status: answer?.status, headers: answer?.headers, body: JSON.parse(answer?.body ?? '') };
  };
  const refused = { reason: 'url must be …', pointer: '/payload/url', index: 1 };
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/;

  test('a session, which tells nothing of the visitor', () => {
    const { status, body } = reply(posted(event()));
    expect(status).toBe(200);
    expect(body).toEqual({
      cache: expect.stringMatching(/^[0-9a-f]{32}\.[0-9a-f]{32}$/),
      sessionId: expect.stringMatching(uuid),
      visitId: expect.stringMatching(uuid),
    });
    expect(reply(posted(event(), { address: '192.0.2.1' })).body).toEqual(body);
  });

  test('the same session where it is shown again, and a new one where what is shown is not ours', () => {
    const { body } = reply(posted(event()));
    const shown = (cache: string) =>
      reply(posted(event(), { requestId: 'another', headers: { ...headers, 'x-umami-cache': cache } })).body;
    expect(shown(body.cache)).toEqual(body);
    expect(shown(`${'0'.repeat(32)}.${body.cache.slice(33)}`).sessionId).not.toBe(body.sessionId);
    expect(shown('eyJhbGciOiJIUzI1NiJ9').sessionId).not.toBe(body.sessionId);
  });

  test('a bot is told what Umami tells it', () => {
    const request = posted(event(), { headers: { ...headers, 'user-agent': googlebot } });
    expect(reply(request, { leftOut: 1 })).toMatchObject({ status: 200, body: { beep: 'boop' } });
  });

  test('what is refused is said why', () => {
    expect(reply(posted(event()), { rejected: [refused] })).toMatchObject({
      status: 400,
      body: { error: { message: 'url must be …' } },
    });
  });

  test('a batch is told how many and which', () => {
    const { status, body } = reply(batch([event(), event(), event()]), {
      accepted: 1,
      duplicates: 1,
      rejected: [refused],
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      size: 3,
      processed: 2,
      errors: 1,
      details: [{ index: 1, response: { error: { message: 'url must be …', status: 400 } } }],
      cache: expect.any(String),
    });
  });

  const usual = 'authorization, content-type, x-umami-cache';
  const newest = 'content-type,x-umami-cache,x-umami-hostname,x-umami-website-id';
  test.each([
    ['those of the newest script', newest, newest],
    ['another version’s', 'content-type, x-umami-next', 'content-type, x-umami-next'],
    ['none', undefined, usual],
    ['nothing', '', usual],
    ['what is no list of names', 'a\r\nset-cookie: b', usual],
    ['a list with a gap', 'a,,b', usual],
    ['the longest list', `a${'-b'.repeat(249)}c`, `a${'-b'.repeat(249)}c`],
    ['more than that', `a${'-b'.repeat(250)}`, usual],
  ])('a page asks first, for the headers that it will send: %s', (_, asked, allowed) => {
    const asks = { origin: headers.origin, ...(asked !== undefined && { 'access-control-request-headers': asked }) };
    expect(umami.greet?.(posted('', { method: 'OPTIONS', headers: asks }), context)).toMatchObject({
      status: 204,
      headers: { 'access-control-allow-origin': headers.origin, 'access-control-allow-headers': allowed },
    });
  });

  test('another site’s page is allowed none', () => {
    const asks = { origin: 'https://other.example', 'access-control-request-headers': newest };
    const answer = umami.greet?.(posted('', { method: 'OPTIONS', headers: asks }), context);
    expect(answer).toEqual({ status: 403, headers: { vary: 'origin' } });
  });

  test('elsewhere nothing is taken', () => {
    expect(umami.greet?.(posted('', { rest: '/api/auth/login' }), context)).toMatchObject({ status: 404 });
  });
});

test('quarantine keeps what was posted, and it is read again as it would have been', () => {
  const text = itemsOf(posted(event({ timestamp: 'soon' })))[0]?.text() ?? '';
  const mended = umami.again(text.replace('"soon"', '1746003600'), context);
  expect(factOfItem(mended)).toEqual(factAt(posted(event({ timestamp: 1_746_003_600 }))));
  expect(umami.again('', context)).toMatchObject({ events: [], refused: { pointer: '' } });
});
