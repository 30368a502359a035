import { describe, expect, test } from '@jest/globals';
import type { Edition } from '#scorecard/edition.ts';
import { figuresHashOf } from '#scorecard/figuresHash.ts';
import { abandoned, answered, editionOf, fact, recorded } from '#test/scorecard/council.ts';

const q3 = '2023-24-q3';
const comment = (day: string, over: object = {}) =>
  fact('commentary.recorded', day, {
    scorecard: 'service',
    measure: 'm',
    period: q3,
    kind: 'comment',
    text: 'We did well.',
    recordedBy: 'Head of service',
    ...over,
  });
const value = (day: string, amount: number, over: object = {}) => recorded(day, q3, { value: amount, ...over });

const stale = (edition: Edition) => edition.measures[0]?.commentary.map((each) => each.stale ?? false);

describe('of a recorded figure', () => {
  test.each([
    { what: 'written after the figure', records: [value('2024-01-05', 71), comment('2024-01-06')], is: false },
    { what: 'at the moment of the figure', records: [value('2024-01-06', 71), comment('2024-01-06')], is: false },
    { what: 'before any figure', records: [comment('2024-01-04'), value('2024-01-05', 71)], is: false },
    {
      what: 'before another figure',
      records: [value('2024-01-05', 71), comment('2024-01-06'), value('2024-01-07', 64)],
      is: true,
    },
    {
      what: 'before the same figure was recorded again',
      records: [value('2024-01-05', 71), comment('2024-01-06'), value('2024-01-07', 71, { status: 'confirmed' })],
      is: false,
    },
    {
      what: 'before a part, a forecast or a neighbour was recorded',
      records: [
        value('2024-01-05', 71),
        comment('2024-01-06'),
        value('2024-01-07', 1, { cut: { site: 'Library' } }),
        value('2024-01-07', 2, { series: 'forecast' }),
        value('2024-01-07', 3, { series: 'Neighbour' }),
      ],
      is: false,
    },
    {
      what: 'between two changes',
      records: [value('2024-01-05', 71), value('2024-01-06', 64), comment('2024-01-07'), value('2024-01-08', 71)],
      is: true,
    },
    {
      what: 'before a figure that came after the as-of date',
      records: [value('2024-01-05', 71), comment('2024-01-06'), value('2024-01-26', 64)],
      is: false,
    },
  ])('a comment $what: $is', ({ records, is }) => expect(stale(editionOf({ records }))).toEqual([is]));
});

describe('of a counted figure', () => {
  const measure = { value: { share: 'call', where: { outcome: 'answered' } } };
  const calls = [answered('2023-11-01', 10), abandoned('2023-11-02', 10)];
  const records = [comment('2024-01-06')];
  const first = editionOf({ measure, facts: calls, records });
  const more = [...calls, answered('2023-11-03', 5)];
  const second = editionOf({ measure, facts: more, records, before: first });

  test('a comment that stood beside another figure is marked', () => {
    expect(stale(first)).toEqual([false]);
    expect(stale(second)).toEqual([true]);
  });

  test('it stays marked, and a new one is not', () => {
    expect(stale(editionOf({ measure, facts: more, records, before: second }))).toEqual([true]);
    const rewritten = [...records, comment('2024-01-20', { text: 'We did better.' })];
    expect(stale(editionOf({ measure, facts: more, records: rewritten, before: first }))).toEqual([false]);
  });

  test('movement inside a quarter that is not over marks nothing', () => {
    const early = { measure, asOf: '2023-12-01', records: [comment('2023-11-30')] };
    const before = editionOf({ ...early, facts: calls });
    expect(stale(editionOf({ ...early, facts: more, before }))).toEqual([false]);
  });

  test('the mark alone makes no other edition', () =>
    expect(figuresHashOf(second)).toBe(figuresHashOf(editionOf({ measure, facts: more, records }))));
});
