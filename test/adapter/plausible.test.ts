import { describe, expect, test } from '@jest/globals';
import type { AdapterContext, HookRequest, Item } from '#adapter/adapter.ts';
import { plausible } from '#adapter/plausible.ts';
import { contextFor, factsOf, hookRequest } from '#test/adapter/context.ts';

const mapping = {
  site: {
    'www.northmoor.example': 'main',
    'northmoor.example': 'main',
    'library.northmoor.example': 'library',
    'northmoor.example/museum': 'museum',
  },
  form: { '/report-a-pothole': 'Report a pothole' },
};
const base = contextFor({ trust: 'browser', mapping });
const context: AdapterContext = { ...base, source: { ...base.source, origins: ['https://www.northmoor.example'] } };
const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
const googlebot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const headers = { 'user-agent': browser, 'content-type': 'text/plain', origin: 'https://www.northmoor.example' };

const u = 'https://www.northmoor.example/report-a-pothole?ref=jane#top';
const d = 'northmoor.example';
const posted = (body: unknown, given: Partial<HookRequest> = {}): HookRequest =>
  hookRequest({ rest: '/api/event', headers, text: typeof body === 'string' ? body : JSON.stringify(body), ...given });

const itemAt = (request: HookRequest): Item => {
  expect(plausible.greet?.(request, context)).toBeUndefined();
  expect(plausible.problem(request, context)).toBeUndefined();
  const items = plausible.read(request, context);
  if ('unreadable' in items) throw new Error(items.detail);
  expect(items).toHaveLength(1);
  return items[0] as Item;
};

const factAt = (request: HookRequest) => {
  const item = itemAt(request);
  const [fact] = factsOf(item);
  if (!fact || 'refused' in fact) throw new Error(`no fact: ${JSON.stringify(fact ?? item)}`);
  return fact;
};

const path = '/report-a-pothole';
const kinds = [
  ['a page, as the newer tracker posts it', { n: 'pageview', v: 36, u, d, r: null }, { kind: 'page', path }],
  ['a page, as the older one does', { n: 'pageview', u, d, r: null, w: 1280, h: 0 }, { kind: 'page', path }],
  ['a page, in long words', { name: 'pageview', url: u, domain: d }, { kind: 'page', path }],
  ['a page that its fragment tells', { n: 'pageview', u, d, h: 1 }, { kind: 'page', path }],
  [
    'a download',
    { n: 'File Download', u, d, p: { url: 'https://cdn.example/budget.pdf?a=1' } },
    { kind: 'download', path: '/budget.pdf' },
  ],
  [
    'a download, with properties as text',
    { n: 'File Download', u, d, p: '{"url":"https://cdn.example/budget.pdf"}' },
    { kind: 'download', path: '/budget.pdf' },
  ],
  [
    'a download, in the oldest words',
    { n: 'File Download', u, d, m: '{"url":"https://cdn.example/budget.pdf"}' },
    { kind: 'download', path: '/budget.pdf' },
  ],
  ['a download of nothing', { n: 'File Download', u, d, p: 'not json' }, { kind: 'download', path }],
  [
    'a link elsewhere',
    { n: 'Outbound Link: Click', u, d, p: { url: 'https://www.gov.uk/a?b' } },
    { kind: 'event', path, name: 'link to www.gov.uk' },
  ],
  [
    'a form',
    { n: 'Form: Submission', u, d, p: { path: '/report-a-pothole' } },
    { kind: 'form', path, name: 'Report a pothole' },
  ],
  [
    'a form that the mapping does not name',
    { n: 'Form: Submission', u, d, p: { path: '/apply/jane@x.uk' } },
    { kind: 'form', path, name: '/apply/_' },
  ],
  ['a page that is missing', { n: '404', u, d, p: { path: '/jane' } }, { kind: 'event', path, name: '404' }],
  [
    'a search',
    { n: 'WP Search Queries', u, d, p: { search_query: 'Missed Bin', result_count: 2 } },
    { kind: 'search', path, name: 'missed bin' },
  ],
  ['a search for somebody', { n: 'Search', u, d, p: { search_query: 'jane@x.uk' } }, { kind: 'search', path }],
  [
    'an event of the council’s own, its properties dropped',
    { n: 'Sign up', u, d, p: { name: 'Jane' }, $: { amount: 1 } },
    { kind: 'event', path, name: 'Sign up' },
  ],
  ['an event that names somebody', { n: 'call 07700900123', u, d }, { kind: 'event', path }],
] as const;

describe('what a visitor did', () => {
  test.each(kinds)('%s', (_, body, data) => {
    const { visitorKey, ...kept } = factAt(posted(body)).data;
    expect(kept).toEqual({ site: 'main', ...data });
    expect(visitorKey).toMatch(/^[0-9a-f]{32}$/);
  });

  test('it happened when it arrived, and each request is its own', () => {
    expect(factAt(posted({ n: 'pageview', u, d }))).toMatchObject({
      id: 'request-1',
      time: '2025-05-01T09:00:00.000Z',
    });
  });

  test('whatever it is labelled as', () => {
    const labelled = posted({ n: 'pageview', u, d }, { headers: { ...headers, 'content-type': 'application/json' } });
    expect(factAt(labelled)).toEqual(factAt(posted({ n: 'pageview', u, d })));
  });

  test.each([
    ['a heartbeat', { n: 'engagement', u, d, sd: 80, e: 3000 }, browser],
    ['bot', { n: 'pageview', u, d }, googlebot],
    ['bot', { n: 'pageview', u, d }, ''],
  ])('%s is left out', (leftOut, body, agent) => {
    expect(itemAt(posted(body, { headers: { ...headers, 'user-agent': agent } }))).toMatchObject({
      events: [],
      leftOut,
    });
  });
});

