import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { daysOf } from '#calendar/day.ts';
import { parsePeriod } from '#calendar/period.ts';
import { nothing } from '#metric/merge.ts';
import { assess } from '#scorecard/assess.ts';
import { checkOrganisationFile, checkSources } from '#scorecard/check.ts';
import { coverageOf } from '#scorecard/coverage.ts';
import { problemText } from '#scorecard/problem.ts';
import type { Formula, Organisation } from '#scorecard/schema.ts';
import { type Source, source } from '#scorecard/sourceSchema.ts';
import { answered, council, inputOf } from '#test/scorecard/council.ts';

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

/** What each source sent, by day; with calls on other days too, of which nobody knows the source. */
const coverageBy = (
  sources: readonly Source[],
  sent: Readonly<Record<string, readonly string[]>>,
  { value = calls, month = '2024-05', unknown = [] }: { value?: Formula; month?: string; unknown?: string[] } = {},
) => {
  const counts = Object.entries(sent).map(([id, days]) => [id, Object.fromEntries(days.map((day) => [day, 1]))]);
  const days = [...new Set([...Object.values(sent).flat(), ...unknown])];
  return coverageOf({ value }, parsePeriod(month), '2099-12-31', {
    calendar: { expected: { call: 'weekdays' }, sources },
    evidence: {
      until: new Date('2099-12-31'),
      partialOf: (stream) => ({
        ...nothing(stream),
        ...(stream === 'call' && { days, sources: Object.fromEntries(counts) }),
      }),
    },
  });
};

const sending = (id: string, calendar: Source['calendar'], types = ['contact.call.completed']): Source =>
  source.parse({ id, title: id.toUpperCase(), types, calendar });

describe('the days on which a source is expected to send', () => {
  type Hours = Extract<Source['calendar'], object>['hours'];
  const hours: Hours = { sat: ['09:00', '17:00'], sun: ['10:00', '16:00'] };
  const everyDay: Hours = { mon: ['09:00', '17:00'], ...hours };
  // May 2024: Mondays are 6, 13, 20 and 27, of which 6 and 27 are bank holidays; 4 Saturdays and 4 Sundays.
  test.each<[string, Source['calendar'], number | undefined]>([
    ['every day', 'every-day', 31],
    ['weekdays', 'weekdays', 23],
    ['working days', 'working-days', 21],
    ['days with opening hours', { hours }, 8],
    ['but for days that are closed', { hours, closed: ['2024-05-05'] }, 7],
    ['opening hours that keep bank holidays', { hours: everyDay, division: 'england-and-wales' }, 10],
    ['opening hours without bank holidays', { hours: everyDay }, 12],
    ['any day: nothing is claimed', 'any-day', undefined],
  ])('%s', (_, calendar, expectedDays) =>
    expect(coverageBy([sending('a', calendar)], {})?.expectedDays).toBe(expectedDays),
  );

  test('of days whose bank holidays are not known nothing is expected of opening hours', () => {
    const calendar: Source['calendar'] = { hours: { mon: ['09:00', '17:00'] }, division: 'scotland' };
    expect(coverageBy([sending('a', calendar)], {}, { month: '2012-05' })).toBeUndefined();
  });
});

