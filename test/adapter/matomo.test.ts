import { describe, expect, test } from '@jest/globals';
import type { AdapterContext, HookRequest, Item } from '#adapter/adapter.ts';
import { matomo } from '#adapter/matomo.ts';
import { contextFor, factsOf, hookRequest } from '#test/adapter/context.ts';

const token = '0123456789abcdef0123456789abcdef';
const mapping = {
  site: {
    '1': 'main',
    '2': 'my-account',
    'my.northmoor.example': 'my-account',
    'www.northmoor.example/library': 'library',
  },
  form: { '3': 'Report a missed bin' },
};
const base = contextFor({ trust: 'browser', tokens: [token], mapping });
const context: AdapterContext = {
  ...base,
  source: { ...base.source, origins: ['https://www.northmoor.example', 'http://127.0.0.1:*'] },
};
const arrived = '2025-05-01T09:00:00.000Z';
const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
const googlebot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

const url = encodeURIComponent('https://www.northmoor.example/bins/?uprn=100023336956');
const query = (rest = '') => `idsite=1&rec=1&url=${url}${rest}`;

const asked = (query: string, given: Parameters<typeof hookRequest>[0] = {}): HookRequest =>
  hookRequest({ method: 'GET', rest: '/matomo.php', query, headers: { 'user-agent': browser }, ...given });
const posted = (text: string, given: Parameters<typeof hookRequest>[0] = {}): HookRequest =>
  asked('', { method: 'POST', text, ...given });

const itemsOf = (request: HookRequest, of = context): readonly Item[] => {
  expect(matomo.greet?.(request, of)).toBeUndefined();
  expect(matomo.problem(request, of)).toBeUndefined();
  const items = matomo.read(request, of);
  if ('unreadable' in items) throw new Error(items.detail);
  return items;
};

const factOfItem = (item: Item | undefined) => {
  const [fact] = item ? factsOf(item) : [];
  if (!fact || 'refused' in fact) throw new Error(`no fact: ${JSON.stringify(fact ?? item)}`);
  return fact;
};
const factAt = (request: HookRequest, of = context) => factOfItem(itemsOf(request, of)[0]);
const ids = (items: readonly Item[]) => items.map((item) => factOfItem(item).id);
const dataAt = (rest: string) => {
  const { visitorKey, ...data } = factAt(asked(query(rest))).data;
  expect(visitorKey).toMatch(/^[0-9a-f]{32}$/);
  return data;
};

const kinds = [
  ['a page, whose title is dropped', '&action_name=Jane%20Doe', { kind: 'page', path: '/bins/' }],
  [
    'a search, its words in lower case',
    '&search=Missed%20%20Bin&search_cat=x&search_count=3',
    { kind: 'search', path: '/bins/', name: 'missed bin' },
  ],
  ['a search for somebody', '&search=jane%40x.uk', { kind: 'search', path: '/bins/' }],
  ['a search without words', '&search=', { kind: 'page', path: '/bins/' }],
  [
    'a download',
    `&download=${encodeURIComponent('https://cdn.northmoor.example/budget-2024-25.pdf?a=1')}`,
    { kind: 'download', path: '/budget-2024-25.pdf' },
  ],
  [
    'a link elsewhere',
    `&link=${encodeURIComponent('https://www.gov.uk/renew?name=jane')}`,
    { kind: 'event', path: '/bins/', name: 'link to www.gov.uk' },
  ],
  [
    'a link to no page',
    `&link=${encodeURIComponent('mailto:jane@x.uk')}`,
    { kind: 'event', path: '/bins/', name: 'link' },
  ],
  [
    'an event, its own name dropped',
    '&e_c=Map&e_a=Zoom&e_n=jane&e_v=3',
    { kind: 'event', path: '/bins/', name: 'Map: Zoom' },
  ],
  ['an event as matomo.js sends it', '&e_c=Map&e_a=Zoom&ca=1', { kind: 'event', path: '/bins/', name: 'Map: Zoom' }],
  [
    'a link within a content block',
    `&link=${encodeURIComponent('https://www.nhs.uk/flu')}&c_i=click&c_n=advert&c_p=x&ca=1`,
    { kind: 'event', path: '/bins/', name: 'link to www.nhs.uk' },
  ],
  [
    'an error in a page’s script, as matomo.js sends it',
    '&e_c=JavaScript%20Errors&e_a=https%3A%2F%2Fwww.northmoor.example%2Fpay%3Fname%3Djane%3A1%3A23&e_n=jane&ca=1',
    { kind: 'event', path: '/bins/', name: 'JavaScript Errors: https://www.northmoor.example/pay' },
  ],
  ['an event that names somebody', '&e_c=Call&e_a=07700900123', { kind: 'event', path: '/bins/', name: 'Call' }],
  ['half an event', '&e_c=Map', { kind: 'page', path: '/bins/' }],
  [
    'a goal that the mapping names',
    '&idgoal=3&revenue=1',
    { kind: 'form', path: '/bins/', name: 'Report a missed bin' },
  ],
  ['another goal', '&idgoal=4', { kind: 'form', path: '/bins/', name: 'goal 4' }],
] as const;

