import { describe, expect, test } from '@jest/globals';
import { exampleSources, keysOf, play, samples } from '#test/hooks/samples.ts';

/** Agrees in what it names; null is absent. */
const isLike = (expected: unknown, actual: unknown): boolean => {
  if (expected === null) return actual === undefined;
  if (typeof expected !== 'object') return expected === actual;
  if (typeof actual !== 'object' || actual === null) return false;
  return Object.entries(expected).every(([name, value]) => isLike(value, (actual as Record<string, unknown>)[name]));
};

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

const keys = exampleSources().flatMap((source) => Object.values(keysOf(source)).flat());

describe.each(samples().map((sample) => [`${sample.adapter}/${sample.name}`, sample] as const))('%s', (_, sample) => {
  const { expected } = sample;

  test('becomes the facts that it names, and no other', async () => {
    const { facts } = await play(sample);
    const left = [...facts];
    const missing = (expected.facts ?? []).filter((fact) => {
      const at = left.findIndex((one) => isLike(fact, one));
      if (at !== -1) left.splice(at, 1);
      return at === -1;
    });
    expect({ missing, unforeseen: left }).toEqual({ missing: [], unforeseen: [] });
  });

  test('is answered and set aside as it says', async () => {
    const { answers, aside, leftOut } = await play(sample);
    const statuses = answers.map(({ statusCode }) => statusCode);
    const { status = 202, reply, refused = [] } = expected;
    expect(typeof status === 'number' ? statuses.at(-1) : statuses).toEqual(status);
    const last = answers.at(-1);
    if (reply?.headers) expect(last?.headers).toMatchObject(reply.headers);
    if (reply?.body !== undefined) {
      if (typeof reply.body === 'object' && reply.body !== null)
        expect(parsed(last?.body ?? '')).toMatchObject(reply.body);
      else expect(last?.body).toBe(reply.body);
    }
    expect(leftOut).toBe(expected.leftOut ?? 0);
    const left = [...aside];
    const missing = refused.filter(({ reason = '', pointer, body = '' }) => {
      const at = left.findIndex(
        (one) =>
          one.reason.includes(reason) && one.body.includes(body) && (pointer === undefined || one.pointer === pointer),
      );
      if (at !== -1) left.splice(at, 1);
      return at === -1;
    });
    expect({ missing, unforeseen: left }).toEqual({ missing: [], unforeseen: [] });
  });

  test('leaves nothing where it must not be', async () => {
    const { facts, lines, aside } = await play(sample);
    const kept = JSON.stringify(facts) + lines.join('\n');
    expect((expected.never ?? []).filter((text) => kept.includes(text))).toEqual([]);
    const everything = kept + JSON.stringify(aside);
    expect(keys.filter((key) => everything.includes(key))).toEqual([]);
  });
});
