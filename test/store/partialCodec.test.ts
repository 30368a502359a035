import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Stream } from '#event/types.ts';
import { partialOf } from '#metric/cube.ts';
import { mergeAll } from '#metric/merge.ts';
import type { DayPartial, Histogram } from '#metric/partial.ts';
import { compressedJson } from '#store/compressed.ts';
import { decodePartial, encodePartial } from '#store/partialCodec.ts';
import { call, caseStep, web } from '#test/metric/facts.ts';
import { plain } from '#test/support/plain.ts';

/** Days and what was stored of them before columns were blocks of numbers. */
const older: Record<string, { stored: string; partial: DayPartial }> = JSON.parse(
  readFileSync('test/store/partialFormat1.json', 'utf8'),
);

const time = '2023-11-01T10:00:00.000Z';
const visits = (visitors: number, site: string) =>
  Array.from({ length: visitors }, (_, i) => web(time, { site, path: `/${i}`, visitorKey: `${site} ${i}` }));
/** With ids one by one and as a sketch, values kept and cut, and stages. */
const days = {
  web: [...visits(10, 'main'), ...visits(4097, 'elsewhere'), web(time, { kind: 'search', name: 'bins' })],
  case: [caseStep('opened', time), caseStep('extended', time), caseStep('escalated', time)],
  call: [call(time)],
};

const count = fc.integer({ min: 0, max: 1e9 });
const name = fc.constantFrom('waitSeconds', 'talkSeconds', 'score');
const key = fc.array(fc.constantFrom('', 'answered', 'council tax', 'ŵ', '"'), { minLength: 2, maxLength: 2 });
const histogram: fc.Arbitrary<Histogram> = fc
  .uniqueArray(fc.integer({ min: -1000, max: 86_400 }), { maxLength: 6 })
  .chain((values) => fc.tuple(...values.toSorted((a, b) => a - b).map((value) => fc.tuple(fc.constant(value), count))));
/** Of readings, which need not be whole; and counts beyond what bit arithmetic holds. */
const odd: fc.Arbitrary<Histogram> = fc.constantFrom<Histogram[]>(
  [
    [0.1, 1],
    [0.30000000000000004, 2],
    [1.1, 1],
  ],
  [
    [-2.5, 1],
    [7, 3],
  ],
  [
    [2 ** 40, 2 ** 33],
    [2 ** 53 - 1, 1],
  ],
  [],
);
const numbers = fc.dictionary(name, fc.oneof({ arbitrary: histogram, weight: 5 }, odd), { noNullPrototype: true });
const at = fc.dictionary(fc.constantFrom('received', 'replied'), count, { noNullPrototype: true });

const dayPartial: fc.Arbitrary<DayPartial> = fc.record(
  {
    stream: fc.constant('call' as const),
    day: fc.constant('2023-11-01'),
    days: fc.constant(['2023-11-01']),
    facts: count,
    leftOut: fc.dictionary(fc.constantFrom('withdrawn', 'automated'), count, { noNullPrototype: true }),
    cuboids: fc.array(
      fc.record({
        dimensions: fc.constant(['queue', 'outcome']),
        rows: fc.array(fc.record({ key, count, numbers })),
      }),
      { maxLength: 3 },
    ),
    instants: fc.record({
      dimensions: fc.constant(['channel', 'kind']),
      rows: fc.array(fc.record({ key, at, count })),
    }),
    stages: fc.record({
      dimensions: fc.constant(['kind', 'stage']),
      rows: fc.array(fc.record({ key, at, count })),
    }),
    readings: fc.array(
      fc.record({
        key,
        time: fc.constant('2023-11-01T10:00:00.000Z'),
        value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      }),
    ),
  },
  { requiredKeys: ['stream', 'day', 'days', 'facts', 'leftOut', 'cuboids'] },
);

describe('a stored partial', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(dayPartial, (partial) => expect(plain(decodePartial(encodePartial(partial)))).toEqual(partial)),
    );
  });

  test('keeps what this version does not know', () => {
    const later = {
      stream: 'web',
      day: '2023-11-01',
      days: ['2023-11-01'],
      facts: 0,
      leftOut: {},
      cuboids: [],
      top: [{ path: '/bins', count: 7 }],
    } as const;
    expect(decodePartial(encodePartial(later))).toStrictEqual(later);
  });

  test.each(Object.entries(days))('of %s comes back with all that is kept of it', (stream, facts) => {
    const partial = partialOf({ stream: stream as Stream, day: '2023-11-01' }, facts, { site: ['main'] });
    expect(plain(decodePartial(encodePartial(partial)))).toStrictEqual(partial);
  });

  test('of a day of several, merged, gives what the rows give', () => {
    fc.assert(
      fc.property(fc.array(dayPartial, { minLength: 1, maxLength: 4 }), (parts) => {
        const stored = parts.map((partial) => decodePartial(encodePartial(partial)));
        expect(JSON.stringify(mergeAll('call', stored))).toBe(JSON.stringify(mergeAll('call', parts)));
      }),
    );
  });

  test.each(Object.entries(older))('of %s, stored in the first format, is read for ever', (_, { stored, partial }) => {
    expect(plain(decodePartial(Buffer.from(stored, 'base64')))).toEqual(partial);
  });

  test('asked for one number, does not read the others', () => {
    const partial = decodePartial(encodePartial(partialOf({ stream: 'call', day: '2023-11-01' }, days.call, {})));
    const [row] = partial.cuboids[0]?.rows ?? [];
    expect(Object.getOwnPropertyDescriptor(row?.numbers, 'waitSeconds')?.get).toBeDefined();
  });

  test('of another format is refused', () => {
    expect(() => decodePartial(compressedJson({ format: 2, cuboids: [] }))).toThrow(
      'a stored partial has format 2, which this version cannot read',
    );
  });

  test('takes a sixth of its JSON for a day of 500 rows', () => {
    const rows = Array.from({ length: 500 }, (_, n) => ({
      key: [`queue ${n % 20}`, ['answered', 'abandoned', 'overflow'][n % 3] ?? ''],
      count: 10 + (n % 7),
      numbers: { waitSeconds: Array.from({ length: 10 }, (_, at) => [at * 20 + (n % 13), 1] as const) },
    }));
    const partial: DayPartial = {
      stream: 'call',
      day: '2023-11-01',
      days: ['2023-11-01'],
      facts: 5000,
      leftOut: {},
      cuboids: [{ dimensions: ['queue', 'outcome'], rows }],
    };
    expect(encodePartial(partial).byteLength * 6).toBeLessThan(JSON.stringify(partial).length);
  });
});
