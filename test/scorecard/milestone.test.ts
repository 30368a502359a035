import { describe, expect, test } from '@jest/globals';
import { previousQuarterEnd } from '#calendar/period.ts';
import type { MilestoneStatus } from '#scorecard/edition.ts';
import { rateMilestone, statusOf, timesRebaselined, weeksDelay } from '#scorecard/milestone.ts';
import { answerOf, goldenOf, milestoneBoundaries, wirralMilestones } from '#test/scorecard/golden.ts';

const slug = (text: string): MilestoneStatus => text.toLowerCase().replace(' ', '-') as MilestoneStatus;
const titled = (colour: string): string => `${colour[0]?.toUpperCase()}${colour.slice(1)}`;
const rated = (row: { status: string; original: string; current: string }, asOf: string, quarterEnd: string): string =>
  titled(
    rateMilestone(
      { status: slug(row.status), originalDeadline: row.original, currentDeadline: row.current },
      { asOf, previousQuarterEnd: quarterEnd, windowDays: 35 },
    ).colour,
  );

describe('the fifteen milestones of the Wirral paper', () => {
  test.each(wirralMilestones)('$id as of 15 December 2023 is $rag, as printed', (row) =>
    expect(rated(row, '2023-12-15', previousQuarterEnd('2023-12-15'))).toBe(row.rag),
  );

  test.each(wirralMilestones)('$id has the printed weeks of delay, $weeksDelay', (row) =>
    expect(weeksDelay({ originalDeadline: row.original, currentDeadline: row.current }) ?? null).toBe(row.weeksDelay),
  );

  test('on the committee date ten are as printed, and these five are not', () => {
    const changed = wirralMilestones
      .map((row) => [row.id, row.rag, rated(row, '2024-01-25', previousQuarterEnd('2024-01-25'))])
      .filter(([, printed, now]) => printed !== now);
    expect(changed).toEqual([
      ['P1.1', 'Amber', 'Red'],
      ['P2.2', 'Amber', 'Red'],
      ['P3.2', 'Amber', 'Red'],
      ['P4.1', 'Amber', 'Red'],
      ['P4.2', 'Green', 'Amber'],
    ]);
  });
});

describe('the goldens', () => {
  const inputsOf = (inputs: Readonly<Record<string, unknown>>) => inputs as Record<string, string>;

  test.each(goldenOf('milestone_rag'))('$id', (golden) => {
    const { status = '', original = '', current = '', previous_quarter_end: end = '' } = inputsOf(golden.inputs);
    expect(rated({ status, original, current }, end, end)).toBe(answerOf(golden));
  });

  test.each(goldenOf('weeks_delay'))('$id', (golden) => {
    const { original = '', current = '' } = inputsOf(golden.inputs);
    expect(weeksDelay({ originalDeadline: original, currentDeadline: current }) ?? null).toBe(answerOf(golden));
  });

  test.each(goldenOf('status_rule'))('$id', (golden) => {
    const { original = '', current = '', status = '' } = inputsOf(golden.inputs);
    const reported = status === 'Complete' ? 'complete' : 'on-track';
    const derived = statusOf({ status: reported, originalDeadline: original, currentDeadline: current });
    expect(derived === 'delayed' ? 'Delayed' : 'not Delayed').toBe(answerOf(golden));
  });

  test.each(milestoneBoundaries)('$id: $description', (row) =>
    expect(rated({ ...row, original: row.current }, row.as_of, row.previous_quarter_end)).toBe(row.expected),
  );
});

describe('weeks of delay', () => {
  test.each([
    ['a day early', '2023-06-30', '2023-06-29', undefined],
    ['on the day', '2023-06-30', '2023-06-30', undefined],
    ['one day late is no whole week', '2023-06-30', '2023-07-01', 0],
    ['six days', '2023-06-30', '2023-07-06', 0],
    ['seven days', '2023-06-30', '2023-07-07', 1],
    ['seven days over the change of the clocks', '2023-10-27', '2023-11-03', 1],
  ])('%s', (_, originalDeadline, currentDeadline, weeks) =>
    expect(weeksDelay({ originalDeadline, currentDeadline })).toBe(weeks),
  );
});

