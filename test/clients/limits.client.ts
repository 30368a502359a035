import assert from 'node:assert/strict';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { ClientRun, ClientStack } from '#test/clients/client.ts';
import { type CurlAnswer, curl } from '#test/clients/curl.ts';

const source = 'events-api';
const limited = 'limited-to-five';
const day = '2025-05-07';

export const sources = [{ id: limited, adapter: 'cloudevents', trust: 'token', requestsPerMinute: 5 }];

const eventOf = (id: string) => ({
  specversion: '1.0',
  id,
  source,
  type: 'gauge.read',
  time: `${day}T09:00:00Z`,
  data: { gauge: 'followers', value: 1 },
});

const post = (
  stack: ClientStack,
  body: string | Buffer,
  { headers = {}, to = source }: { readonly headers?: Readonly<Record<string, string>>; readonly to?: string } = {},
): Promise<CurlAnswer> => {
  const all = {
    'content-type': 'application/cloudevents+json',
    authorization: `Bearer ${stack.keys(to).tokens[0]}`,
    ...headers,
  };
  const args = Object.entries(all).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  return curl([...args, '--data-binary', '@-', stack.address(to)], body);
};

const status = async (answer: Promise<CurlAnswer>): Promise<number> => (await answer).status;

const compressed: ClientRun = {
  name: 'curl, gzip, deflate in both its forms, and br are read; another encoding and half a stream are not',
  async run(stack) {
    const bytes = (id: string) => Buffer.from(JSON.stringify(eventOf(id)));
    const rows: [string, Buffer, number][] = [
      ['gzip', gzipSync(bytes('gzip')), 202],
      ['deflate', deflateSync(bytes('deflate')), 202],
      ['deflate', deflateRawSync(bytes('deflate-raw')), 202],
      ['br', brotliCompressSync(bytes('br')), 202],
      ['compress', bytes('compress'), 415],
      ['gzip', gzipSync(bytes('half')).subarray(0, 40), 400],
      ['gzip', bytes('plain'), 400],
    ];
    for (const [encoding, body, expected] of rows)
      assert.equal(await status(post(stack, body, { headers: { 'content-encoding': encoding } })), expected, encoding);
    const kept = (await stack.facts('gauge', day)).map(({ id }) => id).sort();
    assert.deepEqual(kept, ['br', 'deflate', 'deflate-raw', 'gzip']);
    return undefined;
  },
};

const bomb: ClientRun = {
  name: 'curl, bombs in gzip and br, and the first half of each: 413 in milliseconds, since the rest is not looked at',
  async run(stack) {
    const nothing = Buffer.alloc(200_000_000);
    const rows: [string, Buffer][] = [
      ['gzip', gzipSync(nothing)],
      ['br', brotliCompressSync(nothing.subarray(0, 50_000_000))],
    ];
    await post(stack, JSON.stringify(eventOf('first')));
    const times: string[] = [];
    for (const [encoding, bomb] of rows)
      for (const body of [bomb, bomb.subarray(0, bomb.length / 2)]) {
        const startedAt = performance.now();
        const answer = await post(stack, body, { headers: { 'content-encoding': encoding } });
        times.push(`${encoding} ${Math.round(performance.now() - startedAt)} ms`);
        assert.equal(answer.status, 413, encoding);
        assert.match(answer.headers['content-type'] ?? '', /problem\+json/);
      }
    console.log(`      ${times.join(', ')}`);
    return undefined;
  },
};

const large: ClientRun = {
  name: 'curl, a megabyte and a byte, and 1,001 events: 413; nested a hundred thousand deep: 400',
  async run(stack) {
    assert.equal(await status(post(stack, Buffer.alloc(1_048_577, ' '))), 413);
    const events = JSON.stringify(Array.from({ length: 1_001 }, (_, index) => index));
    const batch = { headers: { 'content-type': 'application/cloudevents-batch+json' } };
    assert.equal(await status(post(stack, events, batch)), 413);
    assert.equal(await status(post(stack, '['.repeat(100_000), batch)), 400);
    return undefined;
  },
};

const often: ClientRun = {
  name: 'curl, forty requests at once to a source that may make five a minute: 429 with Retry-After',
  async run(stack) {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => post(stack, JSON.stringify(eventOf(`often-${index}`)), { to: limited })),
    );
    const refused = answers.filter((answer) => answer.status === 429);
    assert.ok(refused.length >= 20, `${refused.length} were refused`);
    for (const { headers } of refused) assert.match(headers['retry-after'] ?? '', /^([1-9]|1[0-2])$/);
    assert.ok(answers.every((answer) => answer.status === 429 || answer.status === 202));
    return undefined;
  },
};

const elsewhere: ClientRun = {
  name: 'curl, to no source 404, by PUT and by GET 405, as text 415, without a key 401, half a document 400',
  async run(stack) {
    const body = JSON.stringify(eventOf('elsewhere'));
    assert.equal(await status(post(stack, body, { to: 'nobody' })), 404);
    assert.equal(await status(curl([`${stack.address(source)}/../..`])), 404);
    assert.equal(await status(curl(['-X', 'PUT', '--data', 'x', stack.address(source)])), 405);
    const got = await curl([stack.address(source)]);
    assert.deepEqual([got.status, got.headers['allow']], [405, 'POST']);
    assert.equal(await status(post(stack, body, { headers: { 'content-type': 'text/plain' } })), 415);
    assert.equal(await status(post(stack, body, { headers: { authorization: '' } })), 401);
    assert.equal(await status(post(stack, body.slice(0, 50))), 400);
    return undefined;
  },
};

export const clients: readonly ClientRun[] = [compressed, bomb, large, often, elsewhere];
