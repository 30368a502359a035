import { randomBytes } from 'node:crypto';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '#calendar/day.ts';
import type { DayPartial } from '#metric/partial.ts';
import { dynamoPartials } from '#store/dynamoPartials.ts';
import { memoryPartials } from '#store/memoryPartials.ts';
import type { Partials } from '#store/partials.ts';
import { type Flavour, runKilledAt } from '#test/support/faults.ts';
import { plain } from '#test/support/plain.ts';
import { bucketNames } from '#test/support/s3rver.ts';
import { tableNames } from '#test/support/tables.ts';
import { startWire, type Wire } from '#test/support/wire.ts';

let wire: Wire;
beforeAll(async () => {
  wire = await startWire();
});
afterAll(() => wire.stop());

const onWire = () => dynamoPartials(wire.dynalite.client(), tableNames.partials, wire.s3.client(), bucketNames.data);

const partial = (day: string, facts = 1, outcome = 'answered'): DayPartial => ({
  stream: 'call',
  day,
  days: [day],
  facts,
  leftOut: { withdrawn: 2 },
  cuboids: [
    {
      dimensions: ['queue', 'outcome'],
      rows: [{ key: ['', outcome], count: facts, numbers: { waitSeconds: [[12, facts]] } }],
    },
  ],
});

/** Cannot be compressed to less than an item may hold. */
const large = (day: string): DayPartial => partial(day, 1, randomBytes(500_000).toString('base64'));

let organisations = 0;

describe.each([
  { store: 'memory', open: (): Partials => memoryPartials() },
  { store: 'DynamoDB and S3', open: (): Partials => onWire() },
])('partials in $store', ({ open }) => {
  const fresh = () => {
    organisations += 1;
    return { partials: open(), organisation: `council-${organisations}` };
  };

  test('there is no version before the first, and each replacement is the next', async () => {
    const { partials, organisation } = fresh();
    const day = { organisation, stream: 'call', day: '2023-11-01' } as const;
    expect(await partials.versions([day])).toEqual([0]);
    expect(await partials.replace(organisation, partial('2023-11-01'), 0)).toBe(true);
    expect(await partials.versions([day])).toEqual([1]);
    expect(await partials.replace(organisation, partial('2023-11-01', 5), 1)).toBe(true);
    expect(await partials.versions([day])).toEqual([2]);
    expect(plain(await partials.range(organisation, 'call', '2023-11-01', '2023-11-01'))).toEqual([
      partial('2023-11-01', 5),
    ]);
  });

  test('the versions of many days come in their order, also of days asked for twice', async () => {
    const { partials, organisation } = fresh();
    const days = Array.from(
      { length: 101 },
      (_, i) => ({ organisation, stream: 'call', day: addDays('2023-11-01', i) }) as const,
    );
    await partials.replace(organisation, partial('2024-02-09'), 0);
    await partials.replace(organisation, partial('2023-11-01'), 0);
    await partials.replace(organisation, partial('2023-11-01'), 1);
    expect(await partials.versions([...days, ...days.slice(0, 1)])).toEqual([2, ...Array(99).fill(0), 1, 2]);
    expect(await partials.versions([])).toEqual([]);
  });

  test.each([
    { name: 'none expected, one there', expected: 0 },
    { name: 'an older one expected', expected: 1 },
    { name: 'a newer one expected', expected: 3 },
  ])('nothing is replaced on a false expectation: $name', async ({ expected }) => {
    const { partials, organisation } = fresh();
    await partials.replace(organisation, partial('2023-11-01', 1), 0);
    await partials.replace(organisation, partial('2023-11-01', 2), 1);
    expect(await partials.replace(organisation, partial('2023-11-01', 9), expected)).toBe(false);
    expect(plain(await partials.range(organisation, 'call', '2023-11-01', '2023-11-01'))).toEqual([
      partial('2023-11-01', 2),
    ]);
  });

  test('a version that never was cannot be replaced', async () => {
    const { partials, organisation } = fresh();
    expect(await partials.replace(organisation, partial('2023-11-01'), 1)).toBe(false);
    expect(plain(await partials.range(organisation, 'call', '2023-11-01', '2023-11-01'))).toEqual([]);
  });

  test('of two that replace the same version one wins', async () => {
    const { partials, organisation } = fresh();
    const replaced = await Promise.all([1, 2].map((n) => partials.replace(organisation, partial('2023-11-01', n), 0)));
    expect(replaced.toSorted()).toEqual([false, true]);
    const winner = replaced.indexOf(true) + 1;
    expect(plain(await partials.range(organisation, 'call', '2023-11-01', '2023-11-01'))).toEqual([
      partial('2023-11-01', winner),
    ]);
  });

  test('a range has both its ends, in order of day, of one organisation and stream', async () => {
    const { partials, organisation } = fresh();
    const days = ['2023-11-03', '2023-10-31', '2023-11-01', '2023-11-02'];
    for (const day of days) await partials.replace(organisation, partial(day), 0);
    await partials.replace(organisation, { ...partial('2023-11-02'), stream: 'visit' }, 0);
    await partials.replace(`${organisation}-b`, partial('2023-11-02'), 0);
    const found = await partials.range(organisation, 'call', '2023-11-01', '2023-11-03');
    expect(found.map(({ day }) => day)).toEqual(['2023-11-01', '2023-11-02', '2023-11-03']);
    expect(plain(await partials.range(organisation, 'call', '2023-11-03', '2023-11-01'))).toEqual([]);
  });

  test('a span is from the first day of a stream to its last', async () => {
    const { partials, organisation } = fresh();
    for (const day of ['2023-11-03', '2023-10-31', '2023-11-01']) await partials.replace(organisation, partial(day), 0);
    await partials.replace(organisation, { ...partial('2023-11-02'), stream: 'visit' }, 0);
    expect(await partials.span(organisation, 'call')).toEqual({ first: '2023-10-31', last: '2023-11-03' });
    expect(await partials.span(organisation, 'visit')).toEqual({ first: '2023-11-02', last: '2023-11-02' });
    expect(await partials.span(organisation, 'message')).toBeUndefined();
  });

  test('one too large for an item is kept as well, and can become small again', async () => {
    const { partials, organisation } = fresh();
    const [big, small] = [large('2023-11-01'), partial('2023-11-01')];
    expect(await partials.replace(organisation, big, 0)).toBe(true);
    expect(plain(await partials.range(organisation, 'call', '2023-11-01', '2023-11-01'))).toEqual([big]);
    expect(await partials.replace(organisation, small, 1)).toBe(true);
    expect(plain(await partials.range(organisation, 'call', '2023-11-01', '2023-11-01'))).toEqual([small]);
  });
});

