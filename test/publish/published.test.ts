import { describe, expect, test } from '@jest/globals';
import { headsBefore, mostRecent, readerOf, recentHeads } from '#functions/publish/published.ts';
import type { EditionHead } from '#store/editions.ts';
import { contactCentre } from '#test/site/fixtures.ts';

const head = (period: string, edition: number, asOf: string, scorecard = 'calls'): EditionHead => ({
  organisation: 'example',
  scorecard,
  period,
  edition,
  asOf,
  figuresHash: `${scorecard} ${period} ${edition}`,
});

const q3 = [
  head('2024-25-q3', 1, '2024-12-30'),
  head('2024-25-q3', 2, '2024-12-31'),
  head('2024-25-q3', 4, '2025-01-20'),
];
const q4 = [head('2024-25-q4', 1, '2025-01-01'), head('2024-25-q4', 2, '2025-01-20')];
const named = (heads: readonly EditionHead[]) => heads.map(({ period, edition }) => `${period}#${edition}`);

describe('the edition before one that is shown', () => {
  test.each<[string, readonly EditionHead[], readonly EditionHead[], readonly string[]]>([
    ['is the next lower that there is', q3.slice(-1), q3, ['2024-25-q3#2']],
    ['is not of another period', q4.slice(0, 1), [...q3, ...q4], []],
    ['is none that came later', q3.slice(0, 1), q3, []],
    [
      'is found for each period',
      [q3[2], q4[1]].flatMap((each) => each ?? []),
      [...q3, ...q4],
      ['2024-25-q3#2', '2024-25-q4#1'],
    ],
    ['is not known where only one was released', q3.slice(-1), q3.slice(-1), []],
  ])('%s', (_, shown, published, expected) => expect(named(headsBefore(shown, published))).toEqual(expected));
});

describe('what a feed tells of', () => {
  test('is every edition of a period that was over, and of one that was not the newest alone', () =>
    expect(named(recentHeads([...q3, ...q4]))).toEqual(['2024-25-q3#4', '2024-25-q4#2', '2024-25-q3#2']));

  test('begins with the newest, in whatever order they come', () =>
    expect(recentHeads([...q4, ...q3].reverse())).toEqual(recentHeads([...q3, ...q4])));

  test('is so many and no more', () => {
    const many = Array.from({ length: mostRecent + 1 }, (_, i) => head('2024-25-q3', i + 1, '2025-01-20'));
    expect(recentHeads(many)).toHaveLength(mostRecent);
    expect(recentHeads(many.slice(1))).toHaveLength(mostRecent);
    expect(recentHeads(many.slice(2))).toHaveLength(mostRecent - 1);
  });

  test('keeps scorecards apart', () =>
    expect(
      recentHeads([head('2024-25-q4', 1, '2025-01-01', 'a'), head('2024-25-q4', 2, '2025-01-02', 'b')]),
    ).toHaveLength(2));
});

describe('a reader of editions', () => {
  test('asks the store once for each', async () => {
    const asked: string[] = [];
    const readAll = readerOf({
      read: async ({ period, edition }) => {
        asked.push(`${period}#${edition}`);
        return contactCentre;
      },
    });
    await readAll(q3);
    expect(await readAll([...q3, ...q4])).toHaveLength(5);
    expect(asked).toEqual(named([...q3, ...q4]));
  });

  test('says which has a head and no body', async () =>
    expect(readerOf({ read: async () => undefined })(q4)).rejects.toThrow(
      'edition 2024-25-q4#1 has a head but no body',
    ));
});
