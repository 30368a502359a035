import { describe, expect, test } from '@jest/globals';
import { parsePeriod } from '#calendar/period.ts';
import { explain } from '#scorecard/explain.ts';
import { formulaInWords } from '#scorecard/formulaInWords.ts';
import { formula } from '#scorecard/formulaSchema.ts';
import { scorecardFindings } from '#scorecard/rules.ts';
import { organisation } from '#scorecard/schema.ts';
import { council, editionOf, fact, inputOf } from '#test/scorecard/council.ts';

const town = organisation.parse({ ...council, dimensions: { kind: ['outage', 'maintenance'] } });
let cases = 0;

const down = (site: string, opened: string, closed?: string, kind = 'outage') => {
  cases += 1;
  const subject = `case ${cases}`;
  const step = (name: 'opened' | 'closed', at: string) =>
    fact(`case.${name}`, at.slice(0, 10), { caseId: subject, kind, site, at }, { subject, time: at });
  return [step('opened', opened), ...(closed === undefined ? [] : [step('closed', closed)])];
};
const sites = (day: string, value: number) => fact('gauge.read', day, { gauge: 'sites', value });
const formulaOf = (more: object = {}) => ({
  availability: { of: 'case', where: { kind: 'outage' }, each: 'site', number: 2, ...more },
});
const measure = { unit: 'percent', from: '2022-23-q1', value: formulaOf() };
const figure = (given: Omit<Parameters<typeof editionOf>[0], 'organisation'>) => {
  const [found] = editionOf({ measure, ...given, organisation: town }).measures;
  const { value, numerator, denominator, notPublishedReason, status } = found ?? {};
  return { value, numerator, denominator, notPublishedReason, status };
};

// October to December 2023: 92 days, and the hour that the clocks went back. Two sites.
const minutes = 92 * 1440 + 60;
const less = (lost: number) => ({
  value: (100 * (2 * minutes - lost)) / (2 * minutes),
  numerator: 2 * minutes - lost,
  denominator: 2 * minutes,
});

describe('a quarter of two sites', () => {
  test.each([
    ['nothing happened', [], { value: 100, numerator: 2 * minutes, denominator: 2 * minutes }],
    ['an hour', down('a', '2023-11-01T09:00:00.000Z', '2023-11-01T10:00:00.000Z'), less(60)],
    ['over two days', down('a', '2023-11-01T23:30:00.000Z', '2023-11-02T00:30:00.000Z'), less(60)],
    [
      'from the quarter before, in summer time',
      down('a', '2023-09-30T22:00:00.000Z', '2023-09-30T23:10:00.000Z'),
      less(10),
    ],
    ['into the next', down('a', '2023-12-31T23:50:00.000Z', '2024-01-02T00:00:00.000Z'), less(10)],
    ['still open as of 25 January', down('a', '2023-12-31T23:00:00.000Z'), less(60)],
    [
      'two at one time in one site',
      [
        ...down('a', '2023-11-01T09:00:00.000Z', '2023-11-01T10:00:00.000Z'),
        ...down('a', '2023-11-01T09:30:00.000Z', '2023-11-01T10:30:00.000Z'),
      ],
      less(90),
    ],
    [
      'two at one time in two sites',
      [
        ...down('a', '2023-11-01T09:00:00.000Z', '2023-11-01T10:00:00.000Z'),
        ...down('b', '2023-11-01T09:30:00.000Z', '2023-11-01T10:30:00.000Z'),
      ],
      less(120),
    ],
    ['planned work', down('a', '2023-11-01T09:00:00.000Z', '2023-11-01T10:00:00.000Z', 'maintenance'), less(0)],
  ])('%s', (_, facts, expected) => expect(figure({ facts })).toMatchObject(expected));

  test('of a period that is not over only the part that is', () => {
    const facts = down('a', '2024-01-24T00:00:00.000Z');
    const given = { facts, period: '2023-24-q4' };
    const soFar = 2 * 25 * 1440;
    expect(figure(given)).toMatchObject({ numerator: soFar - 2 * 1440, denominator: soFar, status: 'provisional' });
  });

  test('as of an earlier day nobody knew when it would end', () => {
    const facts = down('a', '2023-12-30T00:00:00.000Z', '2024-01-10T00:00:00.000Z');
    expect(figure({ facts, asOf: '2023-12-31' })).toMatchObject(less(2 * 1440));
  });

  test.each([
    ['before outages were sent', { period: '2021-22-q4', asOf: '2022-04-01' }, 'the formula begins with'],
    [
      'more sites down than there are',
      { facts: ['a', 'b', 'c'].flatMap((site) => down(site, '2023-11-01T09:00:00.000Z')) },
      'There are 2, but 3 were down.',
    ],
    [
      'nobody counted the sites',
      { measure: { ...measure, value: formulaOf({ number: { latest: 'gauge.value', where: { gauge: 'sites' } } }) } },
      'No reading is known of how many there are.',
    ],
  ])('%s', (_, given, reason) => {
    expect(figure(given)).toMatchObject({ value: undefined, notPublishedReason: expect.stringContaining(reason) });
  });

  test('as many sites as were last counted, of this quarter or an earlier one', () => {
    const value = formulaOf({ number: { latest: 'gauge.value', where: { gauge: 'sites' } } });
    const facts = [sites('2023-03-31', 10), sites('2023-09-30', 4), sites('2024-01-10', 99)];
    expect(figure({ measure: { ...measure, value }, facts })).toMatchObject({ value: 100, denominator: 4 * minutes });
  });

  test('as many as another measure says', () => {
    const value = formulaOf({ number: { measure: 'sites' } });
    const count = { id: 'sites', unit: 'count', value: { latest: 'gauge.value', where: { gauge: 'sites' } } };
    const given = { measures: [{ ...measure, value }, count], facts: [sites('2023-11-01', 3)] };
    expect(figure(given)).toMatchObject({ value: 100, denominator: 3 * minutes });
  });

  test('one thing where nothing is told apart: applications, with no incident', () => {
    const value = { availability: { of: 'case', where: { kind: 'outage' } } };
    expect(figure({ measure: { ...measure, value } })).toMatchObject({ value: 100, denominator: minutes });
  });

  test('cut by site, each by itself; what was never down is not named', () => {
    const facts = down('a', '2023-11-01T09:00:00.000Z', '2023-11-01T10:00:00.000Z');
    const [found] = editionOf({ measure: { ...measure, cuts: ['site'] }, facts, organisation: town }).measures;
    expect(found?.cuts).toEqual([
      { by: 'site', rows: [{ name: 'a', value: (100 * (minutes - 60)) / minutes, denominator: minutes }] },
    ]);
  });

  test('explained day by day, with an outage that began before', () => {
    const facts = down('a', '2023-09-30T12:00:00.000Z', '2023-10-02T00:00:00.000Z');
    const input = inputOf({ measure, facts, organisation: town });
    const { byDay, totals } = explain({ ...input, measure: 'm', period: parsePeriod('2023-24-q3') });
    expect(totals).toEqual({ of: 2 * minutes - 1500, over: 2 * minutes });
    // London midnight is 23:00 in summer: all of 1 October, and an hour of the 2nd.
    expect(byDay.slice(0, 3).map(({ day, of, over }) => [day, of, over])).toEqual([
      ['2023-10-01', 1440, 2880],
      ['2023-10-02', 2820, 2880],
      ['2023-10-03', 2880, 2880],
    ]);
    expect(byDay).toHaveLength(92);
  });
});

