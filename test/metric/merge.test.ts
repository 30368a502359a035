import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#calendar/day.ts';
import type { Fact } from '#event/types.ts';
import { PartialTooOld } from '#metric/cannotAnswer.ts';
import { partialOf } from '#metric/cube.ts';
import { merge, mergeAll, nothing } from '#metric/merge.ts';
import type { Partial } from '#metric/partial.ts';
import { tally } from '#metric/query.ts';
import { type CountedStream, declarations } from '#metric/streams.ts';
import { call, caseStep, fact, message, visit, web } from '#test/metric/facts.ts';
import { plain } from '#test/support/plain.ts';

const firstDay = '2024-06-01';
const days = Array.from({ length: 5 }, (_, i) => addDays(firstDay, i));
const listed = { queue: ['a', 'b'], service: ['housing'], site: ['main', 'civic'] };

/** Within the five days, on a London clock. */
const instant = fc
  .integer({ min: 0, max: 5 * 24 * 60 - 1 })
  .map((minutes) => new Date(Date.UTC(2024, 4, 31, 23) + minutes * 60_000).toISOString());
const thread = fc.constantFrom('t', 'u', 'v');
const withdrawn = fc.integer({ max: 5, min: 0 }).map((n) => n === 0);

const someFact: Readonly<Record<CountedStream, fc.Arbitrary<Fact>>> = {
  call: fc
    .record({
      time: instant,
      queue: fc.constantFrom('a', 'b', 'c'),
      waitSeconds: fc.nat(200),
      talkSeconds: fc.option(fc.nat(9), { nil: undefined }),
      withdrawn,
    })
    .map(({ time, withdrawn, ...data }) => call(time, data, { withdrawn })),
  message: fc
    .record({
      time: instant,
      kind: fc.constantFrom('received' as const, 'replied' as const),
      subject: thread,
      withdrawn,
    })
    .map(({ time, kind, ...rest }) => message(kind, time, {}, rest)),
  case: fc
    .record({
      time: instant,
      step: fc.constantFrom(...(['opened', 'acknowledged', 'extended', 'escalated', 'responded', 'closed'] as const)),
      data: fc.record({ site: fc.constantFrom('a', 'b', undefined), amountPence: fc.constantFrom(5, undefined) }),
      subject: thread,
      withdrawn,
    })
    .map(({ time, step, data, ...rest }) => caseStep(step, time, data, rest)),
  visit: fc
    .record({ time: instant, wait: fc.option(fc.nat(3600), { nil: undefined }) })
    .map(({ time, wait }) =>
      visit(time, wait === undefined ? {} : { servedAt: new Date(Date.parse(time) + wait * 1000).toISOString() }),
    ),
  transaction: fc
    .record({ time: instant, amountPence: fc.option(fc.nat(9), { nil: undefined }) })
    .map(({ time, ...data }) =>
      fact({ type: 'contact.transaction.completed', time, data: { channel: 'online', ...data } }),
    ),
  web: fc
    .record({
      time: instant,
      site: fc.constantFrom('main', 'other'),
      kind: fc.constantFrom('page', 'search', 'form'),
      path: fc.constantFrom('/', '/bins', undefined),
      name: fc.constantFrom('bins', 'council tax', undefined),
      visitorKey: fc.constantFrom('a', 'b', 'c', undefined),
    })
    .map(({ time, ...data }) => web(time, data)),
  survey: fc
    .record({ time: instant, score: fc.integer({ min: 1, max: 5 }), answer: fc.constantFrom('good', undefined) })
    .map(({ time, ...data }) =>
      fact({ type: 'survey.responded', time, data: { surveyId: 's', min: 1, max: 5, ...data } }),
    ),
  gauge: fc
    .record({ time: instant, gauge: fc.constantFrom('followers', 'staff'), value: fc.integer({ min: -5, max: 5 }) })
    .map(({ time, ...data }) => fact({ type: 'gauge.read', time, data })),
};

const stripDay = ({ day: _, ...partial }: ReturnType<typeof partialOf>): Partial => partial;
const daily = (stream: CountedStream, facts: readonly Fact[]): Partial[] =>
  days.map((day) => stripDay(partialOf({ stream, day }, facts, listed)));

describe.each(Object.keys(someFact) as CountedStream[])('partials of %s', (stream) => {
  const partials = fc.array(someFact[stream], { maxLength: 25 }).map((facts) => daily(stream, facts));
  const all = (parts: readonly Partial[]) => parts.reduce(merge, nothing(stream));

  test('merge in any order and any grouping to the same', () => {
    fc.assert(
      fc.property(
        partials,
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        fc.integer({ min: 0, max: 5 }),
        (parts, order, at) => {
          const shuffled = order.flatMap((i) => parts[i] ?? []);
          const grouped = merge(all(shuffled.slice(0, at)), all(shuffled.slice(at)));
          expect(JSON.stringify(grouped)).toBe(JSON.stringify(mergeAll(stream, parts)));
        },
      ),
    );
  });

  test('are not changed by nothing', () => {
    fc.assert(
      fc.property(partials, ([first = nothing(stream)]) => {
        expect(plain(merge(first, nothing(stream)))).toEqual(plain(first));
        expect(plain(merge(nothing(stream), first))).toEqual(plain(first));
      }),
    );
  });
});

