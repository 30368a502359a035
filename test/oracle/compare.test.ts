import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#oracle/cells.ts';
import { compare } from '#oracle/compare.ts';
import { reportOf } from '#oracle/report.ts';

const cell = (part: string, number?: number, measure = 'calls'): Cell => ({
  scorecard: 'centre',
  measure,
  period: '2024-25-q4',
  part,
  ...(number !== undefined && { number }),
});
const own = new Set(['centre calls 2024-25-q4']);
const verdicts = (published: Cell[], recomputed: Cell[]) =>
  compare(published, own, recomputed).map(({ part, equal }) => [part, equal]);

describe('two figures are equal', () => {
  test.each<[string, number | undefined, number | undefined, boolean]>([
    ['the same count', 433, 433, true],
    ['a count that is one off', 433, 434, false],
    ['a count that is one off in a milliard', 1_000_000_000, 1_000_000_001, false],
    ['a share but for the last bit', 76.7730496453901, 76.7730496453902, true],
    ['a share that is off by a millionth', 76.77304964539007, 76.773050645, false],
    ['nothing and nothing', undefined, undefined, true],
    ['a zero and nothing', 0, undefined, false],
    ['nothing and a zero', undefined, 0, false],
  ])('%s: %j and %j', (_, published, recomputed, equal) => {
    expect(verdicts([cell('value', published)], [cell('value', recomputed)])).toEqual([['value', equal]]);
  });
});

describe('a figure that only one side has', () => {
  test('differs when it was published and cannot be worked out', () => {
    expect(verdicts([cell('queue: bins', 3)], [])).toEqual([['queue: bins', false]]);
  });

  test('differs when it should have been published', () => {
    expect(verdicts([], [cell('queue: bins', 3)])).toEqual([['queue: bins', false]]);
  });

  test('matters not where no edition publishes the period', () => {
    expect(verdicts([], [cell('value', 3, 'another')])).toEqual([]);
  });

  test('is compared once however many editions repeat it, and twice when they contradict each other', () => {
    const published = [cell('value', 3), cell('value', 3), cell('value', 4)];
    expect(verdicts(published, [cell('value', 3)])).toEqual([
      ['value', true],
      ['value', false],
    ]);
  });
});

test('the report ends with how many cells are equal and how many differ', () => {
  const cells = compare([cell('value', 3), cell('numerator', 1)], own, [cell('value', 3), cell('numerator', 2)]);
  expect(reportOf(cells)).toEqual([
    'Measure       Period      Part       Published  Recomputed  Equal',
    'centre/calls  2024-25-q4  numerator  1          2           NO',
    'centre/calls  2024-25-q4  value      3          3           yes',
    '1 cell equal, 1 differs',
  ]);
});
