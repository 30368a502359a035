import { describe, expect, test } from '@jest/globals';
import type { Colour, EditionMilestone } from '#scorecard/edition.ts';
import { groupSentence, measureCounts, measuresSentence, milestoneCounts, milestonesSentence } from '#site/summary.ts';
import { measure, milestone, wirral } from '#test/site/fixtures.ts';

const rated = (...colours: Colour[]) =>
  colours.map((colour, i) => measure({ id: `m${i}`, title: 'M', rating: { colour, reason: '' } }));

const done = milestone({ id: 'd', title: 'D', originalDeadline: '2024-01-01', status: 'complete' });
const late = milestone({
  id: 'l',
  title: 'L',
  originalDeadline: '2024-01-01',
  status: 'delayed',
  rating: { colour: 'red', reason: '' },
});

const undated: EditionMilestone = {
  id: 'u',
  title: 'U',
  group: 'g',
  status: 'on-track',
  rating: { colour: 'no-target', reason: '' },
  rebaselined: 0,
};

describe('counting', () => {
  test('keeps the order of the marks and leaves out what there is none of', () =>
    expect(measureCounts(rated('red', 'not-reported', 'red', 'green'))).toEqual([
      { key: 'green', count: 1 },
      { key: 'red', count: 2 },
      { key: 'not-reported', count: 1 },
    ]));

  test('counts a complete milestone once, whatever its colour', () =>
    expect(milestoneCounts([done, late, undated])).toEqual([
      { key: 'complete', count: 1 },
      { key: 'red', count: 1 },
      { key: 'no-target', count: 1 },
    ]));
});

describe('the first sentence', () => {
  test.each<[Colour[], string, string]>([
    [[], '', ''],
    [['green'], 'The one rated measure is on target.', ''],
    [['green', 'green', 'amber'], '2 of 3 rated measures are on target.', ''],
    [['red', 'no-target'], 'The one rated measure is not on target.', '1 has no target.'],
    [['no-target', 'no-target'], 'None of the 2 measures can be rated.', '2 have no target.'],
    [['not-reported'], 'The one measure cannot be rated.', '1 has no published figure.'],
  ])('%j', (colours, main, rest) => expect(measuresSentence(rated(...colours))).toEqual({ main, rest }));

  test('of Wirral claims nothing', () =>
    expect(measuresSentence(wirral.measures)).toEqual({
      main: 'None of the 21 measures can be rated.',
      rest: '5 have no target and 16 have no published figure.',
    }));

  test('of milestones', () => {
    expect(milestonesSentence([])).toBe('');
    expect(milestonesSentence([late])).toBe('The one milestone is delayed.');
    expect(milestonesSentence([undated])).toBe('The one milestone has no deadline.');
    expect(milestonesSentence([done, late, late])).toBe('1 of 3 milestones is complete and 2 are delayed.');
    expect(milestonesSentence([done, done])).toBe('2 of 2 milestones are complete and none is delayed.');
    expect(milestonesSentence(wirral.milestones)).toBe('4 of 15 milestones are complete and 7 are delayed.');
  });

  test('of a group', () =>
    expect(groupSentence(rated('green', 'red'), [done, late])).toBe(
      '1 of 2 rated measures on target; 1 of 2 milestones complete',
    ));
});