test('every fact of five days is in their merged partial once', () => {
  fc.assert(
    fc.property(fc.array(someFact.call, { maxLength: 25 }), (facts) => {
      const merged = mergeAll('call', daily('call', facts));
      const standing = facts.filter((each) => !each.withdrawn);
      const until = new Date('2024-07-01T00:00:00Z');
      const within = standing.filter(({ data }) => Number(data['waitSeconds']) <= 80);
      expect(tally(merged, { until }).get('')?.count).toBe(standing.length);
      expect(tally(merged, { where: { waitSeconds: { atMost: 80 } }, until }).get('')?.count).toBe(within.length);
      expect(merged.facts + (merged.leftOut['withdrawn'] ?? 0)).toBe(facts.length);
    }),
  );
});

test('days with facts are listed once, in order', () => {
  const [first, second] = daily('call', [call('2024-06-01T09:00:00Z'), call('2024-06-02T09:00:00Z')]);
  if (!first || !second) throw new Error('two days were built');
  expect(mergeAll('call', [second, first, second]).days).toEqual(['2024-06-01', '2024-06-02']);
});

test('of a gauge’s readings the latest stays', () => {
  const read = (time: string, value: number) => fact({ type: 'gauge.read', time, data: { gauge: 'staff', value } });
  const merged = mergeAll('gauge', daily('gauge', [read('2024-06-01T09:00:00Z', 1), read('2024-06-03T09:00:00Z', 2)]));
  expect(merged.readings).toEqual([{ key: ['staff', '', '', ''], time: '2024-06-03T09:00:00.000Z', value: 2 }]);
});

test('a grouping set that an older partial lacks is left out, since it would tell half', () => {
  const [day] = daily('call', [call('2024-06-01T09:00:00Z')]);
  if (!day) throw new Error('a day was built');
  const older: Partial = { ...day, cuboids: day.cuboids.filter(({ dimensions }) => !dimensions.includes('hour')) };
  const merged = merge(older, day);
  expect(merged.cuboids.map(({ dimensions }) => dimensions)).toEqual(older.cuboids.map(({ dimensions }) => dimensions));
  expect(() => tally(merged, { by: 'hour', until: new Date('2024-07-01T00:00:00Z') })).toThrow(
    'the partials of call must be rebuilt: some of them lack hour × outcome × direction',
  );
});

test('numbers that an older partial does not know are not known to any', () => {
  const [day] = daily('call', [call('2024-06-01T09:00:00Z', { talkSeconds: 1, holdSeconds: 2, wrapSeconds: 3 })]);
  if (!day) throw new Error('a day was built');
  const { knows: _, ...older } = day;
  const until = new Date('2024-07-01T00:00:00Z');
  expect(tally(day, { number: 'handleSeconds', until }).get('')?.histogram).toEqual([[6, 1]]);
  for (const partial of [older, merge(older, day), merge(day, older)]) {
    expect(() => tally(partial, { number: 'handleSeconds', until })).toThrow(PartialTooOld);
    expect(tally(partial, { number: 'talkSeconds', until }).get('')?.histogram).toBeDefined();
  }
});

test.each(['tops', 'distinct', 'stages'] as const)('%s that an older partial lacks are left out', (part) => {
  const stream = part === 'stages' ? 'case' : 'web';
  const { [part]: kept, ...older } = nothing(stream);
  expect(kept).toBeDefined();
  expect(merge(older, nothing(stream))[part] ?? []).toEqual([]);
});

test('instants by other dimensions are left out, and asking for them is an error', () => {
  const older: Partial = { ...nothing('message'), instants: { dimensions: ['channel'], rows: [] } };
  const merged = merge(older, nothing('message'));
  expect(merged.instants).toBeUndefined();
  expect(() => tally(merged, { where: { answered: true }, until: new Date('2024-07-01T00:00:00Z') })).toThrow(
    'the partials of message must be rebuilt: some of them lack instants',
  );
});

test('partials of two streams do not merge', () => {
  expect(() => merge(nothing('call'), nothing('visit'))).toThrow(
    'a partial of visit cannot be merged with one of call',
  );
});

test.each(Object.entries(declarations))(
  'every grouping set of %s has at most four of its dimensions',
  (_, declaration) => {
    const { groupingSets, table, stages, counters = [], distinct = [] } = declaration;
    const others = [stages, ...counters, ...distinct].flatMap((kept) => (kept ? [kept.dimensions] : []));
    // A row with instants to the minute is one of a kind already: a dimension added to it makes no more rows.
    const rows = table ? [table.dimensions] : [];
    for (const set of [...groupingSets, ...others, ...rows]) {
      expect(set.filter((name) => !(rows.includes(set) && table?.added?.includes(name))).length).toBeLessThanOrEqual(4);
      expect(Object.keys(declaration.dimensions)).toEqual(expect.arrayContaining([...set]));
    }
  },
);
