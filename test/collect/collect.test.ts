import { describe, expect, test } from '@jest/globals';
import type { HttpRequest } from '#lambda/http.ts';
import { answered, batch, desk, now, posted, retiring, signedHeaders, structured } from '#test/collect/desk.ts';
import { sample, sampleWith } from '#test/event/sample.ts';

const call = sample('contact.call.completed');
const bad = sampleWith('contact.call.completed', { waitSeconds: -1 }, { id: 'bad' });
const body = Buffer.from(JSON.stringify(call));
const none = { accepted: 0, duplicates: 0, rejected: [], warnings: [] };

const status = async (request: HttpRequest) => (await answered(request, (await desk()).stores)).status;

describe('where and how a request is sent', () => {
  const rows: [string, number, HttpRequest][] = [
    ['to a source', 202, posted(call)],
    [
      'to /events, which is the source default',
      202,
      posted(call, { path: '/events', headers: { authorization: 'Bearer token-of-default' } }),
    ],
    ['to {org}.{source}', 202, posted(call, { path: '/events/example.telephony' })],
    [
      'to a name that two organisations use, with the other’s token',
      202,
      posted(call, { path: '/events/telephony', headers: { authorization: 'Bearer token-of-other' } }),
    ],
    ['to {org}.{source} with another organisation’s token', 401, posted(call, { path: '/events/other.telephony' })],
    ['to an unknown source', 404, posted(call, { path: '/events/nobody' })],
    ['to an unknown organisation', 404, posted(call, { path: '/events/nobody.telephony' })],
    ['to a path below', 404, posted(call, { path: '/events/telephony/more' })],
    ['to no source but a slash', 404, posted(call, { path: '/events/' })],
    ['elsewhere', 404, posted(call, { path: '/' })],
    ['by GET', 405, posted(call, { method: 'GET' })],
    ['by PUT', 405, posted(call, { method: 'PUT' })],
    ['by GET, elsewhere', 404, posted(call, { method: 'GET', path: '/favicon.ico' })],
    ['without a credential', 401, posted(call, { headers: { authorization: undefined } })],
    ['with a wrong token', 401, posted(call, { headers: { authorization: 'Bearer wrong' } })],
    ['with the token of another source', 401, posted(call, { headers: { authorization: 'Bearer token-of-website' } })],
    ['to a source without keys', 401, posted(call, { path: '/events/keyless' })],
    ['signed', 202, posted(body, { headers: { authorization: undefined, ...signedHeaders(body) } })],
    [
      'signed with the retiring key',
      202,
      posted(body, { headers: { authorization: undefined, ...signedHeaders(body, retiring) } }),
    ],
    ['signed, then changed', 401, posted(bad, { headers: { authorization: undefined, ...signedHeaders(body) } })],
    ['signed wrongly, with a good token', 401, posted(bad, { headers: signedHeaders(body) })],
    [
      'signed, six minutes old',
      401,
      posted(body, {
        headers: { authorization: undefined, ...signedHeaders(body, undefined, new Date(now.getTime() - 360_000)) },
      }),
    ],
    ['as text', 415, posted(body, { headers: { 'content-type': 'text/plain' } })],
    ['as JSON without ce-* headers', 415, posted(body, { headers: { 'content-type': 'application/json' } })],
    ['with a charset', 202, posted(body, { headers: { 'content-type': `${structured}; charset=utf-8` } })],
    ['as half a document', 400, posted(Buffer.from('{"id":'))],
    ['as an object called a batch', 400, posted(body, { headers: { 'content-type': batch } })],
    ['as exactly 1 MB', 202, posted(Buffer.concat([body, Buffer.alloc(1_048_576 - body.length, ' ')]))],
    ['as a byte more', 413, posted(Buffer.concat([body, Buffer.alloc(1_048_577 - body.length, ' ')]))],
    ['as 1,000 events', 422, posted(Array.from({ length: 1_000 }, () => 1))],
    ['as 1,001 events', 413, posted(Array.from({ length: 1_001 }, () => 1))],
  ];

  test.each(rows)('%s: %d', async (_, expected, request) => {
    expect(await status(request)).toBe(expected);
  });

  test('a refusal says how to ask again', async () => {
    const { stores } = await desk();
    expect((await answered(posted(call, { method: 'GET' }), stores)).headers).toMatchObject({ allow: 'POST' });
    const unauthorised = await answered(posted(call, { headers: { authorization: undefined } }), stores);
    expect(unauthorised.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'www-authenticate': 'Bearer realm="events"',
    });
  });
});

