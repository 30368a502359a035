import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { Adapter, HookRequest } from '#adapter/adapter.ts';
import { adapters } from '#adapter/adapters.ts';
import type { HttpRequest } from '#lambda/http.ts';
import type { Source } from '#scorecard/sourceSchema.ts';
import { answered as answerOf, hookDesk } from '#test/hooks/samples.ts';

/** A vendor of our own that posts lines, one word each, and notes what it was shown. */
const seen: HookRequest[] = [];
const gauge = (id: string) => ({
  specversion: '1.0',
  id,
  source: 'lines',
  type: 'gauge.read',
  time: '2025-05-01T08:00:00Z',
  data: { gauge: 'followers', value: 1 },
});
const visitTo = (site: string) => ({
  ...gauge(site),
  type: 'contact.visit.completed',
  data: { visitId: site, site, arrivedAt: '2025-05-01T08:00:00Z' },
});
const line = (text: string) => {
  if (text === 'broken') return { events: [], refused: { reason: 'it is broken', pointer: '/0' }, text: () => text };
  if (text === 'bot') return { events: [], leftOut: 'bot', text: () => text };
  if (text === 'both') return { events: [gauge('a'), { ...gauge('b'), time: 'never' }], text: () => text };
  if (text === 'two') return { events: [gauge('c'), visitTo('hall')], text: () => text };
  return { events: [gauge(text)], text: () => text };
};
const lines: Adapter = {
  limits: { mostBytes: 200, mostDecompressedBytes: 300, mostRecords: 5, mostDepth: 3 },
  methods: ['POST', 'GET'],
  greet: ({ method, query }) => (method === 'OPTIONS' || query === 'hello' ? { status: 204 } : undefined),
  problem: ({ headers }, { credentials }) =>
    headers['x-key'] === credentials.tokens[0] ? undefined : 'Send the key in x-key.',
  read: (request) => {
    seen.push(request);
    const text = request.method === 'GET' ? request.query : request.body.toString();
    return text === 'nonsense' ? { unreadable: 'content', detail: 'Nonsense.' } : text.split('\n').map(line);
  },
  again: line,
};
const replying: Adapter = {
  ...lines,
  reply: ({ accepted, duplicates, leftOut, rejected }) => ({
    status: 200,
    headers: { 'content-type': 'text/plain' },
    body: [accepted, duplicates, leftOut, rejected.length].join(' '),
  }),
  refusal: (status, detail) => ({
    status: status === 413 ? 400 : status,
    headers: { 'x-vendor': 'yes' },
    body: detail,
  }),
};
Object.assign(adapters, { lines, replying });

const source = (id: string, more: object = {}): Source => ({ id, adapter: 'lines', trust: 'token', ...more }) as never;
const sources = [
  source('lines'),
  source('behind', { publicUrl: 'https://www.northmoor.example/gate/' }),
  source('replying', { adapter: 'replying' }),
  source('calls', { types: ['contact.call.completed'] }),
  source('twice-a-minute', { requestsPerMinute: 2 }),
  source('web', { trust: 'browser', origins: ['https://www.northmoor.example'] }),
  source('shared', { secret: 'lines' }),
  source('unknown', { adapter: 'telex' }),
];

const now = new Date('2025-05-01T09:00:00Z');
const request = (body: string | Buffer, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'POST',
  path: '/hooks/lines',
  host: 'abc.lambda-url.eu-west-2.on.aws',
  address: '203.0.113.9',
  requestId: 'r-1',
  body: Buffer.from(body as string),
  ...more,
  headers: { 'x-key': 'token-of-lines-9f4c2a', ...more.headers },
});
const ask = async (one: HttpRequest, desk = hookDesk(sources)) => answerOf(one, (await desk).stores, now);
const statusOf = async (one: HttpRequest) => (await ask(one)).statusCode;

