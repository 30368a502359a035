import { describe, expect, test } from '@jest/globals';
import { isDue } from '#local/schedule.ts';

const nightly = {
  ScheduleExpression: 'cron(0 2 * * ? *)',
  ScheduleExpressionTimezone: 'Europe/London',
  Target: { Arn: '' },
};

describe('two in London', () => {
  const due = isDue(nightly);
  test.each([
    ['in winter it is 02:00 UTC', '2024-01-25T01:59:50Z', '2024-01-25T02:00:10Z', true],
    ['in summer it is 01:00 UTC', '2024-07-25T00:59:50Z', '2024-07-25T01:00:10Z', true],
    ['and not 02:00 UTC', '2024-07-25T01:59:50Z', '2024-07-25T02:00:10Z', false],
    ['on the stroke', '2024-01-25T01:59:50Z', '2024-01-25T02:00:00Z', true],
    ['once only', '2024-01-25T02:00:00Z', '2024-01-25T02:00:20Z', false],
    ['made up for after a sleep', '2024-01-25T00:00:00Z', '2024-01-25T08:30:00Z', true],
    ['the night when clocks go forward, from 01:00 to 02:00', '2024-03-31T00:59:50Z', '2024-03-31T01:00:10Z', true],
    ['the night when clocks go back', '2024-10-27T01:59:50Z', '2024-10-27T02:00:10Z', true],
    ['and not an hour earlier', '2024-10-27T00:59:50Z', '2024-10-27T01:00:10Z', false],
  ])('%s', (_, after, until, expected) => {
    expect(due(new Date(after), new Date(until))).toBe(expected);
  });
});

test('a schedule that is no cron expression stops the run', () => {
  expect(() => isDue({ ...nightly, ScheduleExpression: 'rate(1 day)' })).toThrow(/rate\(1 day\)/);
});
