import { describe, expect, test } from '@jest/globals';
import { measureFindings } from '#scorecard/measureRules.ts';
import { pathText } from '#scorecard/problem.ts';
import { measure } from '#scorecard/schema.ts';

const told = (over: object): string[] => {
  const usual = {
    id: 'm',
    title: 'M',
    unit: 'count',
    polarity: 'higher',
    frequency: 'quarter',
    value: { recorded: true },
  };
  return measureFindings(measure.parse({ ...usual, ...over }), undefined).map(
    ({ path, message }) => `${pathText(path)}: ${message}`,
  );
};
const bands = (green: object, amber?: object) => ({ rating: { bands: { green, amber } } });
const band = { polarity: 'band' };
const lower = { polarity: 'lower' };

describe('bands without a gap and without an overlap', () => {
  test.each([
    ['higher', bands({ atLeast: 80 }, { atLeast: 75 })],
    ['higher, amber up to green', bands({ atLeast: 80 }, { atLeast: 75, below: 80 })],
    ['higher, green above a number', bands({ above: 80 }, { atLeast: 75, atMost: 80 })],
    ['higher, amber is the limit alone', bands({ above: 80 }, { atLeast: 80 })],
    ['lower', { ...lower, ...bands({ atMost: 5 }, { above: 5, below: 8 }) }],
    ['a band', { ...band, ...bands({ atLeast: 18, atMost: 22 }, { atLeast: 16, atMost: 24 }) }],
    ['a band, amber below only', { ...band, ...bands({ atLeast: 18, atMost: 22 }, { atLeast: 16, atMost: 22 }) }],
    ['no amber', bands({ atLeast: 80 })],
    ['a target inside green', { target: 80, ...bands({ atLeast: 80 }) }],
  ])('%s: in order', (_, over) => expect(told(over)).toEqual([]));

  const amber = 'rating.bands.amber';
  test.each([
    [
      'a gap',
      bands({ atLeast: 80 }, { atLeast: 75, atMost: 79 }),
      `${amber}: there is a gap between 79 and 80: what lies in it would be red`,
    ],
    [
      'an overlap at the limit',
      bands({ atLeast: 80 }, { atLeast: 75, atMost: 80 }),
      `${amber}: amber and green do not end at one point: 80 and 80`,
    ],
    [
      'an overlap beyond the limit',
      bands({ atLeast: 80 }, { atLeast: 75, below: 82 }),
      `${amber}: amber and green do not end at one point: 82 and 80`,
    ],
    [
      'a gap below',
      { ...lower, ...bands({ atMost: 5 }, { atLeast: 6, atMost: 8 }) },
      `${amber}: there is a gap between 6 and 5: what lies in it would be red`,
    ],
    [
      'the limit in neither',
      bands({ above: 80 }, { atLeast: 75, below: 80 }),
      `${amber}: amber and green do not end at one point: 80 and 80`,
    ],
    [
      'amber inside green',
      bands({ atLeast: 80 }, { atLeast: 85 }),
      `${amber}: amber ends at 85, inside green, which ends at 80`,
    ],
    [
      'amber where green is',
      bands({ atLeast: 80 }, { atLeast: 80 }),
      `${amber}: amber ends at 80, inside green, which ends at 80`,
    ],
    ['amber of the other side only', bands({ atLeast: 80 }, { below: 80 }), `${amber}: nothing says where amber ends`],
    [
      'amber inside a band',
      { ...band, ...bands({ atLeast: 18, atMost: 22 }, { atLeast: 19, atMost: 24 }) },
      `${amber}: amber ends at 19, inside green, which ends at 18`,
    ],
    [
      'amber open on one side of a band',
      { ...band, ...bands({ atLeast: 18, atMost: 22 }, { atLeast: 16 }) },
      `${amber}: nothing says where amber ends on one side`,
    ],
    [
      'green open where higher is better',
      bands({ atMost: 80 }),
      'rating.bands.green: with polarity higher green needs a limit',
      'rating.bands.green: with polarity higher what is above green would be red',
    ],
    [
      'a band open on one side',
      { ...band, ...bands({ atLeast: 18 }) },
      'rating.bands.green: with polarity band green needs a limit',
    ],
    [
      'an empty band',
      { ...band, ...bands({ atLeast: 22, atMost: 18 }) },
      'rating.bands.green: from 22 to 18 there is nothing',
    ],
    [
      'one side twice',
      bands({ atLeast: 80, above: 79 }),
      'rating.bands.green: atLeast and above say the same side twice',
    ],
    [
      'no polarity',
      { polarity: 'none', ...bands({ atLeast: 80 }) },
      'rating.bands: no colour is possible with polarity none',
    ],
    [
      'a target outside green',
      { target: 78, ...bands({ atLeast: 80 }) },
      'target: a figure of 78 would meet the target and not be green',
    ],
    [
      'two ways of saying amber',
      { target: 80, rating: { amber: { within: 5, of: 'target', unit: 'points' }, bands: { green: { atLeast: 80 } } } },
      'rating: amber is said twice, by a tolerance and by bands',
    ],
  ])('%s: refused', (_, over, ...lines) => expect(told(over)).toEqual(lines));
});