describe('what check says', () => {
  const told = (more: object) =>
    scorecardFindings(inputOf({ measure: { ...measure, ...more }, organisation: town }).scorecard, town).map(
      ({ path, message, mend }) => `${path.slice(4).join('.')}: ${message}; ${mend}`,
    );
  test.each<[string, object, readonly string[]]>([
    ['all is well', { cuts: ['site'] }, []],
    [
      'no beginning',
      { from: undefined },
      [
        'value.availability: a period without outages is published as 100%, so it must be known when they began to be sent; write from: and the first whole period',
      ],
    ],
    [
      'a unit',
      { unit: 'minutes' },
      [
        'unit: this formula cannot come out in minutes; a part of a whole is published as 0 to 100: write unit: percent',
      ],
    ],
    [
      'a kind that is not listed',
      { value: formulaOf({ where: { kind: 'outages' } }) },
      [
        'value.availability.where.kind: kind of case is never "outages"; the nearest is "outage"; or list it under dimensions.kind in organisation.yaml',
      ],
    ],
    [
      'something that cases have not',
      { value: formulaOf({ each: 'queue' }) },
      [
        'value.availability: durations of case are not kept by queue; they are by kind, service, stage, outcome, site, acknowledged, extended, responded, closed and escalated',
      ],
    ],
    [
      'a cut by something else',
      { cuts: ['service'] },
      ['cuts.0: time is cut only by what goes down; write site, or remove it'],
    ],
    [
      'a size that is no reading',
      { value: formulaOf({ number: { latest: 'call.waitSeconds' } }) },
      [
        'value.availability.number.latest: only readings of gauges have a latest; write latest: gauge.value, with where: { gauge: … }',
      ],
    ],
    [
      'a size that is no measure',
      { value: formulaOf({ number: { measure: 'sites' } }) },
      [expect.stringContaining('value.availability.number.measure: ') as unknown as string],
    ],
  ])('%s', (_, more, expected) => expect(told(more)).toEqual(expected));

  test.each([{ each: 'site' }, { number: 4 }])('%j alone', (half) => {
    const { success, error } = formula.safeParse({ availability: { of: 'case', ...half } });
    expect(success).toBe(false);
    expect(JSON.stringify(error)).toContain('needs each and number together');
  });
});

test.each([
  [
    {},
    'Percentage of the time, day and night, of 2 sites, less that in which cases where kind is outage were open; several at one site at a time count once.',
  ],
  [
    { each: undefined, number: undefined },
    'Percentage of the time, day and night, less that in which cases where kind is outage were open.',
  ],
  [
    { number: { measure: 'sites' } },
    'Percentage of the time, day and night, of as many sites as “sites”, less that in which cases where kind is outage were open; several at one site at a time count once.',
  ],
  [
    { number: { latest: 'gauge.value', where: { gauge: 'sites' } } },
    'Percentage of the time, day and night, of as many sites as the last value of readings where gauge is sites, less that in which cases where kind is outage were open; several at one site at a time count once.',
  ],
])('%j in words', (more, words) => expect(formulaInWords(formula.parse(formulaOf(more)), 'percent')).toBe(words));
