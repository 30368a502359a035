import { describe, expect, test } from '@jest/globals';
import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { draftChanges, draftChangesHeading, isUnchanged } from '#site/draftChanges.ts';
import { bareEdition, measure, wirral } from '#test/site/fixtures.ts';

const period = '2024-25-q4';
const calls = (over: Partial<EditionMeasure> = {}) =>
  measure({ id: 'calls', title: 'Calls', unit: 'percent', decimals: 1, value: 71, period, ...over });
const withCalls = (over?: Partial<EditionMeasure>): Edition => ({
  ...bareEdition,
  measures: over === undefined ? [] : [calls(over)],
});
const red = { rating: { colour: 'red', reason: 'R.' } } as const;
const green = { rating: { colour: 'green', reason: 'R.' } } as const;
const absent = {
  value: undefined,
  notPublishedReason: 'R.',
  rating: { colour: 'not-reported', reason: 'R.' },
} as const;

describe('what a draft changes', () => {
  test.each<[string, Partial<EditionMeasure> | undefined, Partial<EditionMeasure> | undefined, readonly string[]]>([
    ['nothing', green, green, []],
    [
      'a value by less than is printed',
      green,
      { ...green, value: 71.04 },
      ['Calls: 71.0% moves by less than is printed'],
    ],
    ['a value', red, { ...red, value: 64 }, ['Calls: 71.0% becomes 64.0%']],
    ['a rating', green, red, ['Calls: On target, Green becomes Off target, Red']],
    ['both', green, { ...red, value: 64 }, ['Calls: 71.0% becomes 64.0%; On target, Green becomes Off target, Red']],
    [
      'the period of the figure',
      red,
      { ...red, period: '2025-26-q1' },
      ['Calls: 71.0% (Q4 2024–25) becomes 71.0% (Q1 2025–26)'],
    ],
    ['a first figure', absent, green, ['Calls: Not published becomes 71.0%; Not published becomes On target, Green']],
    ['a new measure', undefined, green, ['Calls: new; 71.0%; On target, Green']],
  ])('%s', (_, was, now, said) =>
    expect(draftChanges(withCalls(was), withCalls(now)).measures.map(({ text }) => text)).toEqual(said),
  );

  test('what is gone, and what is written anew', () => {
    expect(draftChanges(withCalls(green), withCalls()).others).toEqual(['No longer part of the scorecard: Calls.']);
    const comment = { kind: 'comment', text: 'T', recordedBy: 'Officer', on: '2025-04-30', period } as const;
    const { others } = draftChanges(withCalls(green), withCalls({ ...green, commentary: [comment] }));
    expect(others).toEqual(['1 new comment']);
  });

  test('a milestone', () => {
    const [first, ...others] = wirral.milestones;
    if (first === undefined) throw new Error('the fixture has no milestones');
    const open = { ...wirral, milestones: [{ ...first, status: 'on-track' as const }, ...others] };
    const done = { ...wirral, milestones: [{ ...first, status: 'complete' as const }, ...others] };
    expect(draftChanges(open, done).milestones).toEqual([{ id: first.id, text: `${first.title}: completed` }]);
  });

  test('nothing at all in what is the same', () => expect(isUnchanged(draftChanges(wirral, wirral))).toBe(true));

  test('of which edition', () =>
    expect(draftChangesHeading({ edition: 2, asOf: '2025-04-30' })).toBe(
      'What this changes of edition 2, as at 30 April 2025',
    ));
});
