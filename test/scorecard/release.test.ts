import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Fact } from '#event/types.ts';
import { isHashOf, releasedOf, seenOf, shownOf, withdrawnOf } from '#scorecard/release.ts';
import { fact } from '#test/scorecard/council.ts';

const a = 'a'.repeat(64);
const b = 'b'.repeat(64);
const [q3, q4] = ['2023-24-q3', '2023-24-q4'];

const head = (edition: number, figuresHash: string, asOf = '2024-01-10', period = q3) => ({
  period,
  edition,
  figuresHash,
  asOf,
});

const released = (day: string, editionHash: string, over: Partial<Fact> = {}, period = q3) =>
  fact('edition.released', day, { scorecard: 'service', period, editionHash, releasedBy: 'Director' }, over);
const takenBack = { revision: 1, withdrawn: true };

describe('a hash is named by all of it or by its beginning', () => {
  const hash = `0123456789ab${'c'.repeat(52)}`;
  test.each([
    [hash, true],
    [hash.slice(0, 12), true],
    [hash.slice(0, 12).toUpperCase(), true],
    [hash.slice(0, 40), true],
    [hash.slice(0, 11), false],
    [hash.slice(1, 20), false],
    [`${hash}0`, false],
    ['', false],
    ['............', false],
  ])('%s: %s', (text, isIt) => expect(isHashOf(text, hash)).toBe(isIt));
});

const numbers = (heads: readonly { edition: number; period: string }[]) =>
  heads.map(({ edition, period }) => (period === q3 ? edition : `${period}#${edition}`));

describe('on sign-off', () => {
  const onSignOff = { release: 'on-sign-off' } as const;
  const heads = [head(1, a), head(2, b)];
  test.each([
    { what: 'nothing is shown before a release', records: [], shown: [], gone: [] },
    { what: 'the one that was released', records: [released('2024-01-12', a)], shown: [1], gone: [] },
    {
      what: 'a newer release',
      records: [released('2024-01-12', a), released('2024-01-20', b)],
      shown: [2],
      gone: [],
    },
    {
      what: 'the newest release, also of an older edition',
      records: [released('2024-01-20', a), released('2024-01-12', b)],
      shown: [1],
      gone: [],
    },
    {
      what: 'what was released before, when the newer is taken back',
      records: [released('2024-01-12', a), released('2024-01-20', b, takenBack)],
      shown: [1],
      gone: [2],
    },
    { what: 'nothing, when all are taken back', records: [released('2024-01-12', a, takenBack)], shown: [], gone: [1] },
    {
      what: 'what is released again',
      records: [released('2024-01-12', a, takenBack), released('2024-01-14', a)],
      shown: [1],
      gone: [],
    },
    {
      what: 'nothing for a hash of no edition',
      records: [released('2024-01-12', 'c'.repeat(64))],
      shown: [],
      gone: [],
    },
    { what: 'nothing for a hash of another period', records: [released('2024-01-12', a, {}, q4)], shown: [], gone: [] },
  ])('$what', ({ records, shown, gone }) => {
    expect(numbers(shownOf(onSignOff, heads, records))).toEqual(shown);
    expect(numbers(withdrawnOf(records, heads))).toEqual(gone);
  });

  test.each([
    ['all that stand', [released('2024-01-12', a), released('2024-01-20', b)], [1, 2]],
    ['one that was taken back', [released('2024-01-12', a, takenBack)], [1]],
    [
      'one that was taken back before another',
      [released('2024-01-12', a, takenBack), released('2024-01-20', b)],
      [1, 2],
    ],
    [
      'not one after which the one before was shown again',
      [released('2024-01-12', a), released('2024-01-20', b, takenBack)],
      [1],
    ],
    ['none of a hash of no edition', [released('2024-01-12', 'c'.repeat(64), takenBack)], []],
  ])('what readers saw is %s', (_, records, seen) => expect(numbers(seenOf(records, heads))).toEqual(seen));

  test('each period has its own', () => {
    const both = [...heads, head(1, b, '2024-04-10', q4)];
    const records = [released('2024-01-12', a), released('2024-04-12', b, {}, q4)];
    expect(numbers(shownOf(onSignOff, both, records))).toEqual([1, `${q4}#1`]);
  });

  test.each([
    { what: 'as of the day of the release', days: ['2024-01-10', '2024-01-12'], edition: 3 },
    { what: 'made after the release', days: ['2024-01-10', '2024-01-13'], edition: 1 },
    { what: 'all as of later days than the release', days: ['2024-01-13', '2024-01-14'], edition: 1 },
  ])('of editions that say the same, $what: $edition', ({ days: [first, last], edition }) => {
    const same = [head(1, a, first), head(2, b, first), head(3, a, last)];
    expect(numbers(releasedOf([released('2024-01-12', a)], same))).toEqual([edition]);
  });

  test('the order in which records come changes nothing', () => {
    const records = [released('2024-01-12', a), released('2024-01-20', b), released('2024-01-25', a, takenBack)];
    const expected = numbers(shownOf(onSignOff, heads, records));
    return fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        expect(numbers(shownOf(onSignOff, heads, shuffled))).toEqual(expected);
      }),
    );
  });
});

test.each([undefined, 'nightly'] as const)('release: %s shows the highest, whatever was released', (release) =>
  expect(numbers(shownOf({ release }, [head(2, b), head(1, a)], [released('2024-01-12', a)]))).toEqual([2]),
);