describe('what is answered', () => {
  test('one event: accepted, then a duplicate', async () => {
    const { stores } = await desk();
    expect(await answered(posted(call), stores)).toMatchObject({ status: 202, body: { ...none, accepted: 1 } });
    expect(await answered(posted(call), stores)).toMatchObject({ status: 202, body: { ...none, duplicates: 1 } });
  });

  test('binary mode', async () => {
    const { stores, facts } = await desk();
    const { data, ...attributes } = call;
    const headers = Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [`ce-${name}`, String(value)]),
    );
    const request = posted(data, { headers: { ...headers, 'ce-revision': '2', 'content-type': 'application/json' } });
    expect((await answered(request, stores)).body).toEqual({ ...none, accepted: 1 });
    expect(facts()).toMatchObject([{ id: call.id, revision: 2 }]);
  });

  test('the sample batch: two calls, the first corrected and the second withdrawn', async () => {
    const { stores, facts } = await desk();
    expect((await answered(posted(sample('batch')), stores)).body).toEqual({ ...none, accepted: 4 });
    const kept = facts().map(({ id, revision, withdrawn }) => ({ id, revision, withdrawn }));
    expect(kept).toHaveLength(2);
    expect(kept).toContainEqual({ id: 'CA-20240304-000187', revision: 1, withdrawn: false });
    expect(kept).toContainEqual({ id: 'CA-20240304-000188', revision: 1, withdrawn: true });
  });

  test('one id twice in a batch: in order, the second a duplicate', async () => {
    const { stores } = await desk();
    expect((await answered(posted([call, call]), stores)).body).toEqual({ ...none, accepted: 1, duplicates: 1 });
  });

  test('an empty batch', async () => {
    const { stores } = await desk();
    expect(await answered(posted([]), stores)).toMatchObject({ status: 202, body: none });
  });

  test('good and bad together: the good are kept, the bad come back with their place and reason', async () => {
    const { stores, facts } = await desk();
    const nameless = sampleWith('contact.call.completed', {}, { id: undefined });
    const { status, headers, body } = await answered(posted([bad, call, nameless]), stores);
    expect({ status, type: headers['content-type'] }).toEqual({ status: 202, type: 'application/json' });
    expect(body).toEqual({
      accepted: 1,
      duplicates: 0,
      rejected: [
        {
          index: 0,
          id: 'bad',
          reason: 'data.waitSeconds must be whole seconds from 0 to 86400',
          pointer: '/data/waitSeconds',
        },
        { index: 2, reason: expect.stringContaining('id is missing'), pointer: '/id' },
      ],
      warnings: [],
    });
    expect(facts()).toHaveLength(1);
  });

  test('only bad ones: a problem with the same members', async () => {
    const { stores } = await desk();
    const { status, headers, body } = await answered(posted(bad), stores);
    expect({ status, type: headers['content-type'] }).toEqual({ status: 422, type: 'application/problem+json' });
    expect(body).toMatchObject({
      ...none,
      status: 422,
      rejected: [{ index: 0, id: 'bad', pointer: '/data/waitSeconds' }],
    });
  });

  test('a bad one and a duplicate: 202, since the duplicate was valid', async () => {
    const { stores } = await desk();
    await answered(posted(call), stores);
    expect(await answered(posted([bad, call]), stores)).toMatchObject({ status: 202, body: { duplicates: 1 } });
  });

  test('unknown fields of data are named', async () => {
    const { stores } = await desk();
    const { body } = await answered(
      posted([call, sampleWith('contact.call.completed', { agent: 'x' }, { id: 'b' })]),
      stores,
    );
    expect(body).toEqual({
      ...none,
      accepted: 2,
      warnings: [
        {
          index: 1,
          id: 'b',
          reason: 'data.agent was dropped: contact.call.completed has no such field',
          pointer: '/data/agent',
        },
      ],
    });
  });

  test('a type that the source may not send is rejected, others are not', async () => {
    const { stores } = await desk();
    const request = posted([call, sample('web.interaction')], {
      path: '/events/website',
      headers: { authorization: 'Bearer token-of-website' },
    });
    expect((await answered(request, stores)).body).toMatchObject({
      accepted: 1,
      rejected: [
        {
          index: 0,
          reason: 'type must be one that the source website may send: web.interaction, survey.responded',
          pointer: '/type',
        },
      ],
    });
  });

  test('an event for another organisation is rejected', async () => {
    const { stores } = await desk();
    expect((await answered(posted({ ...call, organisation: 'other' }), stores)).body).toMatchObject({
      rejected: [{ pointer: '/organisation' }],
    });
  });

  test('what the event log refuses is rejected', async () => {
    const { stores } = await desk();
    const message = sample('contact.message.received');
    await answered(posted(message), stores);
    const moved = { ...message, data: { ...message.data, threadId: 'another' }, revision: 1 };
    const { status, body } = await answered(posted(moved), stores);
    expect(status).toBe(422);
    expect(body.rejected).toMatchObject([{ index: 0, id: message.id, reason: expect.stringMatching(/withdraw/) }]);
  });
});

describe('what is kept', () => {
  test('facts are in the organisation of the credential, under the source of the path', async () => {
    const { stores, facts } = await desk();
    await answered(posted({ ...call, source: 'website' }), stores);
    await answered(posted(call, { headers: { authorization: 'Bearer token-of-other' } }), stores);
    expect(facts().map(({ organisation, source }) => [organisation, source])).toEqual([
      ['example', 'telephony:website'],
      ['other', 'telephony'],
    ]);
  });

  test('rejected events are in quarantine as they arrived, with the reason', async () => {
    const { stores, quarantine } = await desk();
    const text = `[ ${JSON.stringify(call)}, {"id":"bad",  "specversion":"1.0", "n":1e400} ]`;
    await answered(posted(Buffer.from(text), { headers: { 'content-type': batch } }), stores);
    expect(await quarantine.list('example', '2024-04-02')).toMatchObject([
      {
        organisation: 'example',
        source: 'telephony',
        receivedAt: '2024-04-02T09:00:00.000Z',
        reason: expect.stringContaining('source is missing'),
        pointer: '/source',
        body: '{"id":"bad",  "specversion":"1.0", "n":1e400}',
      },
    ]);
  });

  test('the log has counts, and nothing of what was sent', async () => {
    const { stores, lines } = await desk();
    await answered(posted([call, bad]), stores);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: 'INFO',
        message: 'collected',
        organisation: 'example',
        source: 'telephony',
        accepted: 1,
        duplicates: 0,
        rejected: 1,
      },
    ]);
  });
});