describe('coverage by source', () => {
  const week = ['2024-05-13', '2024-05-14', '2024-05-15', '2024-05-16', '2024-05-17'];
  const [monday = '', ...others] = week;

  test('one that falls silent is missed, though another sends', () => {
    const sources = [sending('a', 'every-day'), sending('b', { hours: { mon: ['09:00', '17:00'] } })];
    expect(coverageBy(sources, { a: week, b: ['2024-05-06', '2024-05-20', '2024-05-27'] })?.sources).toEqual([
      expect.objectContaining({ source: 'a', title: 'A', expectedDays: 31, daysWithData: 5 }),
      { source: 'b', title: 'B', expectedDays: 4, daysWithData: 3, missing: [monday] },
    ]);
  });

  test('a day is covered when all that were expected sent', () => {
    const sources = [sending('a', 'weekdays'), sending('b', { hours: { tue: ['09:00', '17:00'] } })];
    const found = coverageBy(sources, { a: week, b: others });
    expect(found).toMatchObject({ expectedDays: 23, daysWithData: 5 });
    expect(coverageBy(sources, { a: week, b: [monday] })).toMatchObject({ daysWithData: 4 });
  });

  test.each<[string, readonly Source[], object]>([
    ['no calendar', [sending('a', undefined)], {}],
    ['a calendar of another stream', [sending('a', 'every-day', ['web.interaction'])], {}],
    ['days counted before sources were kept', [sending('a', 'every-day')], { unknown: ['2024-05-20'] }],
  ])('%s: the stream is expected as the organisation says', (_, sources, more) => {
    const found = coverageBy(sources, { a: week }, more);
    expect(found?.expectedDays).toBe(23);
    expect(found).not.toHaveProperty('sources');
  });

  test('a source that any day may be without is left out, and the stream is not expected in its place', () => {
    expect(coverageBy([sending('a', 'any-day'), sending('b', 'weekdays')], { b: week })).toMatchObject({
      daysWithData: 5,
      sources: [{ source: 'b' }],
    });
  });

  test('a source of two streams is missed when one of them is', () => {
    const sources = [sending('a', 'weekdays', ['contact.call.completed', 'contact.message.received', 'gauge.read'])];
    expect(coverageBy(sources, { a: week })?.sources).toMatchObject([{ daysWithData: 5 }]);
    expect(coverageBy(sources, { a: week }, { value: both })?.sources).toMatchObject([{ daysWithData: 0 }]);
  });

  test('from facts to the edition, by the source in the address', () => {
    const facts = [answered('2023-12-01', 5, {}), answered('2023-12-04', 5, {})].map((each, i) => ({
      ...each,
      source: i === 0 ? 'phone:desk-2' : 'app',
    }));
    const input = inputOf({ measure: { unit: 'count', value: { count: 'call' } }, facts, asOf: '2023-12-04' });
    const sources = [sending('phone', { hours: { fri: ['09:00', '17:00'], mon: ['09:00', '17:00'] } })];
    const [measure] = assess({ ...input, organisation: council, sources }).measures;
    expect(measure?.coverage?.sources).toEqual([
      expect.objectContaining({ source: 'phone', title: 'PHONE', expectedDays: 19, daysWithData: 1 }),
    ]);
    expect(measure?.coverage?.sources?.[0]?.missing).not.toContain('2023-12-01');
  });

  test('the guide’s example', () => {
    const guide = readFileSync('docs/scorecards.md', 'utf8');
    const text = /## Days that are covered[\s\S]*?```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
    const checked = checkSources('sources.yaml', text);
    if ('problems' in checked) throw new Error(checked.problems.map(problemText).join('\n'));
    const may = [...daysOf({ start: '2024-05-01', end: '2024-05-31' })];
    const weekend = may.filter((day) => day !== '2024-05-11');
    const found = coverageBy(checked.value, { telephony: may, 'weekend-line': weekend });
    expect(found).toEqual({
      expectedDays: 28,
      daysWithData: 27,
      missing: ['2024-05-11'],
      sources: [
        { source: 'telephony', title: 'Telephone system', expectedDays: 21, daysWithData: 21, missing: [] },
        { source: 'weekend-line', title: 'Weekend line', expectedDays: 7, daysWithData: 6, missing: ['2024-05-11'] },
      ],
    });
  });
});

describe('sources.yaml', () => {
  const problems = (line: string) => {
    const checked = checkSources('sources.yaml', `sources:\n  - { id: a, ${line} }\n`);
    return 'problems' in checked ? checked.problems.map(problemText).join('\n') : '';
  };
  const types = 'types: [contact.call.completed]';

  test.each([
    `${types}, calendar: weekdays`,
    `${types}, calendar: { hours: { mon: ['09:00', '17:00'] }, division: scotland, closed: [2024-12-24] }`,
  ])('may say %s', (line) => expect(problems(line)).toBe(''));

  test.each([
    [
      `${types}, calendar: week-days`,
      'sources[0].calendar: must be every-day, weekdays, working-days, any-day or opening hours',
    ],
    [
      `${types}, calendar: { hours: { mon: ['17:00', '09:00'] } }`,
      'sources[0].calendar.hours: mon opens at 17:00 and closes at 09:00',
    ],
    [`${types}, calendar: { hours: {} }`, 'opening hours must open on some day; write { mon:'],
    ['calendar: weekdays', 'nothing says what it sends on those days; add types: [contact.call.completed'],
    [
      'types: [gauge.read, measure.recorded], calendar: weekdays',
      'nothing that it sends is expected day by day; remove it',
    ],
  ])('may not say %s', (line, problem) => expect(problems(line)).toContain(problem));
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
