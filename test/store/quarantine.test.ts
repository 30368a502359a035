import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dynamoQuarantine } from '#store/dynamoQuarantine.ts';
import { shortHash } from '#store/hash.ts';
import { memoryQuarantine } from '#store/memoryQuarantine.ts';
import type { Quarantine, Quarantined } from '#store/quarantine.ts';
import { seal, unseal } from '#store/sealed.ts';
import { bucketNames } from '#test/support/s3rver.ts';
import { tableNames } from '#test/support/tables.ts';
import { startWire, type Wire } from '#test/support/wire.ts';

let wire: Wire;
beforeAll(async () => {
  wire = await startWire();
});
afterAll(() => wire.stop());

const hashKey = 'a secret of at least 32 characters';
const onWire = (key = hashKey): Quarantine =>
  dynamoQuarantine(
    wire.dynalite.client(),
    tableNames.events,
    wire.s3.client(),
    bucketNames.data,
    async (org) => `${org} ${key}`,
  );

const entry = (given: Partial<Quarantined>): Quarantined => ({
  organisation: 'wirral',
  source: 'phones',
  receivedAt: '2023-11-01T10:00:00.000Z',
  reason: 'waitSeconds must be at most 86400',
  pointer: '/data/waitSeconds',
  body: '{"caller":"Mrs Ŵyn, 07700 900123"}',
  ...given,
});

let organisations = 0;

describe.each([
  { store: 'memory', open: (): Quarantine => memoryQuarantine() },
  { store: 'DynamoDB and S3', open: (): Quarantine => onWire() },
])('the quarantine in $store', ({ open }) => {
  const fresh = () => {
    organisations += 1;
    const organisation = `council-${organisations}`;
    return {
      quarantine: open(),
      organisation,
      ours: (given: Partial<Quarantined>) => entry({ organisation, ...given }),
    };
  };

  test('keeps an event as it arrived, with its reason', async () => {
    const { quarantine, organisation, ours } = fresh();
    await quarantine.put([ours({})]);
    expect(await quarantine.list(organisation, '2023-11-01')).toMatchObject([{ ...ours({}), day: '2023-11-01' }]);
    expect(await quarantine.list(organisation, '2023-11-02')).toEqual([]);
  });

  test('files by the London day', async () => {
    const { quarantine, organisation, ours } = fresh();
    await quarantine.put([ours({ receivedAt: '2023-06-30T23:00:00.000Z' })]);
    expect(await quarantine.list(organisation, '2023-07-01')).toHaveLength(1);
  });

  test('keeps the same body from the same source once a day, with the latest reason', async () => {
    const { quarantine, organisation, ours } = fresh();
    await quarantine.put([ours({ reason: 'first' }), ours({ source: 'kiosk' }), ours({ body: 'other' })]);
    await quarantine.put([ours({ reason: 'second', receivedAt: '2023-11-01T11:00:00.000Z' })]);
    const kept = await quarantine.list(organisation, '2023-11-01');
    expect(kept).toHaveLength(3);
    expect(kept.map(({ reason }) => reason)).toContain('second');
    expect(kept.map(({ reason }) => reason)).not.toContain('first');
  });

  test('keeps a body too large for an item, and one with no pointer', async () => {
    const { quarantine, organisation, ours } = fresh();
    const big = ours({ body: 'ŵ'.repeat(200_000), pointer: '' });
    await quarantine.put([big]);
    expect(await quarantine.list(organisation, '2023-11-01')).toMatchObject([big]);
  });

  test('removes one entry and no other, a large one too, and again', async () => {
    const { quarantine, organisation, ours } = fresh();
    const big = 'ŵ'.repeat(200_000);
    await quarantine.put([ours({}), ours({ body: big }), ours({ source: 'kiosk' })]);
    const entries = await quarantine.list(organisation, '2023-11-01');
    const wanted = entries.filter(({ source, body }) => source === 'phones' || body === big);
    for (const entry of [...wanted, ...wanted]) await quarantine.remove(entry);
    expect(await quarantine.list(organisation, '2023-11-01')).toMatchObject([{ source: 'kiosk' }]);
  });

  test('names an entry by its source and body: again on the same day it has the same id', async () => {
    const { quarantine, organisation, ours } = fresh();
    await quarantine.put([ours({})]);
    const [first] = await quarantine.list(organisation, '2023-11-01');
    await quarantine.put([ours({ reason: 'another', receivedAt: '2023-11-01T12:00:00.000Z' })]);
    expect(await quarantine.list(organisation, '2023-11-01')).toMatchObject([{ id: first?.id, reason: 'another' }]);
  });

  test('says which adapter read it, where that was told', async () => {
    const { quarantine, organisation, ours } = fresh();
    await quarantine.put([ours({ adapter: 'firehose' }), ours({ body: 'other' })]);
    const adapters = (await quarantine.list(organisation, '2023-11-01')).map(({ adapter }) => adapter ?? 'none');
    expect(adapters.sort()).toEqual(['firehose', 'none']);
  });
});