describe('where and how', () => {
  const rows: [string, number, HttpRequest][] = [
    ['to a source', 202, request('x')],
    ['to {org}.{source}', 202, request('x', { path: '/hooks/example.lines' })],
    ['with more behind it', 202, request('x', { path: '/hooks/lines/matomo.php' })],
    ['to no source', 404, request('x', { path: '/hooks' })],
    ['to no source but a slash', 404, request('x', { path: '/hooks/' })],
    ['to an unknown source', 404, request('x', { path: '/hooks/nobody' })],
    ['to an unknown organisation', 404, request('x', { path: '/hooks/nobody.lines' })],
    ['by PUT', 405, request('x', { method: 'PUT' })],
    ['by a method that the adapter knows', 202, request('', { method: 'GET', query: 'x' })],
    ['by a method that it does not', 405, request('', { method: 'HEAD', headers: { 'x-key': undefined } })],
    ['by one that is greeted', 204, request('', { method: 'OPTIONS', headers: { 'x-key': undefined } })],
    ['as a greeting', 204, request('', { method: 'GET', query: 'hello', headers: { 'x-key': undefined } })],
    ['without the key', 401, request('x', { headers: { 'x-key': undefined } })],
    ['with the key that another source shares', 202, request('x', { path: '/hooks/shared' })],
    ['with another source’s key', 401, request('x', { path: '/hooks/behind' })],
    ['from a page that may not', 403, request('x', { path: '/hooks/web' })],
    ['unreadably', 400, request('nonsense')],
    ['in 200 bytes', 202, request('x'.repeat(200))],
    ['in 201 bytes', 413, request('x'.repeat(201))],
    ['in too many, without a key', 413, request('x'.repeat(201), { headers: { 'x-key': undefined } })],
    ['in 5 records', 202, request('1\n2\n3\n4\n5')],
    ['in 6 records', 413, request('1\n2\n3\n4\n5\n6')],
    ['nested 3 deep', 202, request('[{"a":[]}]')],
    ['nested 4 deep', 400, request('[{"a":[[]]}]')],
    ['nested 4 deep behind a space', 400, request(' [{"a":[[]]}]')],
    ['with brackets that are not JSON', 202, request('x[[[[[[')],
    ['compressed', 202, request(gzipSync('1\n2'), { headers: { 'content-encoding': 'gzip' } })],
    ['as a bomb', 413, request(gzipSync('\n'.repeat(301)), { headers: { 'content-encoding': 'gzip' } })],
    [
      'as a bomb without a key',
      401,
      request(gzipSync('x'.repeat(301)), { headers: { 'x-key': '', 'content-encoding': 'gzip' } }),
    ],
    ['half compressed', 400, request('x', { headers: { 'content-encoding': 'gzip' } })],
    ['compressed another way', 415, request('x', { headers: { 'content-encoding': 'zstd' } })],
  ];

  test.each(rows)('%s: %d', async (_, expected, one) => expect(await statusOf(one)).toBe(expected));

  test('a refusal says how to ask', async () => {
    expect((await ask(request('x', { method: 'PUT' }))).headers).toMatchObject({ allow: 'GET, HEAD, OPTIONS, POST' });
    expect((await ask(request('', { method: 'HEAD' }))).headers).toMatchObject({ allow: 'POST, GET' });
    expect((await ask(request('x', { headers: { 'x-key': '' } }))).headers).toMatchObject({
      'www-authenticate': 'Bearer realm="hooks"',
    });
  });

  test('a source of an adapter that this version lacks is our fault', async () => {
    await expect(ask(request('x', { path: '/hooks/unknown' }))).rejects.toThrow(/telex/);
  });
});

describe('what an adapter is shown', () => {
  const shown = async (more: Partial<HttpRequest>) => {
    await ask(request('x', more));
    return seen.at(-1);
  };

  test('the whole of the request', async () => {
    const headers = { 'user-agent': 'curl' };
    expect(await shown({ path: '/hooks/lines/a%20b/c', query: 'q=1&q=2', headers })).toMatchObject({
      method: 'POST',
      rest: '/a%20b/c',
      query: 'q=1&q=2',
      url: 'https://abc.lambda-url.eu-west-2.on.aws/hooks/lines/a%20b/c?q=1&q=2',
      headers: { 'user-agent': 'curl' },
      address: '203.0.113.9',
      requestId: 'r-1',
    });
  });

  test('the address that was called, which forwarded headers do not change', async () => {
    const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' };
    expect((await shown({ headers }))?.url).toBe('https://abc.lambda-url.eu-west-2.on.aws/hooks/lines');
    expect((await shown({ host: '127.0.0.1:4001' }))?.url).toBe('http://127.0.0.1:4001/hooks/lines');
  });

  test('the address that the source says is called', async () => {
    const more = { path: '/hooks/behind', query: 'a=1', headers: { 'x-key': 'token-of-behind-9f4c2a' } };
    expect((await shown(more))?.url).toBe('https://www.northmoor.example/gate/hooks/behind?a=1');
  });
});

