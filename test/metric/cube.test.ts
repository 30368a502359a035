import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { partialOf } from '#metric/cube.ts';
import type { Cuboid } from '#metric/partial.ts';
import { call, caseStep, fact, message } from '#test/metric/facts.ts';

const day = '2024-06-03';
const listed = { queue: ['council-tax'], service: ['housing'], network: ['facebook'] };
const calls = (...facts: ReturnType<typeof call>[]) => partialOf({ stream: 'call', day }, facts, listed);
const cuboid = (partial: { cuboids: readonly Cuboid[] }, ...dimensions: string[]) =>
  partial.cuboids.find((each) => each.dimensions.join() === dimensions.join())?.rows;
const byHour = (partial: { cuboids: readonly Cuboid[] }) => cuboid(partial, 'hour', 'outcome', 'direction');

describe('a day of calls', () => {
  test('without facts has every grouping set, empty, and no day', () => {
    const partial = calls();
    expect(partial.cuboids.map(({ rows }) => rows.length)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(partial).toMatchObject({ facts: 0, leftOut: {}, days: [] });
  });

  test('has one row a combination, each number with its own exact histogram', () => {
    const partial = calls(
      call('2024-06-03T09:00:00Z', { waitSeconds: 80, talkSeconds: 60 }),
      call('2024-06-03T09:30:00Z', { waitSeconds: 80 }),
      call('2024-06-03T09:59:59Z', { waitSeconds: 9 }),
      call('2024-06-03T09:59:59Z', { waitSeconds: 100, outcome: 'abandoned' }),
    );
    expect(byHour(partial)).toEqual([
      { key: ['10', 'abandoned', 'inbound'], count: 1, numbers: { waitSeconds: [[100, 1]] } },
      {
        key: ['10', 'answered', 'inbound'],
        count: 3,
        numbers: {
          waitSeconds: [
            [9, 1],
            [80, 2],
          ],
          talkSeconds: [[60, 1]],
        },
      },
    ]);
  });

  test.each([
    ['listed', { queue: 'council-tax' }, ['council-tax', 'answered', '', 'inbound']],
    ['not listed', { queue: 'planning' }, ['other', 'answered', '', 'inbound']],
    ['named as what every object has', { queue: 'constructor' }, ['other', 'answered', '', 'inbound']],
    ['absent', { queue: undefined }, ['', 'answered', '', 'inbound']],
    ['true', { resolvedAtFirstContact: true }, ['council-tax', 'answered', 'true', 'inbound']],
    ['false, which is not absent', { resolvedAtFirstContact: false }, ['council-tax', 'answered', 'false', 'inbound']],
  ])('a value that is %s', (_, data, key) => {
    const rows = cuboid(
      calls(call('2024-06-03T09:00:00Z', data)),
      'queue',
      'outcome',
      'resolvedAtFirstContact',
      'direction',
    );
    expect(rows?.map((row) => row.key)).toEqual([key]);
  });

  test.each([
    ['in winter is that of UTC', '2024-01-15', '2024-01-15T09:59:59Z', '09'],
    ['in summer is one later', '2024-06-03', '2024-06-03T09:00:00Z', '10'],
    ['just after midnight in summer', '2024-06-03', '2024-06-02T23:00:00Z', '00'],
    ['before the clocks go forward', '2024-03-31', '2024-03-31T00:59:59Z', '00'],
    ['when they have', '2024-03-31', '2024-03-31T01:00:00Z', '02'],
    ['the second time that it is 1 o’clock', '2024-10-27', '2024-10-27T01:00:00Z', '01'],
  ])('the hour %s', (_, on, time, hour) => {
    const partial = partialOf({ stream: 'call', day: on }, [call(time)], listed);
    expect(byHour(partial)?.map(({ key }) => key[0])).toEqual([hour]);
  });

  test('a withdrawn fact counts nowhere but among those left out', () => {
    const partial = calls(call('2024-06-03T09:00:00Z', {}, { withdrawn: true }));
    expect(partial).toMatchObject({ facts: 0, leftOut: { withdrawn: 1 }, days: [] });
    expect(byHour(partial)).toEqual([]);
  });

  test('a fact of another day does not count, neither here nor among those left out', () => {
    const partial = calls(
      call('2024-06-03T23:00:00Z'),
      call('2024-06-02T22:59:59Z'),
      call('2024-06-04T09:00:00Z', {}, { withdrawn: true }),
    );
    expect(partial).toMatchObject({ facts: 0, leftOut: {}, days: [] });
  });

  test('one fact shown twice counts once, as its highest revision says', () => {
    const old = call('2024-06-03T09:00:00Z', {}, { id: 'a', revision: 1 });
    const corrected = call('2024-06-03T09:00:00Z', { outcome: 'abandoned' }, { id: 'a', revision: 2 });
    expect(byHour(calls(corrected, old))).toMatchObject([{ key: ['10', 'abandoned', 'inbound'], count: 1 }]);
    expect(calls(old, corrected)).toEqual(calls(corrected, old));
  });

  test('two facts with one call id are two calls', () => {
    const partial = calls(
      call('2024-06-03T09:00:00Z', { callId: 'c' }, { id: 'a' }),
      call('2024-06-03T09:00:00Z', { callId: 'c' }, { id: 'b' }),
    );
    expect(partial.facts).toBe(2);
  });
});

test('a visit’s waits are worked out from its instants, and absent where nobody served', () => {
  const visit = (data: Record<string, unknown>) =>
    fact({
      type: 'contact.visit.completed',
      time: '2024-06-03T09:00:00Z',
      data: { arrivedAt: '2024-06-03T09:00:00.000Z', ...data },
    });
  const partial = partialOf(
    { stream: 'visit', day },
    [visit({ servedAt: '2024-06-03T09:02:05.000Z', endedAt: '2024-06-03T09:10:05.000Z' }), visit({})],
    {},
  );
  expect(cuboid(partial, 'site', 'hour', 'served')).toEqual([
    { key: ['', '10', 'false'], count: 1, numbers: {} },
    { key: ['', '10', 'true'], count: 1, numbers: { waitSeconds: [[125, 1]], serviceSeconds: [[480, 1]] } },
  ]);
});

describe('gauges', () => {
  const read = (time: string, value: number, dimensions?: Record<string, string>, gauge = 'followers') =>
    fact({ type: 'gauge.read', time, data: { gauge, value, dimensions } });
  const readings = (...facts: ReturnType<typeof read>[]) => partialOf({ stream: 'gauge', day }, facts, {}).readings;

  test('the latest of a day stays, of two at one instant the higher', () => {
    expect(
      readings(read('2024-06-03T09:00:00Z', 9), read('2024-06-03T12:00:00Z', 5), read('2024-06-03T12:00:00Z', 7)),
    ).toEqual([{ key: ['followers', '', '', ''], time: '2024-06-03T12:00:00.000Z', value: 7 }]);
  });

  test('readings that differ in any dimension do not hide each other', () => {
    const keys = readings(
      read('2024-06-03T09:00:00Z', 1, { network: 'facebook' }),
      read('2024-06-03T09:00:00Z', 2, { network: 'never-listed' }),
      read('2024-06-03T09:00:00Z', 3, { ward: 'Seacombe', age: '18 to 24' }),
      read('2024-06-03T09:00:00Z', 4, {}, 'staff'),
    )?.map(({ key }) => key);
    expect(keys).toEqual([
      ['followers', '', '', 'age: 18 to 24, ward: Seacombe'],
      ['followers', 'facebook', '', ''],
      ['followers', 'never-listed', '', ''],
      ['staff', '', '', ''],
    ]);
  });
});

test('records are never rolled up', () => {
  expect(() => partialOf({ stream: 'record', day }, [], {})).toThrow('record has no partials');
});

describe('laws', () => {
  const minutes = fc.integer({ min: 0, max: 4 * 24 * 60 });
  const at = (minute: number) => new Date(Date.UTC(2024, 5, 1) + minute * 60_000).toISOString();
  const maybe = { withdrawn: fc.boolean(), thread: fc.constantFrom('t', 'u') };
  const someMessage = fc
    .record({
      kind: fc.constantFrom('received' as const, 'replied' as const),
      minute: minutes,
      automated: fc.boolean(),
      ...maybe,
    })
    .map(({ kind, minute, automated, withdrawn, thread }) =>
      message(kind, at(minute), { automated }, { withdrawn, subject: thread }),
    );
  const someStep = fc
    .record({
      step: fc.constantFrom('opened' as const, 'responded' as const, 'closed' as const),
      minute: minutes,
      service: fc.constantFrom('housing', undefined),
      ...maybe,
    })
    .map(({ step, minute, service, withdrawn, thread }) =>
      caseStep(step, at(minute), { service }, { withdrawn, subject: thread }),
    );
  const shuffled = <T>(items: fc.Arbitrary<T>) =>
    fc
      .array(items, { maxLength: 12 })
      .chain((facts) =>
        fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 })),
      );

  test.each([
    ['message' as const, shuffled(someMessage)],
    ['case' as const, shuffled(someStep)],
  ])('neither order nor repetition of %s facts changes a partial', (stream, facts) => {
    fc.assert(
      fc.property(facts as fc.Arbitrary<[ReturnType<typeof call>[], ReturnType<typeof call>[]]>, ([once, again]) => {
        expect(partialOf({ stream, day }, again, listed)).toEqual(partialOf({ stream, day }, once, listed));
      }),
    );
  });
});
