import { expect, test } from '@jest/globals';
import { mintIfNew } from '#functions/assess/mint.ts';
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