test.each([
  ['https://www.northmoor.example/', 'rollup.example,northmoor.example', 'main'],
  ['https://other.example/', 'rollup.example, library.northmoor.example', 'library'],
  ['https://library.northmoor.example/', 'northmoor.example', 'main'],
  ['https://library.northmoor.example/', 'unknown.example', 'library'],
  ['https://northmoor.example/museum/opening', 'northmoor.example', 'museum'],
  ['https://other.example/', 'unknown.example', 'other.example'],
])('%s for %s is one visit to %s', (u, d, site) => {
  expect(factAt(posted({ n: 'pageview', u, d })).data).toMatchObject({ site });
});

test.each([
  [{ u, d }, '/n'],
  [{ n: 7, u, d }, '/n'],
  [{ n: 'pageview', d }, '/u'],
  [{ n: 'pageview', u: 'javascript:alert(1)', d }, '/u'],
  [{ n: 'pageview', u: { a: 1 }, d }, '/u'],
  [[], ''],
  ['"text"', ''],
])('%j is refused at %j', (body, pointer) => expect(itemAt(posted(body))).toMatchObject({ refused: { pointer } }));

test.each(['', '{"n":', '\u0000'])('%j cannot be read', (text) => {
  expect(plausible.read(posted(text), context)).toMatchObject({ unreadable: 'content' });
});

describe('a visitor', () => {
  const keyOf = (request: HookRequest) => factAt(request).data['visitorKey'];
  const body = { n: 'pageview', u, d };
  const usual = keyOf(posted(body));
  test.each([
    ['address, agent and domain', posted(body), true],
    ['another address', posted(body, { address: '192.0.2.1' }), false],
    ['another agent', posted(body, { headers: { ...headers, 'user-agent': `${browser} x` } }), false],
    ['another domain', posted({ ...body, d: 'library.northmoor.example' }), false],
    [
      'not what anybody says that the address is',
      posted(body, { headers: { ...headers, 'x-forwarded-for': '192.0.2.1' } }),
      true,
    ],
  ])('is known by %s', (_, request, isSame) => expect(keyOf(request) === usual).toBe(isSame));

  test('who asks not to be followed has no key', () => {
    expect(keyOf(posted(body, { headers: { ...headers, 'sec-gpc': '1' } }))).toBeUndefined();
  });
});

describe('who may post', () => {
  const from = (given: Record<string, string>) => plausible.problem(posted({}, { headers: given }), context);
  test('a page of the council, a program, and whoever has a token', () => {
    expect(from(headers)).toBeUndefined();
    expect(from({})).toBeUndefined();
    expect(from({ origin: 'https://other.example', authorization: 'Bearer the-token' })).toBeUndefined();
  });
  test('no other page, and no wrong token', () => {
    expect(from({ origin: 'https://other.example' })).toEqual(expect.any(String));
    expect(from({ authorization: 'Bearer wrong' })).toEqual(expect.any(String));
  });
});

describe('answers', () => {
  const none = { accepted: 0, duplicates: 0, leftOut: 0, rejected: [] };
  const reply = (tally: object) => plausible.reply?.({ ...none, ...tally }, posted({}), context);

  test('ok, which the page may read without having asked', () => {
    const answer = reply({ accepted: 1 });
    expect(answer).toMatchObject({ status: 202, body: 'ok' });
    expect(answer?.headers).toEqual({
      'access-control-allow-origin': 'https://www.northmoor.example',
      'access-control-allow-credentials': 'true',
      'content-type': 'text/plain',
      vary: 'origin',
    });
  });

  test('what is left out is dropped, as Plausible says it', () => {
    expect(reply({ leftOut: 1 })).toMatchObject({ status: 202, body: 'ok', headers: { 'x-plausible-dropped': '1' } });
  });

  test('what is refused is said why', () => {
    const answer = reply({ rejected: [{ reason: 'u must be …', pointer: '/u', index: 0 }] });
    expect(answer).toMatchObject({ status: 400, body: '{"errors":{"request":"u must be …"}}' });
  });

  test('elsewhere nothing is taken', () => {
    expect(plausible.greet?.(posted({}, { rest: '/api/stats' }), context)).toMatchObject({ status: 404 });
  });
});

test('quarantine keeps what was posted, and it is read again as it would have been', () => {
  const text = itemAt(
    posted({ n: 'pageview', u: 'www.northmoor.example/bins', d }, { headers: { ...headers, dnt: '1' } }),
  ).text();
  const mended = text.replace('"www.', '"https://www.');
  const [fact] = factsOf(plausible.again(mended, context));
  expect(fact).toEqual(
    factAt(
      posted({ n: 'pageview', u: 'https://www.northmoor.example/bins', d }, { headers: { ...headers, dnt: '1' } }),
    ),
  );
  expect(plausible.again('', context)).toMatchObject({ events: [], refused: { pointer: '' } });
});
