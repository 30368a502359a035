import { describe, expect, test } from '@jest/globals';
import { parsePeriod } from '#calendar/period.ts';
import { nothing } from '#metric/merge.ts';
import { checkOrganisationFile } from '#scorecard/check.ts';
import { coverageOf } from '#scorecard/coverage.ts';
import { problemText } from '#scorecard/problem.ts';
import type { Formula, Organisation } from '#scorecard/schema.ts';

type Calendar = Pick<Organisation, 'expected' | 'division'>;

const calls: Formula = { count: 'call' };
const both: Formula = { ratio: { of: { count: 'message' }, over: { count: 'call' } } };

/** With calls on these days, and no messages. */
const coverage = (value: Formula, month: string, calendar: Calendar, days: readonly string[] = []) =>
  coverageOf({ value }, parsePeriod(month), '2099-12-31', {
    calendar,
    evidence: {
      until: new Date('2099-12-31'),
      partialOf: (stream) => ({ ...nothing(stream), days: stream === 'call' ? days : [] }),
    },
  });

describe('the days on which something is expected', () => {
  // May 2024: 31 days, 23 weekdays, two bank holidays. January 2024: 23 weekdays; Scotland rests on 2 January too.
  test.each<[string, Calendar, string, number | undefined]>([
    ['every day', { expected: {} }, '2024-05', 31],
    ['every day, said', { expected: { call: 'every-day' } }, '2024-05', 31],
    ['weekdays', { expected: { call: 'weekdays' } }, '2024-05', 23],
    ['working days', { expected: { call: 'working-days' } }, '2024-05', 21],
    ['working days of England and Wales', { expected: { call: 'working-days' } }, '2024-01', 22],
    ['working days of Scotland', { expected: { call: 'working-days' }, division: 'scotland' }, '2024-01', 21],
    ['any day: nothing is claimed', { expected: { call: 'any-day' } }, '2024-05', undefined],
    [
      'working days of a year whose bank holidays are not known',
      { expected: { call: 'working-days' } },
      '2012-05',
      undefined,
    ],
  ])('%s', (_, calendar, month, expectedDays) => {
    expect(coverage(calls, month, calendar)?.expectedDays).toBe(expectedDays);
  });

  test('a bank holiday is not missed', () => {
    const days = [...Array(31).keys()].map((i) => `2024-05-${String(i + 1).padStart(2, '0')}`);
    const open = days.filter((day) => !['2024-05-06', '2024-05-08', '2024-05-27'].includes(day));
    expect(coverage(calls, '2024-05', { expected: { call: 'working-days' } }, open)).toEqual({
      expectedDays: 21,
      daysWithData: 20,
      missing: ['2024-05-08'],
    });
  });

  test('a stream that any day may be without is left out of a measure of two', () => {
    const calendar: Calendar = { expected: { message: 'any-day', call: 'weekdays' } };
    expect(coverage(both, '2024-05', calendar, ['2024-05-01'])).toMatchObject({ expectedDays: 23, daysWithData: 1 });
    expect(coverage(both, '2024-05', { expected: { call: 'weekdays' } }, ['2024-05-01'])).toMatchObject({
      expectedDays: 31,
      daysWithData: 0,
    });
  });
});

describe('organisation.yaml', () => {
  const problems = (line: string) => {
    const text = `id: example\nname: Example\ndimensions: { network: [facebook, x] }\n${line}\n`;
    const checked = checkOrganisationFile('scorecards/example/organisation.yaml', text);
    return 'problems' in checked ? checked.problems.map(problemText) : [];
  };

  test.each(['repliesUnseen: [facebook, webchat]', 'division: scotland', 'expected: { message: any-day }'])(
    'may say %s',
    (line) => expect(problems(line)).toEqual([]),
  );

  test.each([
    ['repliesUnseen: [nextdoor]', '"nextdoor" is neither a channel nor a network that is listed'],
    ['repliesUnseen: [facebok]', 'did you mean "facebook"?'],
    ['division: wales', '"wales" is not allowed here'],
    ['expected: { call: working-day }', 'did you mean "working-days"?'],
  ])('may not say %s', (line, problem) => expect(problems(line).join('\n')).toContain(problem));
});