describe('work without a deadline', () => {
  const moment = { asOf: '2024-01-25', previousQuarterEnd: '2023-12-31', windowDays: 35 };
  test.each([
    ['complete', {}, 'green', 'Green: the work is complete.'],
    ['delayed', {}, 'amber', 'Amber: the work is delayed. No deadline is set.'],
    ['on-track', {}, 'no-target', 'No colour: no deadline is set that the work could be judged by.'],
    ['not-known', {}, 'not-reported', 'No colour: how far the work has come is not known.'],
    [
      'not-known',
      { currentDeadline: '2023-06-30' },
      'not-reported',
      'No colour: how far the work has come is not known.',
    ],
    ['complete', { currentDeadline: '2023-06-30' }, 'green', 'Green: the work is complete.'],
    [
      'on-track',
      { currentDeadline: '2024-01-24' },
      'red',
      'Red: the deadline of 24 January 2024 passed before 25 January 2024 and the work is not complete.',
    ],
    ['delayed', { currentDeadline: '2024-06-30' }, 'amber', 'Amber: the work is delayed (deadline 30 June 2024).'],
    ['on-track', { currentDeadline: '2024-06-30' }, 'green', 'Green: the work is on track for 30 June 2024.'],
  ] as const)('%s %j', (status, dates, colour, reason) =>
    expect(rateMilestone({ status, ...dates }, moment)).toEqual({ colour, reason }),
  );

  test('has no weeks of delay, and is not delayed by a deadline that was set later', () => {
    const since = { currentDeadline: '2024-06-30' };
    expect([weeksDelay({}), weeksDelay(since)]).toEqual([undefined, undefined]);
    expect([statusOf({ status: 'on-track' }), statusOf({ status: 'on-track', ...since })]).toEqual([
      'on-track',
      'on-track',
    ]);
    expect(timesRebaselined(undefined, ['2024-06-30', '2024-06-30', '2024-09-30'])).toBe(1);
  });
});

describe('the reason', () => {
  const moment = { asOf: '2024-01-25', previousQuarterEnd: '2023-12-31', windowDays: 35 };
  test.each([
    ['complete', '2023-06-30', '2023-06-30', 'Green: the work is complete.'],
    [
      'delayed',
      '2023-08-31',
      '2023-12-31',
      'Red: the deadline of 31 December 2023 passed before 25 January 2024 and the work is not complete.',
    ],
    [
      'delayed',
      '2023-08-31',
      '2024-02-04',
      "Red: the deadline moved from 31 August 2023 to 4 February 2024, which is within 5 weeks of the quarter's end on 31 December 2023.",
    ],
    ['delayed', '2023-06-30', '2024-03-28', 'Amber: the deadline moved from 30 June 2023 to 28 March 2024.'],
    [
      'on-track',
      '2024-01-31',
      '2024-01-31',
      "Amber: the deadline of 31 January 2024 is within 5 weeks of the quarter's end on 31 December 2023.",
    ],
    ['on-track', '2024-03-31', '2024-03-31', 'Green: the work is on track for 31 March 2024.'],
    ['delayed', '2024-03-31', '2024-03-31', 'Amber: the work is delayed (deadline 31 March 2024).'],
  ] as const)('%s from %s to %s', (status, originalDeadline, currentDeadline, reason) =>
    expect(rateMilestone({ status, originalDeadline, currentDeadline }, moment).reason).toBe(reason),
  );

  test('prints a window that is no whole number of weeks in days', () => {
    const state = { status: 'on-track', originalDeadline: '2024-01-10', currentDeadline: '2024-01-10' } as const;
    const rating = rateMilestone(state, { ...moment, asOf: '2024-01-01', windowDays: 10 });
    expect(rating.reason).toContain("within 10 days of the quarter's end");
  });
});

test('a milestone was re-baselined as often as its current deadline moved', () => {
  expect(timesRebaselined('2023-06-30', [])).toBe(0);
  expect(timesRebaselined('2023-06-30', ['2023-06-30'])).toBe(0);
  expect(timesRebaselined('2023-06-30', ['2023-09-30', '2023-09-30', '2023-12-31'])).toBe(2);
  expect(timesRebaselined('2023-06-30', ['2023-09-30', '2023-06-30'])).toBe(2);
});
