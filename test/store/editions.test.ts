import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Edition } from '#scorecard/edition.ts';
import { dynamoEditions } from '#store/dynamoEditions.ts';
import type { Editions } from '#store/editions.ts';
import { memoryEditions } from '#store/memoryEditions.ts';
import { bucketNames } from '#test/support/s3rver.ts';
import { tableNames } from '#test/support/tables.ts';
import { startWire, type Wire } from '#test/support/wire.ts';

let wire: Wire;
beforeAll(async () => {
  wire = await startWire();
});
afterAll(() => wire.stop());

interface Given {
  readonly organisation: string;
  readonly scorecard?: string;
  readonly period?: string;
  readonly number?: number;
  readonly title?: string;
}

const editionOf = ({
  organisation,
  scorecard = 'strategy',
  period = '2023-24-q3',
  number = 1,
  title = 'Strategy',
}: Given): Edition => ({
  schema: 'edition-1',
  organisation: { id: organisation, name: 'Cyngor Gŵyr' },
  scorecard: { id: scorecard, title, frequency: 'quarter' },
  period: { id: period, start: '2023-10-01', end: '2023-12-31', label: 'October to December 2023', complete: false },
  asOf: '2023-12-15',
  publishedAt: '2023-12-15T23:59:59.999Z',
  edition: number,
  software: '0.1.0',
  groups: [],
  measures: [],
  milestones: [],
  milestoneRule: { windowDays: 35, previousQuarterEnd: '2023-09-30' },
  mostImproved: [],
  mostWorsened: [],
  revisions: [],
});

const place = (edition: Edition) => ({
  organisation: edition.organisation.id,
  scorecard: edition.scorecard.id,
  period: edition.period.id,
  edition: edition.edition,
});

let organisations = 0;

describe.each([
  { store: 'memory', open: (): Editions => memoryEditions() },
  {
    store: 'DynamoDB and S3',
    open: (): Editions =>
      dynamoEditions(wire.dynalite.client(), tableNames.editions, wire.s3.client(), bucketNames.data),
  },
])('editions in $store', ({ open }) => {
  const fresh = () => {
    organisations += 1;
    return { editions: open(), organisation: `council-${organisations}` };
  };

  test('an edition comes back to the byte', async () => {
    const { editions, organisation } = fresh();
    const edition = editionOf({ organisation });
    expect(await editions.read(place(edition))).toBeUndefined();
    expect(await editions.mint(edition, 'f1')).toBe(true);
    expect(JSON.stringify(await editions.read(place(edition)))).toBe(JSON.stringify(edition));
  });

  test('a number is given once: the second is not written', async () => {
    const { editions, organisation } = fresh();
    const first = editionOf({ organisation, title: 'first' });
    expect(await editions.mint(first, 'f1')).toBe(true);
    expect(await editions.mint(editionOf({ organisation, title: 'second' }), 'f2')).toBe(false);
    expect(await editions.read(place(first))).toEqual(first);
    expect((await editions.heads(organisation, 'strategy')).map(({ figuresHash }) => figuresHash)).toEqual(['f1']);
  });

  test('of two that mint one number at once, one wins', async () => {
    const { editions, organisation } = fresh();
    const two = ['first', 'second'].map((title) => editionOf({ organisation, title }));
    const minted = await Promise.all(two.map((edition) => editions.mint(edition, edition.scorecard.title)));
    expect(minted.toSorted()).toEqual([false, true]);
  });

  test('the very same edition again is ours: the answer may have been lost', async () => {
    const { editions, organisation } = fresh();
    await editions.mint(editionOf({ organisation }), 'f1');
    expect(await editions.mint(editionOf({ organisation }), 'f1')).toBe(true);
  });

  test('heads are of one scorecard, by period and number, the tenth after the ninth', async () => {
    const { editions, organisation } = fresh();
    for (const number of [10, 9, 2]) await editions.mint(editionOf({ organisation, number }), `f${number}`);
    await editions.mint(editionOf({ organisation, period: '2023-24' }), 'year');
    await editions.mint(editionOf({ organisation, scorecard: 'other' }), 'other');
    const heads = await editions.heads(organisation, 'strategy');
    expect(heads.map(({ period, edition }) => `${period} ${edition}`)).toEqual([
      '2023-24 1',
      '2023-24-q3 2',
      '2023-24-q3 9',
      '2023-24-q3 10',
    ]);
    expect(heads[1]).toEqual({
      organisation,
      scorecard: 'strategy',
      period: '2023-24-q3',
      edition: 2,
      asOf: '2023-12-15',
      figuresHash: 'f2',
    });
    expect(await editions.heads(organisation, 'none')).toEqual([]);
  });

  test('one too large for an item is kept as well', async () => {
    const { editions, organisation } = fresh();
    const edition = editionOf({ organisation, title: randomBytes(500_000).toString('base64') });
    expect(await editions.mint(edition, 'f1')).toBe(true);
    expect(await editions.read(place(edition))).toEqual(edition);
    expect(await editions.heads(organisation, 'strategy')).toHaveLength(1);
  });
});
