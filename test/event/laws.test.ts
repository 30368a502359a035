import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '#event/canonicalJson.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import { type EventType, streamOfType } from '#event/types.ts';
import { context, sample } from '#test/event/sample.ts';

const types = Object.keys(streamOfType) as EventType[];
const samples = types.map((type) => sample(type));

/** A sample of some type with one field replaced by any JSON at all. */
const damaged = fc
  .tuple(fc.constantFrom(...samples), fc.boolean(), fc.nat(), fc.jsonValue())
  .map(([event, inData, at, value]) => {
    const whole = inData ? event.data : event;
    const field = Object.keys(whole)[at % Object.keys(whole).length] ?? 'id';
    const changed = { ...whole, [field]: value };
    return inData ? { ...event, data: changed } : changed;
  });

const anything = fc.oneof(
  fc.constantFrom(...samples),
  fc.jsonValue(),
  damaged,
  fc.record({ data: fc.jsonValue() }).map((more) => ({ ...samples[0], ...more })),
);

const shuffled = (value: unknown, order: readonly number[]): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .map(([key, inner], at) => [order[at] ?? at, key, shuffled(inner, order)] as const)
          .sort(([a], [b]) => a - b)
          .map(([, key, inner]) => [key, inner]),
      )
    : value;

describe('laws', () => {
  test('any JSON is either accepted or refused with a sentence and a pointer that leads into it', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const parsed = parseEvent(input, context);
        if ('event' in parsed) return expect(types).toContain(parsed.event.type);
        expect(parsed.reason).toMatch(/\S/);
        expect(parsed.pointer).toMatch(/^(\/[^/]*)*$/);
      }),
    );
  });

  test('reading what was understood gives the same again, without a warning', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const parsed = parseEvent(input, context);
        fc.pre('event' in parsed);
        const again = parseEvent(
          { ...(input as object), ...parsed.event, source: (input as { source: string }).source },
          context,
        );
        expect(again).toEqual({ event: parsed.event, warnings: [] });
      }),
    );
  });

  test('the content hash does not depend on the order of keys', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(fc.integer(), { minLength: 20, maxLength: 20 }),
        (event, order) => {
          const hashes = [event, shuffled(event, order)].map((input) => {
            const parsed = parseEvent(input, context);
            if (!('event' in parsed)) throw new Error(parsed.reason);
            return factOf(parsed.event, { organisation: 'example', hashKey: 'key' }).contentHash;
          });
          expect(hashes[0]).toBe(hashes[1]);
        },
      ),
    );
  });

  test('canonical JSON reads back as what it was, in one order', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.integer(), { minLength: 9, maxLength: 9 }), (value, order) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
        expect(canonicalJson(shuffled(plain, order))).toBe(canonicalJson(plain));
      }),
    );
  });
});