describe('what a visitor did', () => {
  test.each(kinds)('%s', (_, rest, data) => expect(dataAt(rest)).toEqual({ site: 'main', ...data }));

  test.each([
    ['a heartbeat', '&ping=1'],
    ['for a plug-in of Matomo', '&ca=1'],
    ['a part of a page came into view', '&c_n=advert&c_p=x&ca=1'],
    ['a part of a page came into view', '&c_p=x'],
    ['for a plug-in of Matomo', '&ca=true&e_c=Map'],
    ['an order or a basket', '&idgoal=0&ec_id=1'],
    ['bot', `&ua=${encodeURIComponent(googlebot)}`],
    ['bot', '&ua=curl/8'],
  ])('%s is left out', (reason, rest) => {
    expect(itemsOf(asked(query(rest)))).toMatchObject([{ events: [], leftOut: reason }]);
  });

  test('rec=1 must be said', () => {
    expect(itemsOf(asked(`idsite=1&url=${url}`))).toMatchObject([{ events: [], leftOut: 'rec is not 1' }]);
  });

  test.each([
    [googlebot, 'bot'],
    ['', undefined],
    ['node', undefined],
    [browser.replace('Chrome/', 'HeadlessChrome/'), undefined],
  ])('of the agent %j, left out: %j', (agent, leftOut) => {
    expect(itemsOf(asked(query(), { headers: { 'user-agent': agent } }))[0]?.leftOut).toBe(leftOut);
  });
});

const sites = [
  ['1', 'https://www.northmoor.example/bins', 'main'],
  ['2', 'https://www.northmoor.example/bins', 'my-account'],
  ['1', 'https://my.northmoor.example/bins', 'main'],
  ['9', 'https://my.northmoor.example/bins', 'my-account'],
  ['1', 'https://www.northmoor.example/library/opening', 'library'],
  ['9', 'https://jobs.northmoor.example/', 'jobs.northmoor.example'],
] as const;

test.each(sites)('site %s at %s is %s', (idsite, address, site) => {
  const request = asked(`idsite=${idsite}&rec=1&url=${encodeURIComponent(address)}`);
  expect(factAt(request).data).toMatchObject({ site });
});

const refusals = [
  [`rec=1&url=${url}`, '/idsite'],
  [`idsite=07700900123&rec=1&url=${url}`, '/idsite'],
  [`idsite=jane@x.uk&rec=1&url=${url}`, '/idsite'],
  [`idsite=1&rec=1&url=${encodeURIComponent('javascript:alert(1)')}`, '/url'],
  [`idsite=1&rec=1&url=bins`, '/url'],
  [query('&cdt=yesterday'), '/cdt'],
  [query('&cdt=2025-04-30 08:59:59'), '/cdt'],
  [query('&cdt=1746003599'), '/cdt'],
  [query('&cdo=86401'), '/cdt'],
] as const;

test.each(refusals)('%s is refused at %s, without repeating it', (query, pointer) => {
  const [item] = itemsOf(asked(query));
  expect(item).toMatchObject({ events: [], refused: { pointer } });
  expect(item?.refused?.reason).not.toMatch(/07700900123|jane|alert/);
});

const times = [
  ['', arrived],
  ['&cdt=0', arrived],
  ['&cdt=1746003600', '2025-04-30T09:00:00.000Z'],
  ['&cdt=2025-04-30 09:00:00', '2025-04-30T09:00:00.000Z'],
  ['&cdt=2025-04-30T23:30:00Z', '2025-04-30T23:30:00.000Z'],
  ['&cdt=2025-05-01', '2025-05-01T00:00:00.000Z'],
  ['&cdo=60', '2025-05-01T08:59:00.000Z'],
  [`&cdt=2024-05-01 10:00:00&token_auth=${token}`, '2024-05-01T10:00:00.000Z'],
] as const;

