import { describe, expect, test } from '@jest/globals';
import { checkOrganisation, checkScorecard } from '#scorecard/check.ts';
import { pathText } from '#scorecard/problem.ts';
import { scorecard } from '#scorecard/schema.ts';
import { scorecardWarnings } from '#scorecard/warnings.ts';

const usual = { title: 'M', unit: 'percent', polarity: 'higher', frequency: 'quarter', value: { recorded: true } };
const warned = (measures: readonly object[], today?: string): string[] => {
  const all = measures.map((each, i) => ({ ...usual, id: `m${i}`, ...each }));
  const parsed = scorecard.parse({ id: 's', title: 'S', groups: [{ id: 'g', title: 'G', measures: all }] });
  return scorecardWarnings(parsed, today).map(({ path, message }) => `${pathText(path)}: ${message}`);
};
const place = 'groups[0].measures[0]';

describe('a target that runs out', () => {
  const target = { '2023-24': 80 };
  test.each([
    ['61 days before', '2024-01-31', undefined], // 2024 has a 29 February: 1 April is 61 days on
    ['60 days before', '2024-02-01', 'Q1 2024–25, which begins on 1 April 2024'],
    ['the day before', '2024-03-31', 'Q1 2024–25, which begins on 1 April 2024'],
    ['on the day', '2024-04-01', 'Q1 2024–25, which began on 1 April 2024'],
    ['while that quarter lasts', '2024-06-30', 'Q1 2024–25, which began on 1 April 2024'],
    ['once it is long past, no more', '2024-07-01', undefined],
    ['no day handed in', undefined, undefined],
  ])('%s', (_, today, period) =>
    expect(warned([{ target }], today)).toEqual(period ? [`${place}.target: there is no target for ${period}`] : []),
  );

  test.each([
    ['one number for all', { target: 80 }],
    [
      'a path, which holds on',
      { target: { path: 'steps', from: { period: '2022-23', value: 1 }, to: { period: '2023-24', value: 2 } } },
    ],
    ['left blank on purpose', { target: { '2023-24': 80, '2024-25-q1': null } }],
    ['none at all', {}],
    [
      'an earlier figure in its place',
      { target, versions: [{ from: '2024-25-q1', note: 'x', rating: { against: 'previous-period' } }] },
    ],
    ['a version that goes on', { target, versions: [{ from: '2024-25-q1', note: 'x', target: 85 }] }],
  ])('%s: nothing to say', (_, over) => expect(warned([over], '2024-03-31')).toEqual([]));

  test('of a version is said at that version', () => {
    const versions = [{ from: '2023-24-q1', note: 'The first.', target }];
    expect(warned([{ versions }], '2024-02-01')).toEqual([
      `${place}.versions[0].target: there is no target for Q1 2024–25, which begins on 1 April 2024`,
    ]);
    expect(warned([{ versions }], '2024-01-31')).toEqual([]);
  });

  test('of a year is said before the year begins', () =>
    expect(warned([{ frequency: 'year', target }], '2024-02-01')).toEqual([
      `${place}.target: there is no target for 2024–25, which begins on 1 April 2024`,
    ]));
});

describe('titles', () => {
  test.each([
    [
      'Complaints answered in time (%)',
      { unit: 'count' },
      'unit: the title speaks of a percentage, and the unit is count',
    ],
    [
      'Percentage of calls answered',
      { unit: 'count' },
      'unit: the title speaks of a percentage, and the unit is count',
    ],
    ['Number of customers online', {}, 'unit: the title speaks of a number, and the unit is percent'],
    ['Complaints answered within 15 days', {}, 'title: nothing says by which clock the limit is counted'],
    ['Complaints addressed within the 15d timescale', {}, 'title: nothing says by which clock the limit is counted'],
    ['Emails within 24 hours', {}, 'title: nothing says by which clock the limit is counted'],
  ])('%s', (title, over, line) => expect(warned([{ title, ...over }])).toEqual([`${place}.${line}`]));

  test.each([
    ['Percentage of calls answered', {}],
    ['Number of calls', { unit: 'count', polarity: 'none' }],
    ['Complaints answered within 20 working days', {}],
    ['Complaints answered within 15 days', { definition: 'In calendar days.' }],
    ['Calls answered within 80 seconds', { value: { share: 'call', where: { waitSeconds: { atMost: 80 } } } }],
  ])('%s: nothing to say', (title, over) => expect(warned([{ title, ...over }])).toEqual([]));
});

test('more of one demand is better and less of another', () => {
  const calls = { title: 'Phone calls', unit: 'count', polarity: 'lower' };
  const messages = { title: 'Inbound social messages', unit: 'count' };
  expect(warned([calls, messages])).toEqual([
    'groups[0].measures[1].polarity: more demand is called better here, and worse of "Phone calls"',
  ]);
  expect(warned([calls, { ...messages, polarity: 'none' }])).toEqual([]);
  expect(warned([calls, { ...messages, title: 'Messages answered' }])).toEqual([]);
});

test.each([
  ['higher', 98, ['the target of 98 is worse than the baseline of 99.3']],
  ['lower', 99.4, ['the target of 99.4 is worse than the baseline of 99.3']],
  ['higher', 99.3, []],
] as const)('polarity %s, target %d', (polarity, target, messages) => {
  const measure = { polarity, target, compare: 'baseline', baseline: { period: '2017-18', value: 99.3 } };
  expect(warned([measure])).toEqual(messages.map((message) => `${place}.target: ${message}`));
});

test("a quarter's total and a year's target, until the file says what is meant", () => {
  const measure = { unit: 'count', value: { count: 'call' }, target: { '2023-24': 80 } };
  expect(warned([measure])).toEqual([
    `${place}.target: a total of a quarter will not be judged by the target of 2023-24`,
  ]);
  expect(warned([{ ...measure, annual: 'not-judged' }])).toEqual([]);
});

test('is no problem, and has its place in the file', () => {
  const yaml = `id: s
title: S
groups:
  - id: g
    title: G
    measures:
      - { id: m, title: Calls (%), unit: count, polarity: none, frequency: quarter, value: { recorded: true } }
`;
  expect(checkScorecard('s.yaml', yaml)).toMatchObject({
    value: { id: 's' },
    warnings: [{ file: 's.yaml', line: 7, path: 'groups[0].measures[0].unit' }],
  });
});

test.each([
  ['well before the list of bank holidays ends', '2028-07-03', []],
  ['half a year before', '2028-07-04', ['The bank holidays of Scotland are known only until 2028-12-31']],
])('%s, %s', (_, today, said) => {
  const files = {
    'town/organisation.yaml': 'id: town\nname: Town\ndivision: scotland\n',
    'town/sources.yaml': 'sources:\n  - id: phones\n',
  };
  const checked = checkOrganisation(files, today);
  const warnings = 'warnings' in checked ? checked.warnings : [];
  expect(warnings.map(({ message }) => message.split(',')[0])).toEqual(said);
});
