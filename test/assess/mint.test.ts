import { expect, test } from '@jest/globals';
import { headBefore, type LastShown, mintIfNew } from '#functions/assess/mint.ts';
import type { Edition } from '#scorecard/edition.ts';
import { memoryEditions } from '#store/memoryEditions.ts';

const shelf = { organisation: 'town', scorecard: 'service', period: '2024-25-q3' };

/** What differs is the summary, which stands for the figures. */
const saying = (figures: string, asOf: string) => (before: Edition | undefined) =>
  ({
    organisation: { id: 'town', name: 'Town' },
    scorecard: { id: 'service', title: 'Service', summary: figures, frequency: 'quarter' },
    period: { id: '2024-25-q3' },
    asOf,
    edition: (before?.edition ?? 0) + 1,
    measures: [],
    milestones: [],
  }) as unknown as Edition;

const first = '2025-01-10';
const second = '2025-01-20';

test.each([
  { what: 'the first', nights: [['a', first]], minted: [1] },
  {
    what: 'the same night again',
    nights: [
      ['a', first],
      ['a', first],
    ],
    minted: [1, undefined],
  },
  {
    what: 'the same figures on a later date',
    nights: [
      ['a', first],
      ['a', second],
    ],
    minted: [1, undefined],
  },
  {
    what: 'two dates run again in turn, as a second start does',
    nights: [
      ['a', first],
      ['b', second],
      ['a', first],
      ['b', second],
    ],
    minted: [1, 2, undefined, undefined],
  },
  {
    what: 'a correction taken back on one date',
    nights: [
      ['a', first],
      ['b', first],
      ['a', first],
    ],
    minted: [1, 2, 3],
  },
])('$what: $minted', async ({ nights, minted }) => {
  const editions = memoryEditions();
  const numbers: (number | undefined)[] = [];
  for (const [figures = '', asOf = ''] of nights) numbers.push(await mintIfNew(shelf, saying(figures, asOf), editions));
  expect(numbers).toEqual(minted);
});

test.each([
  { what: 'the highest of its own period', period: '2024-25-q3', before: '2024-25-q3#2' },
  { what: 'the highest of the newest period before it', period: '2025-26-q1', before: '2024-25-q4#1' },
  { what: 'the same, where periods in between have none', period: '2026-27-q1', before: '2024-25-q4#1' },
  { what: 'nothing, where it is the first', period: '2024-25-q2', before: undefined },
])('a new edition is compared with $what', ({ period, before }) => {
  const head = (of: string, edition: number) => ({ ...shelf, period: of, edition, asOf: first, figuresHash: 'a' });
  const heads = [head('2024-25-q3', 1), head('2024-25-q3', 2), head('2024-25-q4', 1)];
  const found = headBefore(period, heads);
  expect(found && `${found.period}#${found.edition}`).toBe(before);
});

test('of what waits for a release, with the newest that was shown', () => {
  const heads = ['2024-25-q2', '2024-25-q3'].map((period) => ({
    ...shelf,
    period,
    edition: 1,
    asOf: first,
    figuresHash: period,
  }));
  const lastShown: LastShown = (all) => all.find(({ figuresHash }) => figuresHash === '2024-25-q2');
  expect(headBefore('2024-25-q4', heads, lastShown)?.period).toBe('2024-25-q2');
});
