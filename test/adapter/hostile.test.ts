import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { adapters } from '#adapter/adapters.ts';
import { contextFor, hookRequest } from '#test/adapter/context.ts';
import {
  answered,
  type Change,
  exampleSources,
  hookDesk,
  nowOf,
  requestOf,
  type Sample,
  samples,
} from '#test/hooks/samples.ts';

const all = samples();
const names = Object.keys(adapters);

/** Requests that are right, apart from questions without a body or a query. */
const goodOf = (adapter: string): readonly (readonly [Sample, number])[] =>
  all
    .filter((sample) => sample.adapter === adapter && /^(good|restated)-/.test(sample.name))
    .flatMap((sample) => sample.requests.map((_, index) => [sample, index] as const));

const sources = exampleSources();

/** Sends changed requests to one desk, and gives what has been kept of them in clear since it was last asked. */
const openDesk = async () => {
  const desk = await hookDesk(sources);
  const seen = new WeakSet<object>();
  return {
    kept() {
      const fresh = desk.facts().filter((fact) => !seen.has(fact));
      for (const fact of fresh) seen.add(fact);
      return JSON.stringify(fresh) + desk.lines.splice(0).join('\n');
    },
    async send([sample, index]: readonly [Sample, number], change: Change): Promise<number> {
      const request = sample.requests[index] ?? {};
      return (await answered(requestOf(request, sample, change), desk.stores, nowOf(request))).statusCode;
    },
  };
};
const numRuns = 40;
/** Where a value stands in JSON, a form, a query, a log line or a sheet: between their marks. */
const word = /[^\t|,;&=\n\r"{}[\]:?/]+/g;
const wordsOf = (text: string): readonly RegExpMatchArray[] => [...text.matchAll(word)];
const replaceWord = (text: string, at: number, by: string): string => {
  const words = wordsOf(text);
  const found = words[at % Math.max(1, words.length)];
  const [start, length] = found ? [found.index ?? 0, found[0].length] : [0, text.length];
  return text.slice(0, start) + by + text.slice(start + length);
};

const odd = fc.oneof(
  fc.constantFrom(
    '',
    '-',
    '-1',
    '0',
    '1e999',
    '9'.repeat(400),
    'null',
    'true',
    '[[[[',
    '{}',
    '"',
    '\\',
    '%',
    '%E0%A4%A',
    '😀',
  ),
  fc.constantFrom(
    '1970-01-01T00:00:00.001Z',
    '0001-01-01',
    '2999-01-01T00:00:00Z',
    '29/02/2025',
    '2025-03-30 01:30:00',
  ),
  fc.constantFrom('\u0000', '\ud800', '__proto__', 'constructor', 'a'.repeat(10_000), '\t', '\n', '|', '&', '='),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** One thing changed in a text that was right. */
const mutation: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.tuple(fc.nat(5_000), odd).map(
    ([at, by]) =>
      (text: string) =>
        replaceWord(text, at, by),
  ),
  fc.nat(5_000).map((at) => (text: string) => text.slice(0, at % (text.length + 1))),
  fc.tuple(fc.nat(5_000), odd).map(
    ([at, by]) =>
      (text: string) =>
        text.slice(0, at % (text.length + 1)) + by + text.slice(at % (text.length + 1)),
  ),
  fc.nat(50).map((times) => (text: string) => `${text}\n`.repeat(times)),
);

const changeOf = (change: (text: string) => string): Change => ({
  content: (bytes) => (bytes.length === 0 ? bytes : Buffer.from(change(bytes.toString('utf8')))),
  query: (text) => (text === '' ? text : change(text)),
});

const planted = [
  '447700900461',
  'planted.person@northmoor.example',
  '198.51.100.201',
  'a1b2c3d4e5f60718293a4b5c6d7e8f90',
] as const;

describe.each(names.filter((name) => goodOf(name).length > 0))('%s, over HTTP', (name) => {
  const good = fc.constantFrom(...goodOf(name));

  test('takes any bytes, and answers them', async () => {
    const desk = await openDesk();
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array)),
      fc.json().map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(good, bytes, async (request, content) => {
        expect(await desk.send(request, { content: () => content })).toBeLessThan(500);
      }),
      { numRuns },
    );
  });

  test('takes what was right but for one thing', async () => {
    const desk = await openDesk();
    await fc.assert(
      fc.asyncProperty(good, mutation, mutation, async (request, one, other) => {
        expect(
          await desk.send(
            request,
            changeOf((text) => other(one(text))),
          ),
        ).toBeLessThan(500);
      }),
      { numRuns },
    );
  });

  // What officers and programmers send by their own hand is kept as they send it: docs/sending-events.md asks them to name nobody.
  const isOurs = name === 'cloudevents' || name === 'csv';
  const unlessOurs = isOurs ? () => undefined : test;
  unlessOurs('keeps no number, address or token in clear, wherever it stands', async () => {
    const desk = await openDesk();
    await fc.assert(
      fc.asyncProperty(good, fc.nat(5_000), fc.constantFrom(...planted), async (request, at, plant) => {
        expect(
          await desk.send(
            request,
            changeOf((text) => replaceWord(text, at, plant)),
          ),
        ).toBeLessThan(500);
        expect(desk.kept()).not.toContain(plant);
      }),
      { numRuns: 4 * numRuns },
    );
  });
});

describe.each(names)('%s, by itself', (name) => {
  const adapter = adapters[name];
  if (!adapter) throw new Error(name);
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.json());
  const headers = fc.dictionary(
    fc.constantFrom(
      'authorization',
      'content-type',
      'origin',
      'referer',
      'user-agent',
      'x-hub-signature-256',
      'x-twilio-signature',
      'x-amz-firehose-access-key',
      'webhook-signature',
    ),
    fc.string({ unit: 'binary' }),
  );
  const request = fc
    .record({
      text,
      headers,
      query: fc.string({ unit: 'binary' }),
      rest: fc.string(),
      method: fc.constantFrom('GET', 'POST', 'OPTIONS', 'PUT'),
    })
    .map(hookRequest);
  const trust = fc.constantFrom('signed', 'token', 'browser' as const);

  test('never throws, whatever it is asked', () =>
    fc.assert(
      fc.property(request, trust, (asked, given) => {
        const context = contextFor({ trust: given as 'signed', signing: ['a-signing-key'] });
        adapter.greet?.(asked, context);
        adapter.problem(asked, context);
        const items = adapter.read(asked, context);
        if (!('unreadable' in items)) for (const item of items) expect(typeof item.text()).toBe('string');
        adapter.reply?.({ accepted: 0, duplicates: 0, leftOut: 0, rejected: [] }, asked, context);
        adapter.refusal?.(400, 'because', asked, context);
      }),
      { numRuns: 2 * numRuns },
    ));

  test('never throws, whatever quarantine holds', () =>
    fc.assert(
      fc.property(text, (kept) => {
        expect(adapter.again(kept, contextFor())).toHaveProperty('events');
      }),
      { numRuns: 2 * numRuns },
    ));
});
