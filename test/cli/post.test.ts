import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { postAll } from '#cli/post.ts';
import { bodyOf, type Listening, serve } from '#local/server.ts';
import type { LocalSource } from '#local/upFile.ts';

interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
}

const secret = `whsec_${randomBytes(24).toString('base64')}`;
const now = () => new Date();
let server: Listening | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** A receiver that answers in this order, then for ever as the last. */
async function receiver(...answers: { status: number; body?: unknown }[]) {
  const received: Received[] = [];
  server = await serve(async (request, response) => {
    const body = String(await bodyOf(request));
    received.push({ headers: request.headers as Record<string, string>, body });
    const { status, body: answer } = answers[Math.min(received.length, answers.length) - 1] ?? { status: 202 };
    const all = { accepted: JSON.parse(body).length, duplicates: 0, rejected: [], warnings: [] };
    response.writeHead(status).end(JSON.stringify(answer ?? all));
  });
  const source: LocalSource = {
    organisation: 'wirral',
    source: 'phones',
    address: `${server.address}/events/phones`,
    hook: `${server.address}/hooks/phones`,
    adapter: 'cloudevents',
    signing: [secret],
    tokens: ['t0ken'],
  };
  return { received, source };
}

const events = (count: number, text = '') => Array.from({ length: count }, (_, index) => ({ id: String(index), text }));

describe('posting', () => {
  test('is signed as Standard Webhooks says', async () => {
    const { received, source } = await receiver({ status: 202 });
    await postAll([{ source, events: events(2) }], now);
    const [request] = received as [Received];
    expect(request.headers['content-type']).toBe('application/cloudevents-batch+json');
    expect(new Webhook(secret).verify(request.body, request.headers)).toEqual(events(2));
  });

  test('shows a token where there is no signing secret', async () => {
    const { received, source } = await receiver({ status: 202 });
    await postAll([{ source: { ...source, signing: [] }, events: events(1) }], now);
    expect(received[0]?.headers['authorization']).toBe('Bearer t0ken');
  });

  test('shows a token where the signing secret is a vendor’s own', async () => {
    const { received, source } = await receiver({ status: 202 });
    await postAll([{ source: { ...source, signing: ['0123456789abcdef0123456789abcdef'] }, events: events(1) }], now);
    expect(received[0]?.headers['authorization']).toBe('Bearer t0ken');
  });

  test.each([
    ['500 events', events(500), 1],
    ['501 events', events(501), 2],
    ['3 events of 400 KB', events(3, 'x'.repeat(400_000)), 2],
    ['an event larger than a request may be', events(1, 'x'.repeat(1_000_000)), 1],
    ['none', [], 0],
  ])('%s go into %3$i requests', async (_, all, requests) => {
    const { received, source } = await receiver({ status: 202 });
    const posted = await postAll([{ source, events: all }], now);
    expect(received).toHaveLength(requests);
    expect(posted).toEqual({ requests, accepted: all.length, duplicates: 0, rejected: [], warnings: [] });
  });

  test('counts every answer of requests sent side by side', async () => {
    const { source } = await receiver({ status: 202 });
    const parcels = Array.from({ length: 20 }, () => ({ source, events: events(7) }));
    expect(await postAll(parcels, now)).toMatchObject({ requests: 20, accepted: 140 });
  });

  test.each([429, 500, 503])('is tried again after %i, signed anew', async (status) => {
    const { received, source } = await receiver({ status }, { status: 202 });
    expect(await postAll([{ source, events: events(1) }], now)).toMatchObject({ accepted: 1 });
    const ids = received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(2);
  });

  test('tells what was rejected', async () => {
    const rejected = [{ index: 0, id: '0', reason: 'is too long', pointer: '/id' }];
    const { source } = await receiver({ status: 422, body: { accepted: 0, duplicates: 0, rejected } });
    expect(await postAll([{ source, events: events(1) }], now)).toMatchObject({ accepted: 0, rejected });
  });

  test('stops at a refusal, in the receiver’s words, without trying again', async () => {
    const { received, source } = await receiver({ status: 401, body: { title: 'Unauthorized', detail: 'wrong key' } });
    await expect(postAll([{ source, events: events(1) }], now)).rejects.toThrow(/refused the events: 401 wrong key/);
    expect(received).toHaveLength(1);
  });
});