describe('what becomes of records', () => {
  test('the good are stored, the bad set aside, the rest left out; a record counts once, by its worst', async () => {
    const desk = hookDesk(sources);
    const answer = await ask(request('good\nbroken\nbot\nboth\ntwo'), desk);
    expect(JSON.parse(answer.body)).toEqual({
      accepted: 2,
      duplicates: 0,
      rejected: [
        { index: 1, reason: 'it is broken', pointer: '/0' },
        { index: 3, id: 'b', reason: expect.stringContaining('time must be'), pointer: '/time' },
      ],
      leftOut: 1,
      warnings: [],
    });
    const { facts, quarantine, lines: log } = await desk;
    expect(
      facts()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['a', 'c', 'good', 'hall']);
    const aside = await quarantine.list('example', '2025-05-01');
    expect(aside.map(({ source: from, adapter, body }) => [from, adapter, body]).sort()).toEqual([
      ['lines', 'lines', 'both'],
      ['lines', 'lines', 'broken'],
    ]);
    expect(JSON.parse(log[0] ?? '')).toMatchObject({ source: 'lines', accepted: 2, rejected: 2, leftOut: 1 });
  });

  test('once more, they are duplicates', async () => {
    const desk = hookDesk(sources);
    await ask(request('good\ntwo'), desk);
    const { body } = await ask(request('good\ntwo'), desk);
    expect(JSON.parse(body)).toMatchObject({ accepted: 0, duplicates: 2 });
  });

  test('none good is 422; all left out is not', async () => {
    expect(await statusOf(request('broken\nbroken'))).toBe(422);
    expect(await statusOf(request('bot\nbot'))).toBe(202);
    expect(await statusOf(request('bot\nbroken'))).toBe(202);
  });

  test('types that the source may not send are set aside', async () => {
    const more = { path: '/hooks/calls', headers: { 'x-key': 'token-of-calls-9f4c2a' } };
    expect(await statusOf(request('x', more))).toBe(422);
  });
});

describe('in the vendor’s own form', () => {
  const headers = { 'x-key': 'token-of-replying-9f4c2a' };
  const sent = (body: string, more: Partial<HttpRequest> = {}) =>
    ask(request(body, { path: '/hooks/replying', headers, ...more }));

  test('an answer', async () => {
    expect(await sent('good\nbroken\nbot')).toEqual({
      statusCode: 200,
      headers: { 'cache-control': 'no-store', 'content-type': 'text/plain' },
      body: '1 0 1 1',
    });
  });

  test.each([
    ['too large', 'x'.repeat(201), {}, 400],
    ['not its sender’s', 'x', { headers: {} }, 401],
    ['unreadable', 'nonsense', {}, 400],
    ['asked wrongly', '', { method: 'HEAD' }, 405],
  ])('a refusal of what is %s', async (_, body, more, status) => {
    const answer = await sent(body, { ...more, headers: { ...headers, 'x-key': undefined, ...headersOf(more) } });
    expect(answer).toMatchObject({ statusCode: status, headers: { 'x-vendor': 'yes' } });
  });
  const headersOf = (more: Partial<HttpRequest>) => more.headers ?? headers;

  test('and what our side’s failure needs', async () => {
    const { stores } = await hookDesk(sources);
    const eventLog = { ...stores.eventLog, append: () => Promise.reject(new Error('down')) };
    const answer = await answerOf(request('x', { path: '/hooks/replying', headers }), { ...stores, eventLog }, now);
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'x-vendor': 'yes', 'retry-after': '30' } });
  });
});

test('too many a minute: 429, and when there will be room', async () => {
  const desk = hookDesk(sources);
  const more = { path: '/hooks/twice-a-minute', headers: { 'x-key': 'token-of-twice-a-minute-9f4c2a' } };
  const strangers = { ...more, headers: { 'x-key': 'guess' } };
  for (let guess = 0; guess < 5; guess += 1) expect((await ask(request('x', strangers), desk)).statusCode).toBe(401);
  const answers = [await ask(request('1', more), desk), await ask(request('2', more), desk)];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202]);
  expect(await ask(request('3', more), desk)).toMatchObject({ statusCode: 429, headers: { 'retry-after': '30' } });
  expect(await ask(request('x'), desk)).toMatchObject({ statusCode: 202 });
});
