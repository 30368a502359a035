import { expect, test } from '@jest/globals';
import type { Edition } from '#scorecard/edition.ts';
import { originalOf } from '#site/isolated.ts';
import { printed } from '#site/printed.ts';
import { contactCentre, measure } from '#test/site/fixtures.ts';

const edition: Edition = {
  ...contactCentre,
  measures: [
    measure({
      id: 'a',
      title: 'A',
      cuts: [{ by: 'service', rows: [{ name: 'council-tax', label: 'Council \u202etax', value: 1 }] }],
      ranking: [{ rank: 1, name: 'waste', label: 'Bins' }],
      distribution: { number: 'waitSeconds', by: 'service', rows: [{ count: 2 }, { name: 'x', label: 'X', count: 1 }] },
    }),
    measure({ id: 'b', title: 'B' }),
  ],
};

test('pages print labels, isolated as every text, instead of values', () => {
  const [a] = printed(edition).measures;
  expect(a?.cuts[0]?.rows[0]?.name).toBe('\u2068Council \u202etax\u2069');
  expect(a?.ranking?.[0]?.name).toBe('Bins');
  expect(a?.distribution?.rows.map(({ name }) => name)).toEqual([undefined, 'X']);
});

test('data files have the values, of the very edition that is stored', () => {
  expect(originalOf(printed(edition))).toBe(edition);
  expect(printed(edition)).toBe(printed(edition));
});

test('an edition without labels is printed as it is', () => expect(printed(contactCentre)).toBe(contactCentre));
