import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { problemsOf, refusalOf, warningsOf } from '#test/golden/publish.ts';

/** The rows of the table in docs/decisions.md: the contradiction, and what is said of it. */
const rows = new Map(
  [...readFileSync('docs/decisions.md', 'utf8').matchAll(/^\| (K\d\d) \|.*\| `(.*)` \|$/gm)].map(
    ([, id = '', message = '']) => [id, message],
  ),
);

const one = (measure: object) => ({ measures: [{ id: 'm', ...measure }] });
const target = { target: { '2021-22': 6 }, frequency: 'quarter', unit: 'pounds', polarity: 'higher' };

/** What each paper did, as a scorecard or a record of ours. */
const said: Readonly<Record<string, () => readonly (string | undefined)[]>> = {
  K08: () =>
    warningsOf({
      measures: [
        { id: 'messages', title: 'Inbound social media messages', polarity: 'higher' },
        { id: 'calls', title: 'Phone calls', polarity: 'lower' },
      ],
    }),
  K19: () => warningsOf(one({ title: 'Complaints addressed within 15 days (%)', unit: 'percent' })),
  K21: () => problemsOf(one({ frequency: 'bi-annual' })),
  K35: () =>
    problemsOf(one({ accumulation: 'year-to-date', compare: 'previous-period', unit: 'days', polarity: 'lower' })),
  K37: () =>
    problemsOf({
      measures: [
        {
          id: 'parent',
          polarity: 'higher',
          target: 90,
          rating: { from: { measures: ['child'], rule: 'worst' }, amber: { within: 1, of: 'target', unit: 'points' } },
        },
        { id: 'child', polarity: 'higher', target: 90 },
      ],
    }),
  K39: () => warningsOf(one(target)),
  K42: () => problemsOf({ measures: [{ id: 'museums' }, { id: 'museums', title: 'Another title' }] }),
  K52: () => problemsOf({ milestones: [{ id: 'wave-5', start: '2015-09-01', originalDeadline: '2015-02-28' }] }),
  K58: () => [refusalOf({ measure: 'followers', period: '2016-03', value: '12.109' })],
  K64: () =>
    warningsOf(
      one({ polarity: 'higher', target: 98, compare: 'baseline', baseline: { period: '2021-11', value: 99.3 } }),
    ),
  K72: () => warningsOf(one({ title: 'Number of customers accessing the website', unit: 'percent' })),
  K75: () => [refusalOf({ measure: 'payments', value: 74205 })],
};

test('every row of the table is tried', () => expect([...rows.keys()]).toEqual(Object.keys(said)));

test.each([...rows])('%s: %s', (id, message) => expect(said[id]?.().join('\n')).toContain(message));
