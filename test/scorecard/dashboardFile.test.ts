import { describe, expect, test } from '@jest/globals';
import { checkDashboard, checkOrganisation } from '#scorecard/check.ts';
import { addsUp } from '#scorecard/dashboardRules.ts';
import { scorecard } from '#scorecard/schema.ts';

const measure = (id: string, more = {}) => ({
  id,
  title: id,
  unit: 'count',
  polarity: 'none',
  frequency: 'month',
  value: { recorded: true },
  ...more,
});

const calls = scorecard.parse({
  id: 'calls',
  title: 'Calls',
  groups: [
    {
      id: 'phone',
      title: 'Phone',
      measures: [
        measure('answered'),
        measure('waiting', { unit: 'seconds' }),
        measure('followers', { accumulation: 'point-in-time' }),
        measure('satisfied', { frequency: 'quarter', unit: 'percent' }),
      ],
    },
  ],
});

const file = 'scorecards/x/dashboards/months.yaml';
const text = `id: months
title: Months
scorecard: calls
sections:
  - id: all
    title: All
    measures: [answered, waiting]
totals: [answered]
`;
const check = (changed: string, at = file) => checkDashboard(at, changed, [calls]);
const problemsOf = (changed: string, at = file) => {
  const checked = check(changed, at);
  return 'problems' in checked ? checked.problems : [];
};

describe('a dashboard', () => {
  test('has its defaults filled in', () =>
    expect(check(text)).toEqual({
      value: {
        id: 'months',
        title: 'Months',
        scorecard: 'calls',
        sections: [{ id: 'all', title: 'All', page: false, headline: false, measures: ['answered', 'waiting'] }],
        totals: ['answered'],
      },
    }));

  test.each([
    ['a measure that there is not', 'answered, waiting', 'answred', 7, 16, 'there is no measure "answred"', 'answered'],
    ['a measure of quarters', 'answered, waiting', 'answered, satisfied', 7, 26, 'one figure a quarter', 'month'],
    ['another scorecard', 'scorecard: calls', 'scorecard: call', 3, 12, 'there is no scorecard "call"', 'calls'],
    ['a mean to add up', 'totals: [answered]', 'totals: [waiting]', 8, 10, 'do not add up to a year', 'remove it'],
    [
      'what it does not show to add up',
      'totals: [answered]',
      'totals: [followers]',
      8,
      10,
      'is in no section',
      'add it',
    ],
    ['a total twice', 'totals: [answered]', 'totals: [answered, answered]', 8, 20, 'stands twice', 'remove one'],
    ['a total that there is not', 'totals: [answered]', 'totals: [answerd]', 8, 10, 'no measure "answerd"', 'answered'],
    ['another name than its file', 'id: months', 'id: month', 1, 5, 'is not the name of the file', 'month.yaml'],
    ['a key that is none', 'totals:', 'total:', 8, 1, 'total', 'totals'],
    ['no section', /sections:[\s\S]*/, 'sections: []', 4, 11, 'must not be empty', ''],
  ] as const)('is refused with %s, at its place', (_, from, to, line, column, message, mend) => {
    const [problem] = problemsOf(text.replace(from, to));
    expect(problem).toMatchObject({ file, line, column });
    expect(`${problem?.path} ${problem?.message}`).toContain(message);
    expect(problem?.mend).toContain(mend);
  });

  test('is refused with two sections of one id', () => {
    const section = '  - { id: all, title: More, measures: [followers] }\n';
    const [problem] = problemsOf(text.replace('totals:', `${section}totals:`));
    expect(problem).toMatchObject({ line: 8, message: 'the section "all" stands twice' });
  });

  test('names every fault at once', () =>
    expect(problemsOf(text.replace('answered, waiting', 'a, b, c'))).toHaveLength(4));
});

describe('months make a year', () => {
  test.each([
    ['of what was counted', { value: { count: 'call' }, unit: 'count' }, true],
    ['of what was added', { value: { sum: 'transaction.amountPence' }, unit: 'pounds' }, true],
    ['of a count that was typed in', { value: { recorded: true }, unit: 'count' }, true],
    ['not of a typed-in reading', { value: { recorded: true }, unit: 'count', accumulation: 'point-in-time' }, false],
    ['not of the year so far', { value: { recorded: true }, unit: 'count', accumulation: 'year-to-date' }, false],
    ['not of a percentage', { value: { recorded: true }, unit: 'percent' }, false],
    ['not of different people', { value: { distinct: 'web.visitorKey' }, unit: 'count' }, false],
    ['not of a mean', { value: { mean: 'transaction.amountPence' }, unit: 'pounds' }, false],
    ['not of a reading', { value: { latest: 'gauge.value' }, unit: 'count' }, false],
  ])('%s', (_, of, expected) => expect(addsUp(of as never)).toBe(expected));
});

describe('an organisation', () => {
  const files = {
    'scorecards/x/organisation.yaml': 'id: x\nname: X\n',
    'scorecards/x/sources.yaml': 'sources:\n  - { id: default, title: Default, trust: figures }\n',
    [file]: text,
  };
  test('whose scorecard is missing says so at the dashboard', () => {
    const checked = checkOrganisation(files);
    const problems = 'problems' in checked ? checked.problems : [];
    expect(problems.filter((problem) => problem.file === file)).toMatchObject([
      { message: 'there is no scorecard "calls"', mend: 'there is none yet' },
    ]);
  });
});
