import { describe, expect, test } from '@jest/globals';
import { dateFindings, stretchLabel } from '#scorecard/milestoneDates.ts';
import { milestone } from '#scorecard/schema.ts';
import { editionOf } from '#test/scorecard/council.ts';

describe('a date as it was printed', () => {
  test.each([
    ['2018-03-31', 'month', 'March 2018'],
    ['2016-02-29', 'month', 'February 2016'],
    ['2016-11-30', 'season', 'autumn 2016'],
    ['2017-02-28', 'season', 'winter 2016–17'],
    ['2017-05-31', 'season', 'spring 2017'],
    ['2017-03-31', 'quarter', 'January to March 2017'],
    ['2022-09-30', 'half-year', 'April to September 2022'],
    ['2018-12-31', 'year', '2018'],
    ['2019-03-31', 'year', '2018–19'],
  ] as const)('%s, known to a %s: %s', (last, precision, label) => expect(stretchLabel(last, precision)).toBe(label));
});

const planned = (more: object) => ({ id: 'a', title: 'A', originalDeadline: '2023-03-31', ...more });

test('an edition says how exact a date is, and counts to its last day', () => {
  const written = planned({ start: '2018-04-01', precision: 'month', description: 'Ask', outcome: 'To know' });
  expect(editionOf({ milestones: [written] }).milestones[0]).toMatchObject({
    start: '2018-04-01',
    startLabel: 'April 2018',
    originalDeadline: '2023-03-31',
    originalDeadlineLabel: 'March 2023',
    precision: 'month',
    description: 'Ask',
    outcome: 'To know',
  });
});

test('of days nothing is said', () =>
  expect(editionOf({ milestones: [planned({})] }).milestones[0]).not.toHaveProperty('precision'));

describe('check', () => {
  test.each([
    [{}, []],
    [{ precision: 'month' }, []],
    [{ precision: 'month', start: '2018-04-01' }, []],
    [{ precision: 'month', originalDeadline: '2023-03-30' }, ['2023-03-30 is not the last day of a month']],
    [{ precision: 'season' }, ['2023-03-31 is not the last day of a season']],
    [{ precision: 'season', originalDeadline: '2016-02-28' }, ['2016-02-28 is not the last day of a season']],
    [{ precision: 'half-year', originalDeadline: '2023-06-30' }, ['2023-06-30 is not the last day of a half-year']],
    [{ precision: 'half-year', originalDeadline: '2023-09-30' }, []],
    [{ precision: 'year', originalDeadline: '2023-12-31' }, []],
    [{ originalDeadline: undefined }, []],
    [{ originalDeadline: undefined, precision: 'month', start: '2018-04-01' }, []],
    [{ originalDeadline: undefined, precision: 'month' }, ['there is no date that it could be of']],
    [{ precision: 'year', start: '2018-04-02' }, ['2018-04-02 is not the first day of a month']],
  ])('%j', (more, messages) =>
    expect(dateFindings(milestone.parse(planned(more))).map(({ message }) => message)).toEqual(messages),
  );
});
