import { expect, test } from '@jest/globals';
import { budgetSummary } from '#scorecard/budgetWords.ts';

const earlier = (variance?: number) => [
  { period: '2021-22-q2', label: 'Q2 2021–22' },
  { period: '2021-22-q1', label: 'Q1 2021–22', ...(variance !== undefined && { variance }) },
];

test.each([
  ['no variance is known', {}, undefined],
  ['under, and nothing before', { variance: -11, earlier: earlier() }, 'The forecast is 11 under budget.'],
  ['over', { variance: 1204, earlier: [] }, 'The forecast is 1,204 over budget.'],
  [
    'better than the newest that is known',
    { variance: -9, movement: -89, earlier: earlier(80) },
    'The forecast is 9 under budget, 89 better than in Q1 2021–22.',
  ],
  [
    'worse',
    { variance: 5, movement: 12, earlier: earlier(-7) },
    'The forecast is 5 over budget, 12 worse than in Q1 2021–22.',
  ],
  ['as before', { variance: 0, movement: 0, earlier: earlier(0) }, 'The forecast is on budget, as in Q1 2021–22.'],
])('%s', (_, total, expected) => expect(budgetSummary({ earlier: [], ...total })).toBe(expected));