describe('a large partial', () => {
  test('leaves a pointer in the item, and a loser leaves the winner readable', async () => {
    const [winner, loser] = [large('2024-02-01'), large('2024-02-01')];
    const partials = onWire();
    expect(await partials.replace('pointing', winner, 0)).toBe(true);
    expect(await partials.replace('pointing', loser, 0)).toBe(false);
    expect(plain(await partials.range('pointing', 'call', '2024-02-01', '2024-02-01'))).toEqual([winner]);
    const key = { pk: { S: 'pointing#call' }, sk: { S: '2024-02-01' } };
    const { Item } = await wire.dynalite
      .client()
      .send(new GetItemCommand({ TableName: tableNames.partials, Key: key }));
    expect(Item).toEqual({
      ...key,
      version: { N: '1' },
      bodyKey: { S: expect.stringMatching(/^partials\/pointing\/call\/2024-02-01\/[0-9a-f]{64}$/) },
    });
  });
});

describe.each<Flavour>(['lost', 'unanswered'])('a large replacement killed at a write (%s)', (flavour) => {
  test.each([
    { n: 1, what: 'the body in the bucket', version: 0 },
    { n: 2, what: 'the item', version: flavour === 'lost' ? 0 : 1 },
  ])('$what: leaves version $version, and ends well when begun again', async ({ n, version }) => {
    const organisation = `killed-${flavour}-${n}`;
    const day = { organisation, stream: 'call', day: '2024-02-01' } as const;
    const [dynamo, s3, run] = [wire.dynalite.client(), wire.s3.client(), runKilledAt(n, flavour)];
    run.attach(dynamo);
    run.attach(s3);
    const partial = large(day.day);
    const killed = dynamoPartials(dynamo, tableNames.partials, s3, bucketNames.data);
    await expect(killed.replace(organisation, partial, 0)).rejects.toThrow(`killed at write ${n}`);
    const again = onWire();
    expect(await again.versions([day])).toEqual([version]);
    expect(await again.replace(organisation, partial, version)).toBe(true);
    expect(plain(await again.range(organisation, 'call', day.day, day.day))).toEqual([partial]);
  });
});
