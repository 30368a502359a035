import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HttpRequest } from '#lambda/http.ts';
import { answered, batch, desk, posted, structured, token } from '#test/collect/desk.ts';
import { sample, samplesIn } from '#test/event/sample.ts';

const samples = samplesIn()
  .filter((name) => name !== 'batch')
  .map((name) => sample(name));

const fieldOf = (whole: object, at: number): string => Object.keys(whole)[at % Object.keys(whole).length] ?? 'id';

/** A sample, whole or with a field replaced by anything. */
const event = fc.oneof(
  fc.constantFrom(...samples),
  fc.jsonValue(),
  fc
    .tuple(fc.constantFrom(...samples), fc.nat(), fc.jsonValue())
    .map(([whole, at, value]) => ({ ...whole, data: { ...whole.data, [fieldOf(whole.data, at)]: value } })),
  fc
    .tuple(fc.constantFrom(...samples), fc.nat(), fc.jsonValue())
    .map(([whole, at, value]) => ({ ...whole, [fieldOf(whole, at)]: value })),
);

const anyHeaders = fc.dictionary(
  fc.oneof(fc.constantFrom('ce-id', 'ce-type', 'ce-revision', 'content-encoding', 'webhook-signature'), fc.string()),
  fc.string(),
);
const anyRequest: fc.Arbitrary<HttpRequest> = fc
  .tuple(
    fc.constantFrom('/events', '/events/telephony', '/events/example.telephony', '/x'),
    fc.constantFrom('POST', 'GET'),
    fc.constantFrom(structured, batch, 'application/json', 'text/plain'),
    fc.uint8Array(),
    anyHeaders,
  )
  .map(([path, method, type, bytes, more]) => ({
    method,
    path,
    headers: { authorization: `Bearer ${token}`, ...more, 'content-type': type },
    body: Buffer.from(bytes),
  }));

describe('laws', () => {
  test('no request at all is answered 5xx', async () => {
    const { stores } = await desk();
    await fc.assert(
      fc.asyncProperty(anyRequest, async (request) => {
        expect((await answered(request, stores)).status).toBeLessThan(500);
      }),
    );
  });

  test('every event of a batch is accepted, a duplicate, or rejected; the rejected are in quarantine', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 6 }), async (events) => {
        const { stores, quarantine } = await desk();
        const { status, body } = await answered(posted(events), stores);
        expect(body.accepted + body.duplicates + body.rejected.length).toBe(events.length);
        expect(status).toBe(events.length > 0 && body.rejected.length === events.length ? 422 : 202);
        const aside = (await quarantine.list('example', '2024-04-02')).map((entry) => entry.body);
        const rejected = body.rejected.map(({ index }: { index: number }) => JSON.stringify(events[index]));
        expect(new Set(aside)).toEqual(new Set(rejected));
      }),
    );
  });

  test('one request or many, once or twice: the event log is the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...samples), { maxLength: 6 }), async (events) => {
        const [together, apart] = [await desk(), await desk()];
        await answered(posted(events), together.stores);
        await answered(posted(events), together.stores);
        for (const one of events) await answered(posted(one), apart.stores);
        const hashes = (kept: readonly { contentHash: string }[]) => kept.map((fact) => fact.contentHash).sort();
        expect(hashes(together.facts())).toEqual(hashes(apart.facts()));
      }),
      { numRuns: 30 },
    );
  });
});