test.each(times)('%s is at %s', (rest, time) => expect(factAt(asked(query(rest))).time).toBe(time));

describe('who may post', () => {
  const page = (origin: string) => asked(query(), { headers: { origin, 'user-agent': browser } });
  const allowed = [
    ['a page of the council', page('https://www.northmoor.example')],
    ['a page of this computer', page('http://127.0.0.1:8123')],
    ['an image of such a page', asked(query(), { headers: { referer: 'https://www.northmoor.example/bins' } })],
    ['a program', asked(query(), { headers: {} })],
    [
      'another page, with a token',
      asked(query(`&token_auth=${token}`), { headers: { origin: 'https://other.example' } }),
    ],
    ['nobody in particular', asked(query('&token_auth=anonymous'), { headers: {} })],
  ] as const;
  test.each(allowed)('%s', (_, request) => expect(matomo.problem(request, context)).toBeUndefined());

  const bulkWith = (...tokens: string[]) =>
    posted(JSON.stringify({ requests: tokens.map((one) => `?${query(`&token_auth=${one}`)}`) }), { headers: {} });
  const refused = [
    ['another page', page('https://other.example')],
    ['a page that hides', page('null')],
    ['an image of another page', asked(query(), { headers: { referer: 'https://other.example/' } })],
    ['a wrong token', asked(query('&token_auth=wrong'), { headers: {} })],
    ['a wrong token beside a right one', bulkWith(token, 'wrong')],
    ['a wrong bearer', asked(query(), { headers: { authorization: 'Bearer wrong' } })],
  ] as const;
  test.each(refused)('not %s', (_, request) => expect(matomo.problem(request, context)).toEqual(expect.any(String)));

  test('where the source asks for a token, no page alone', () => {
    const strict = { ...context, source: { ...context.source, trust: 'token' as const } };
    expect(matomo.problem(page('https://www.northmoor.example'), strict)).toEqual(expect.any(String));
    expect(matomo.problem(asked(query(`&token_auth=${token}`)), strict)).toBeUndefined();
  });
});

describe('the ways of sending', () => {
  const whole = '&r=123456&h=10&m=0&s=0&_id=0123456789abcdef';
  const expected = factAt(asked(query(whole)));

  test.each([
    ['a beacon with an empty body', asked(query(`${whole}&send_image=0`), { method: 'POST' })],
    ['a form', posted(query(`${whole}&send_image=1`))],
    ['a form at piwik.php', posted(query(whole), { rest: '/piwik.php' })],
    [
      'a bulk of texts, called a form',
      posted(JSON.stringify({ requests: [`?${query(whole)}`], send_image: 0 }), {
        headers: { 'user-agent': browser, 'content-type': 'application/x-www-form-urlencoded' },
      }),
    ],
    [
      'a bulk of objects',
      posted(JSON.stringify({ requests: [Object.fromEntries(new URLSearchParams(query(whole)))] })),
    ],
    ['an object', posted(JSON.stringify(Object.fromEntries(new URLSearchParams(query(whole)))))],
  ])('%s is the same fact as an image', (_, request) => {
    expect(factAt(request)).toEqual(expected);
  });

  test('hits without a random number or a time are each their own', () => {
    const bulk = posted(JSON.stringify({ requests: [`?${query()}`, `?${query()}`] }));
    expect(ids(itemsOf(bulk))).toEqual(['request-1-0', 'request-1-1']);
    expect(factAt(asked(query(), { requestId: 'other' })).id).toBe('other');
  });

  test('equal lines of a log are counted each, and no more when the log is sent again', () => {
    const line = {
      idsite: 1,
      rec: '1',
      url: 'https://www.northmoor.example/',
      cdt: '2024-05-01 10:00:00',
      cip: '192.0.2.7',
      ua: browser,
    };
    const request = (requestId: string) =>
      posted(JSON.stringify({ token_auth: token, requests: [line, line, { ...line, cip: '192.0.2.8' }] }), {
        requestId,
      });
    const once = ids(itemsOf(request('one')));
    expect(new Set(once).size).toBe(3);
    expect(ids(itemsOf(request('two')))).toEqual(once);
  });

  test('a bulk’s record may show its own token', () => {
    const old = '&cdt=2024-05-01 10:00:00';
    const bulk = posted(JSON.stringify({ requests: [`?${query(old)}`, `?${query(`${old}&token_auth=${token}`)}`] }));
    expect(itemsOf(bulk).map(({ refused }) => refused?.pointer)).toEqual(['/cdt', undefined]);
  });

  test('what is no request is left out or refused, and the others are kept', () => {
    const bulk = posted(JSON.stringify({ requests: [null, '', `?${query()}`, 7, [1], {}] }));
    expect(itemsOf(bulk).map(({ leftOut, refused }) => leftOut ?? refused?.reason)).toEqual([
      'empty',
      'empty',
      undefined,
      'a request must be a query string or an object',
      'a request must be a query string or an object',
      'rec is not 1',
    ]);
  });

  test.each(['{"requests":', '[1]', '{"requests":{}}'])('%s cannot be read', (text) => {
    expect(matomo.read(posted(text), context)).toMatchObject({ unreadable: 'content' });
  });
});