describe('targets', () => {
  const path = (from: string, to: string, more: object = {}) => ({
    target: { path: 'steps', from: { period: from, value: 1 }, to: { period: to, value: 2 }, ...more },
  });
  test.each([
    ['a band', { ...band, target: { from: 18, to: 22 } }],
    ['a band for each year', { ...band, target: { '2023-24': { from: 18, to: 22 }, '2024-25': null } }],
    ['a path by years for quarters', path('2017-18', '2022-23')],
    ['to maintain the baseline', { target: { maintain: 'baseline' }, baseline: { period: '2018-19-q1' } }],
    ["a year's target for a quarter's total", { value: { count: 'call' }, target: { '2023-24': 80 } }],
  ])('%s: in order', (_, over) => expect(told(over)).toEqual([]));

  test.each([
    [
      'one number for a band',
      { ...band, target: 20 },
      'target: with polarity band one number does not say where the band ends',
    ],
    [
      'a band where higher is better',
      { target: { from: 18, to: 22 } },
      'target: with polarity higher a target has one end',
    ],
    [
      'a band of one year',
      { target: { '2023-24': { from: 1, to: 2 } } },
      'target.2023-24: with polarity higher a target has one end',
    ],
    ['an empty band', { ...band, target: { from: 22, to: 18 } }, 'target: the band from 22 to 18 is empty'],
    ['a path backwards', path('2022-23', '2017-18'), 'target.to.period: it is not after 2022-23'],
    [
      'a path over two lengths',
      path('2017-18', '2022-23-q1'),
      'target.to.period: 2017-18 and 2022-23-q1 are not of one length',
    ],
    [
      'a bend outside the path',
      path('2017-18', '2022-23', { via: [{ period: '2023-24', value: 1 }] }),
      'target.to.period: it is not after 2023-24',
    ],
    ['a path to no period', path('2017-18', '2022-24'), 'target.to.period: "2022-24" is not a period'],
    [
      'a path of months for quarters',
      path('2017-05', '2017-06'),
      'target.from.period: a target for a month never serves a figure of a quarter',
      'target.to.period: a target for a month never serves a figure of a quarter',
    ],
    ['to maintain no baseline', { target: { maintain: 'baseline' } }, 'target: there is no baseline to maintain'],
  ])('%s: refused', (_, over, ...lines) => expect(told(over)).toEqual(lines));
});

describe('when figures come', () => {
  const rests = (from: string, to?: string) => ({ suspended: [{ from, to, reason: 'x' }] });
  const version = (more: object) => ({ versions: [{ from: '2023-24-q1', note: 'x', ...more }] });
  test.each([
    ['due quarters', { due: ['q2', 'q4'] }],
    ['a rest', rests('2023-24-q1', '2024-25')],
    ['a version', version({ definition: 'y' })],
    ['two in order', { versions: [...version({ target: 1 }).versions, { from: '2024-25', note: 'x', target: 2 }] }],
  ])('%s: in order', (_, over) => expect(told(over)).toEqual([]));

  test.each([
    ['due quarters of a year', { frequency: 'year', due: ['q2'] }, 'due: a figure a year is due when its period ends'],
    ['a rest from no period', rests('2023-25'), 'suspended[0].from: "2023-25" is not a period'],
    ['a rest of a month', rests('2023-05'), "suspended[0].from: 2023-05 is shorter than the measure's periods"],
    ['a rest backwards', rests('2023-24-q3', '2023-24-q1'), 'suspended[0].to: it ends before it begins in 2023-24-q3'],
    [
      'a version of a month',
      { versions: [{ from: '2023-05', note: 'x', target: 1 }] },
      "versions[0].from: 2023-05 is shorter than the measure's periods",
    ],
    [
      'versions out of order',
      { versions: [{ from: '2024-25', note: 'x', target: 1 }, ...version({ target: 2 }).versions] },
      'versions[1].from: it is not after 2024-25',
    ],
    [
      'a target of a version that has two ends',
      version({ target: { from: 1, to: 2 } }),
      'versions[0].target: with polarity higher a target has one end',
    ],
    [
      'a formula of a version in another unit',
      version({ value: { share: 'call', where: { outcome: 'answered' } } }),
      'unit: this formula cannot come out in count',
    ],
    [
      'a formula of a version that asks for what is not there',
      version({ value: { count: 'call', where: { outcme: 'answered' } } }),
      'versions[0].value.where.outcme: call has no dimension "outcme"',
    ],
  ])('%s: refused', (_, over, line) => expect(told(over)).toEqual([line]));

  test('a version that changes nothing', () => expect(() => told(version({}))).toThrow('changes nothing'));
});

describe('what a figure accumulates', () => {
  const soFar = { accumulation: 'year-to-date' };
  test.each([
    ['12-months-prior', {}],
    ['same-period-last-year', {}],
  ])('the year so far may be compared %s', (compare) => expect(told({ ...soFar, compare })).toEqual([]));

  test.each([
    [
      'the quarter before',
      { ...soFar, compare: 'previous-period' },
      'compare: a figure of the year so far may be compared with the same point of the year before only',
    ],
    [
      'a baseline',
      { ...soFar, compare: 'baseline', baseline: { period: '2018-19-q1' } },
      'compare: a figure of the year so far may be compared with the same point of the year before only',
    ],
    [
      'said of a formula',
      { value: { count: 'call' }, accumulation: 'in-period' },
      'accumulation: the formula says it already',
    ],
    ['the kind of year of a quarter', { year: 'calendar' }, 'year: it says nothing of a figure of a quarter'],
    [
      'a baseline of another length without its value',
      { compare: 'baseline', baseline: { period: '2018-19' } },
      'baseline: there is no figure of 2018-19: this measure has one a quarter',
    ],
  ])('%s: refused', (_, over, line) => expect(told(over)).toEqual([line]));
});