describe('what is stored of a quarantined event', () => {
  const stored = async (organisation: string) => {
    const key = {
      pk: { S: `${organisation}#QUARANTINE#2023-11-01` },
      sk: { S: shortHash('phones', entry({}).body) },
    };
    const get = new GetItemCommand({ TableName: tableNames.events, Key: key });
    return (await wire.dynalite.client().send(get)).Item;
  };

  test('is unreadable, and goes after 30 days', async () => {
    await onWire().put([entry({ organisation: 'sealed', reason: '"07700 900123" is no number' })]);
    const item = await stored('sealed');
    expect(item?.['expires']).toEqual({ N: String(Date.parse('2023-12-01T10:00:00Z') / 1000) });
    expect(Buffer.from(item?.['body']?.B ?? '').includes('07700')).toBe(false);
    expect(JSON.stringify(item)).not.toContain('07700');
    expect(Buffer.from(item?.['why']?.B ?? '').includes('07700')).toBe(false);
  });

  test('from before its reason was sealed can still be read', async () => {
    await onWire().put([entry({ organisation: 'older' })]);
    const item = await stored('older');
    const { why: _, ...rest } = item ?? {};
    const Item = { ...rest, reason: { S: 'an old reason' }, pointer: { S: '/id' } };
    await wire.dynalite.client().send(new PutItemCommand({ TableName: tableNames.events, Item }));
    expect(await onWire().list('older', '2023-11-01')).toMatchObject([{ reason: 'an old reason', pointer: '/id' }]);
  });

  test('cannot be read with another key', async () => {
    await onWire().put([entry({ organisation: 'keyed' })]);
    await expect(onWire('another secret').list('keyed', '2023-11-01')).rejects.toThrow();
  });
});

describe('a sealed text', () => {
  const sealed = seal('text', hashKey, 'purpose', 'place');
  test.each([
    { name: 'another key', open: () => unseal(sealed, 'other', 'purpose', 'place') },
    { name: 'another purpose', open: () => unseal(sealed, hashKey, 'other', 'place') },
    { name: 'another place', open: () => unseal(sealed, hashKey, 'purpose', 'other') },
    {
      name: 'a changed byte',
      open: () =>
        unseal(
          sealed.map((byte, at) => (at === 30 ? byte ^ 1 : byte)),
          hashKey,
          'purpose',
          'place',
        ),
    },
    { name: 'a part of it', open: () => unseal(sealed.subarray(0, 20), hashKey, 'purpose', 'place') },
  ])('does not open with $name', ({ open }) => {
    expect(open).toThrow();
  });

  test('opens as it was, and is sealed differently each time', () => {
    expect(unseal(sealed, hashKey, 'purpose', 'place')).toBe('text');
    expect(seal('text', hashKey, 'purpose', 'place')).not.toEqual(sealed);
  });
});