describe('a visitor', () => {
  const keyOf = (request: HookRequest, of = context) => factAt(request, of).data['visitorKey'];
  const usual = keyOf(asked(query()));

  test.each([
    ['the same address and agent', asked(query()), true],
    ['another address', asked(query(), { address: '192.0.2.1' }), false],
    [
      'another agent',
      asked(query('&ua=Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0')),
      false,
    ],
    ['an address of its own, without a token', asked(query('&cip=192.0.2.1')), true],
    ['an address of its own, with one', asked(query(`&cip=192.0.2.1&token_auth=${token}`)), false],
    ['an id of its own', asked(query('&_id=0123456789abcdef')), false],
  ])('by %s', (_, request, isSame) => expect(keyOf(request) === usual).toBe(isSame));

  test('is the same by its user id wherever it is', () => {
    const one = keyOf(asked(query('&uid=jane@x.uk&_id=1'), { address: '192.0.2.1' }));
    expect(one).toBe(keyOf(asked(query('&uid=jane@x.uk&_id=2'))));
  });

  test.each(['dnt', 'sec-gpc'])('who asks by %s not to be followed is counted without a key', (header) => {
    const fact = factAt(asked(query('&_id=0123456789abcdef'), { headers: { [header]: '1' } }));
    expect(fact.data).toEqual({ site: 'main', kind: 'page', path: '/bins/' });
  });
});

describe('quarantine', () => {
  test('keeps a record without its token, and reads it again as it would have been', () => {
    const request = asked(query(`&cdt=soon&uid=jane&token_auth=${token}`), { headers: { dnt: '1' } });
    const text = itemsOf(request)[0]?.text() ?? '';
    expect(text).not.toContain(token);
    const mended = matomo.again(text.replace('soon', '2024-05-01 10:00:00'), context);
    const straight = factAt(
      asked(query(`&cdt=2024-05-01 10:00:00&uid=jane&token_auth=${token}`), { headers: { dnt: '1' } }),
    );
    expect(factOfItem(mended)).toEqual(straight);
    expect(mended.text()).toBe(text.replace('soon', '2024-05-01 10:00:00'));
  });

  test('keeps no token in a text either', () => {
    const texts = [`?token_auth=${token}&rec=1`, [`token_auth=${token}`], `?rec=1&url=${token}`];
    const bulk = posted(JSON.stringify({ requests: texts }));
    for (const item of itemsOf(bulk)) expect(item.text()).not.toContain(token);
  });

  test.each(['', '{}', 'null', '[]', '{"id":1,"at":"x"}'])('cannot have kept %j', (text) => {
    expect(matomo.again(text, context)).toMatchObject({ events: [], refused: { pointer: '' } });
  });
});

