import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import * as z from 'zod';
import type { Edition } from '#scorecard/edition.ts';
import { editionJson } from '#site/editionJson.ts';
import { editionSchema } from '#site/editionSchema.ts';
import { bareEdition, contactCentre, contactCentreRunning, wirral } from '#test/site/fixtures.ts';

const editions = [contactCentre, contactCentreRunning, wirral, bareEdition];

/** The same document with every object's keys in another order. */
const shuffled = (value: unknown, order: (keys: string[]) => string[]): unknown => {
  if (Array.isArray(value)) return value.map((each) => shuffled(each, order));
  if (typeof value !== 'object' || value === null) return value;
  const entries = value as Record<string, unknown>;
  return Object.fromEntries(order(Object.keys(entries)).map((key) => [key, shuffled(entries[key], order)]));
};

describe('edition.json', () => {
  test.each(editions)('says what the edition says', (edition) =>
    expect(JSON.parse(editionJson(edition))).toEqual(JSON.parse(JSON.stringify(edition))),
  );

  test('has the same bytes whatever the order of keys in the store', async () => {
    const bytes = editionJson(contactCentre);
    await fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const weigh = () => Number(numbers.next().value);
        const order = (keys: string[]) =>
          keys
            .map((key) => [weigh(), key] as const)
            .sort(([a], [b]) => a - b)
            .map(([, key]) => key);
        expect(editionJson(shuffled(contactCentre, order) as Edition)).toBe(bytes);
      }),
      { numRuns: 25 },
    );
  });

  test('begins as the contract prints it', () =>
    expect(Object.keys(JSON.parse(editionJson(wirral))).slice(0, 5)).toEqual([
      'schema',
      'organisation',
      'scorecard',
      'period',
      'asOf',
    ]));

  test('keeps what a newer version adds', () =>
    expect(JSON.parse(editionJson({ ...wirral, zebra: 1 } as Edition))).toMatchObject({ zebra: 1 }));
});

describe('the published schema', () => {
  const schema = z.fromJSONSchema(editionSchema as Parameters<typeof z.fromJSONSchema>[0]);

  test.each(editions)('accepts what is published', (edition) =>
    expect(schema.safeParse(JSON.parse(editionJson(edition))).error?.issues).toBeUndefined(),
  );

  test.each([
    [
      'a colour that is none',
      (e: Edition) => ({ ...e, milestones: [{ ...wirral.milestones[0], rating: { colour: 'blue', reason: '' } }] }),
    ],
    ['no as-of date', ({ asOf: _, ...e }: Edition) => e],
    ['a value in words', (e: Edition) => ({ ...e, measures: [{ ...e.measures[0], value: '80%' }] })],
  ])('refuses %s', (_, spoil) => expect(schema.safeParse(spoil(contactCentre)).success).toBe(false));
});
