import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Edition } from '#scorecard/edition.ts';
import { figuresHashOf } from '#scorecard/figuresHash.ts';
import { editionOf, recorded } from '#test/scorecard/council.ts';
import { editionSchema } from '#test/scorecard/editionSchema.ts';

type Given = Parameters<typeof editionOf>[0];

const q3 = '2023-24-q3';
const value = (day: string, amount: number, period = q3) =>
  recorded(day, period, { value: amount, reason: `Counted anew on ${day}.` });

/** An edition for each list of values in turn, each compared with the one before it; a day in January for each. */
const editionsOf = (all: readonly (readonly number[])[], given: Given = {}): readonly Edition[] => {
  const editions: Edition[] = [];
  for (const values of all) {
    const records = values.map((amount, i) => value(`2024-01-${10 + i}`, amount));
    editions.push(editionOf({ ...given, records, before: editions.at(-1) }));
  }
  return editions;
};

/** So many values, each correcting the one before. */
const corrected = (count: number) =>
  Array.from({ length: count }, (_, i) => Array.from({ length: i + 1 }, (_, n) => 60 + n));

const moves = (revisions: Edition['revisions'] = []) => revisions.map(({ from, to }) => [from, to]);

describe('an edition after the one that revised', () => {
  test('keeps the old value, the new one, the day and the reason', () => {
    const third = editionsOf([[60], [60, 61], [60, 61]]).at(-1);
    expect(third).toMatchObject({
      edition: 3,
      revisions: [],
      earlierRevisions: [
        { measure: 'm', period: q3, from: 60, to: 61, reason: 'Counted anew on 2024-01-11.', on: '2024-01-25' },
      ],
      measures: [{ status: 'revised' }],
    });
    expect(editionSchema.parse(third)).toEqual(third);
  });

  test('and before any revision keeps nothing', () =>
    expect(editionsOf([[60], [60], [60]]).at(-1)).not.toHaveProperty('earlierRevisions'));

  test.each([
    { editions: 3, own: [[61, 62]], kept: [[60, 61]] },
    {
      editions: 6,
      own: [[64, 65]],
      kept: [
        [63, 64],
        [62, 63],
        [61, 62],
        [60, 61],
      ],
    },
    {
      editions: 7,
      own: [[65, 66]],
      kept: [
        [64, 65],
        [63, 64],
        [62, 63],
        [61, 62],
        [60, 61],
      ],
    },
    {
      editions: 8,
      own: [[66, 67]],
      kept: [
        [65, 66],
        [64, 65],
        [63, 64],
        [62, 63],
        [60, 61],
      ],
    },
    {
      editions: 9,
      own: [[67, 68]],
      kept: [
        [66, 67],
        [65, 66],
        [64, 65],
        [63, 64],
        [60, 61],
      ],
    },
  ])('of one figure keeps the first and the newest four: $editions editions', ({ editions, own, kept }) => {
    const last = editionsOf(corrected(editions)).at(-1);
    expect([moves(last?.revisions), moves(last?.earlierRevisions)]).toEqual([own, kept]);
  });

  test('says the same as if nothing had been revised: its hash is of its figures', () => {
    const [first, second] = editionsOf([
      [60, 61],
      [60, 61],
    ]);
    const third = editionsOf([[60], [60, 61], [60, 61]]).at(-1);
    expect(third && figuresHashOf(third)).toBe(second && figuresHashOf(second));
    expect(first?.revisions).toEqual([]);
  });

  test('never forgets that a figure was revised, nor what it was at first', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 60, max: 62 }), { minLength: 2, maxLength: 9 }), (amounts) => {
        const editions = editionsOf(amounts.map((_, i) => amounts.slice(0, i + 1)));
        const last = editions.at(-1);
        const known = [...(last?.revisions ?? []), ...(last?.earlierRevisions ?? [])];
        const isRevised = amounts.some((amount) => amount !== amounts[0]);
        expect(known.length > 0).toBe(isRevised);
        expect(last?.measures[0]?.status).toBe(isRevised ? 'revised' : 'confirmed');
        expect(known.at(-1)?.from).toBe(isRevised ? amounts[0] : undefined);
        expect(known[0]?.to).toBe(isRevised ? amounts.at(-1) : undefined);
      }),
    ));
});

describe('the first edition of the next period', () => {
  const [, revised] = editionsOf([[60], [60, 61]]);
  const next = (given: Given = {}) =>
    editionOf({ period: '2023-24-q4', asOf: '2024-04-20', before: revised, ...given });
  const records = [value('2024-01-10', 60), value('2024-01-11', 61)];

  test('begins to count anew, and keeps what was revised of a period in its series', () =>
    expect(next({ records: [...records, value('2024-04-10', 70, '2023-24-q4')] })).toMatchObject({
      edition: 1,
      revisions: [],
      earlierRevisions: [{ period: q3, from: 60, to: 61 }],
      measures: [{ status: 'confirmed', series: [{ period: q3, status: 'revised' }, { status: 'confirmed' }] }],
    }));

  test('says what it revises itself of an earlier period', () =>
    expect(next({ records: [...records, value('2024-04-11', 62)] })).toMatchObject({
      revisions: [{ period: q3, from: 61, to: 62, reason: 'Counted anew on 2024-04-11.' }],
      earlierRevisions: [{ period: q3, from: 60, to: 61 }],
    }));

  test.each([
    ['its period is no longer in the series', { scorecard: { history: 1 } }],
    ['its measure is no longer in the scorecard', { measure: { id: 'n' } }],
  ])('drops a revision where %s', (_, given) =>
    expect(next({ ...given, records: [...records, value('2024-04-10', 70, '2023-24-q4')] })).not.toHaveProperty(
      'earlierRevisions',
    ),
  );
});

describe('a figure that is withheld now', () => {
  const of = (day: string, numerator: number) => recorded(day, q3, { numerator, denominator: 4, reason: 'Corrected.' });
  const [first, second] = [[of('2024-01-10', 2)], [of('2024-01-10', 2), of('2024-01-11', 3)]];
  const revised = editionOf({ records: second, before: editionOf({ records: first }) });
  const withheld = editionOf({ measure: { suppressBelow: 5 }, records: second, before: revised });

  test('is not told by what it was, now or in the edition before', () => {
    expect(moves(revised.revisions)).toEqual([[50, 75]]);
    const on = '2024-01-25';
    const reason =
      'The figure for October to December 2023 (quarter 3) is from fewer than 5 people, so it is not published.';
    expect(withheld.revisions).toEqual([{ measure: 'm', period: q3, reason, on }]);
    expect(withheld.earlierRevisions).toEqual([{ measure: 'm', period: q3, reason: 'Corrected.', on }]);
  });

  test('nor by the editions after it', () =>
    expect(
      moves(editionOf({ measure: { suppressBelow: 5 }, records: second, before: withheld }).earlierRevisions),
    ).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]));
});