describe('answers', () => {
  const none = { accepted: 0, duplicates: 0, leftOut: 0, rejected: [] };
  const reply = (request: HookRequest, tally = {}) =>
    matomo.reply?.({ ...none, accepted: 1, ...tally }, request, context);
  const refused = { reason: 'url must be …', pointer: '/url', index: 2 };

  test('an image is a transparent one of 43 bytes', () => {
    const answer = reply(asked(query()));
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'image/gif' }, isBase64Encoded: true });
    expect(Buffer.from(answer?.body ?? '', 'base64')).toHaveLength(43);
    expect(
      Buffer.from(answer?.body ?? '', 'base64')
        .toString('latin1')
        .slice(0, 6),
    ).toBe('GIF89a');
  });

  test.each([
    ['a beacon', asked(query(), { method: 'POST' })],
    ['an image that says so', asked(query('&send_image=0'))],
    ['matomo.js in bulk', posted(JSON.stringify({ requests: [`?${query()}`], send_image: 0 }))],
  ])('%s has no body', (_, request) => {
    expect(reply(request)).toMatchObject({ status: 204 });
    expect(reply(request)?.body).toBeUndefined();
  });

  test('a bulk is told how many and which', () => {
    const answer = reply(posted(JSON.stringify({ requests: ['', '', '', '', ''] })), {
      duplicates: 1,
      leftOut: 2,
      rejected: [refused],
    });
    expect(answer?.status).toBe(200);
    expect(JSON.parse(answer?.body ?? '')).toEqual({ status: 'success', tracked: 4, invalid: 1, invalid_indices: [2] });
  });

  test('a single one is told why not', () => {
    expect(reply(asked(query()), { accepted: 0, rejected: [refused] })).toMatchObject({
      status: 400,
      body: 'url must be …',
    });
  });

  test('a page of the council may read the answer, with its cookies', () => {
    const headers = { origin: 'https://www.northmoor.example' };
    const allow = {
      'access-control-allow-origin': 'https://www.northmoor.example',
      'access-control-allow-credentials': 'true',
    };
    expect(reply(asked(query(), { headers }))?.headers).toMatchObject(allow);
    expect(matomo.refusal?.(429, 'Too many.', asked(query(), { headers }), context).headers).toMatchObject(allow);
    expect(matomo.greet?.(asked('', { method: 'OPTIONS', headers }), context)).toMatchObject({
      status: 204,
      headers: allow,
    });
  });

  test('another page may not', () => {
    const headers = { origin: 'https://other.example' };
    expect(reply(asked(query(), { headers }))?.headers).not.toHaveProperty('access-control-allow-origin');
    expect(matomo.greet?.(asked('', { method: 'OPTIONS', headers }), context)).toEqual({
      status: 403,
      headers: { vary: 'origin' },
    });
  });

  test('elsewhere nothing is taken', () => {
    expect(matomo.greet?.(asked(query(), { rest: '/wp-login.php' }), context)).toMatchObject({ status: 404 });
    expect(matomo.greet?.(asked(''), context)).toMatchObject({ status: 200 });
  });
});

describe('the log importer’s questions', () => {
  const ask = (parameters: object, rest = '/') => {
    const text = new URLSearchParams({ module: 'API', format: 'json', filter_limit: '-1', ...parameters }).toString();
    const answer = matomo.greet?.(posted(text, { rest }), context);
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } });
    return JSON.parse(answer?.body ?? '');
  };

  test.each(['', '/', '/index.php'])('are answered at %j', (rest) => {
    expect(ask({ method: 'API.getMatomoVersion', token_auth: token }, rest)).toEqual({ value: '5.0.0' });
  });

  test.each([
    ['1', 'https://www.northmoor.example'],
    ['2', 'https://my.northmoor.example'],
    ['9', 'https://www.northmoor.example'],
  ])('site %s is at %s', (idSite, main_url) => {
    expect(ask({ method: 'SitesManager.getSiteFromId', idSite, token_auth: token })).toMatchObject({
      idsite: idSite,
      main_url,
    });
  });

  test.each([
    ['my.northmoor.example', [{ idsite: '2' }]],
    ['https://www.northmoor.example/bins', [{ idsite: 'www.northmoor.example' }]],
    ['other.example', []],
  ])('%s is site %j', (url, sites) => {
    expect(ask({ method: 'SitesManager.getSitesIdFromSiteUrl', url, token_auth: token })).toEqual(sites);
  });

  test('every site', () => {
    const all = ask({ method: 'SitesManager.getAllSites', token_auth: token });
    expect(Object.keys(all)).toEqual(['1', '2']);
    expect(all['2'].main_url).toBe('https://my.northmoor.example');
  });

  test('the token is its own password', () => {
    const method = 'UsersManager.createAppSpecificTokenAuth';
    expect(ask({ method, userLogin: 'any', passwordConfirmation: token })).toEqual({ value: token });
    expect(ask({ method, userLogin: 'any', passwordConfirmation: 'wrong' })).toMatchObject({ result: 'error' });
  });

  test.each([
    { method: 'SitesManager.getSiteFromId', idSite: '1', token_auth: 'wrong' },
    { method: 'SitesManager.getSiteFromId', token_auth: token },
    { method: 'SitesManager.addSite', siteName: 'new', token_auth: token },
    { method: 'constructor', token_auth: token },
    { token_auth: token },
  ])('%j is an error that it prints', (parameters) => {
    expect(ask(parameters)).toEqual({ result: 'error', message: expect.any(String) });
  });
});
