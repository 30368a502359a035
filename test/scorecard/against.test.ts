import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { parsePeriod } from '#calendar/period.ts';
import { tidy } from '#scorecard/format.ts';
import { measureFindings } from '#scorecard/measureRules.ts';
import { daysNeeded } from '#scorecard/periods.ts';
import { pathText } from '#scorecard/problem.ts';
import { measure } from '#scorecard/schema.ts';
import { answered, editionOf, inputOf, measureOf, recorded } from '#test/scorecard/council.ts';

const value = (period: string, n: number, more: object = {}) => recorded('2024-01-10', period, { value: n, ...more });
const of = (period: string, numerator: number, denominator: number) =>
  recorded('2024-01-10', period, { numerator, denominator });
const against = (basis: string, more: object = {}) => ({ rating: { against: basis, ...more } });
const near = { amber: { within: 5, unit: 'points' } };
const lastYear = (over: object = {}) => ({ ...against('same-period-last-year', near), ...over });
const ratingOf = (over: object, then: number, now: number) =>
  measureOf({ measure: lastYear(over), records: [value('2022-23-q3', then), value('2023-24-q3', now)] }).rating;

const label = 'October to December 2022 (quarter 3)';

describe('the figure of a year before takes the place of a target', () => {
  test.each([
    ['higher', 80, 80.1, 'green', `Green: 80.1% is above the 80.0% of ${label}.`, 'amber', 0.1],
    ['higher', 80, 80, 'green', `Green: 80.0% is the same as in ${label}.`, undefined, undefined],
    [
      'higher',
      80,
      79.9,
      'amber',
      `Amber: 79.9% is below the 80.0% of ${label} but within 5 points of it.`,
      'green',
      0.1,
    ],
    ['higher', 80, 75, 'amber', `Amber: 75.0% is below the 80.0% of ${label} but within 5 points of it.`, 'green', 5],
    ['higher', 80, 74.9, 'red', `Red: 74.9% is below the 80.0% of ${label} by more than 5 points.`, 'amber', 0.1],
    ['lower', 80, 79, 'green', `Green: 79.0% is below the 80.0% of ${label}.`, 'amber', 1],
    ['lower', 80, 85, 'amber', `Amber: 85.0% is above the 80.0% of ${label} but within 5 points of it.`, 'green', 5],
    ['lower', 80, 85.1, 'red', `Red: 85.1% is above the 80.0% of ${label} by more than 5 points.`, 'amber', 0.1],
    [
      'higher',
      80.04,
      80.01,
      'amber',
      `Amber: 80.01% is below the 80.04% of ${label} but within 5 points of it.`,
      'green',
      0.03,
    ],
  ])('%s: %d, then %d: %s', (polarity, then, now, colour, reason, next, by) => {
    const rating = ratingOf({ polarity }, then, now);
    expect(rating).toMatchObject({ colour, reason });
    expect(rating.toNextBand).toEqual(next && { colour: next, by });
  });

  test.each([
    ['5% of 80 is 4', { within: 5, unit: 'percent' }, 80, 76, 'amber'],
    ['a hundredth below', { within: 5, unit: 'percent' }, 80, 75.99, 'red'],
    ['0.8 − 0.05 is 0.75', { within: 0.05, unit: 'points' }, 0.8, 0.75, 'amber'],
    ['no tolerance', undefined, 80, 79.99, 'red'],
  ])('%s', (_, amber, then, now, colour) =>
    expect(ratingOf(against('same-period-last-year', { amber }), then, now).colour).toBe(colour),
  );

  test('is published beside the rating, and never as a target', () => {
    const records = [value('2022-23-q3', 80), value('2023-24-q3', 78)];
    const shown = measureOf({
      measure: lastYear({ rating: { against: 'same-period-last-year', owner: 'Head' } }),
      records,
    });
    expect(shown.rating).toMatchObject({
      reason: `Red: 78.0% is below the 80.0% of ${label}.`,
      rule: {
        text: 'Green if no worse than the same period of the year before; red otherwise.',
        version: '1',
        owner: 'Head',
      },
      against: { basis: 'same-period-last-year', period: '2022-23-q3', label, value: 80 },
    });
    expect(shown).not.toHaveProperty('target');
    expect(shown).not.toHaveProperty('variance');
    expect(shown.series.map(({ period, colour, target }) => [period, colour, target])).toContainEqual([
      '2023-24-q3',
      'red',
      undefined,
    ]);
  });
});

describe('which figure', () => {
  const records = [value('2022-23-q3', 70), value('2023-24-q1', 75), value('2023-24-q2', 80), value('2023-24-q3', 78)];
  const baseline = { baseline: { period: '2018-19', value: 76 } };
  test.each([
    ['previous-period', {}, '2023-24-q2', 'red'],
    ['previous-period', { due: ['q1', 'q3'] }, '2023-24-q1', 'green'],
    ['same-period-last-year', {}, '2022-23-q3', 'green'],
    ['12-months-prior', {}, '2022-23-q3', 'green'],
    ['baseline', baseline, '2018-19', 'green'],
    ['baseline', { baseline: { period: '2023-24-q2' } }, '2023-24-q2', 'red'],
  ])('%s: %j', (basis, more, period, colour) => {
    const shown = measureOf({ measure: { ...against(basis), ...more }, records });
    expect([shown.rating.against?.period, shown.rating.colour]).toEqual([period, colour]);
  });

  test('of the year so far it says so', () => {
    const measure = lastYear({ unit: 'days', polarity: 'lower', accumulation: 'year-to-date' });
    expect(measureOf({ measure, records }).rating.reason).toBe(
      'Red: 78.0 days is above the 70.0 days of April to December 2022 (year so far) by more than 5 days.',
    );
  });

  test('a forecast is judged by what went before its own period', () => {
    const expected = value('2023-24-q4', 79, { series: 'forecast' });
    const given = { measure: against('previous-period'), records: [...records, expected], period: '2023-24-q4' };
    expect(measureOf(given).forecast?.rating).toMatchObject({ colour: 'green', against: { period: '2023-24-q3' } });
  });

  test('every point of the series has its own, the first from before the series', () => {
    const scorecard = { history: 2 };
    const points = measureOf({ measure: against('previous-period'), records, scorecard }).series;
    expect(points.map(({ colour }) => colour)).toEqual(['green', 'red']);
  });

  test.each([
    [{}, '2022-10-01'],
    [against('same-period-last-year'), '2022-07-01'],
    [{ ...against('baseline'), baseline: { period: '2018-19-q1' } }, '2018-04-01'],
  ])('the days of %j are read', (rating, from) => {
    const { scorecard } = inputOf({ measure: { value: { count: 'call' }, ...rating }, scorecard: { history: 2 } });
    expect(daysNeeded(scorecard, parsePeriod('2023-24-q3'), '2024-01-25').from).toBe(from);
  });
});

describe('not judged', () => {
  const both = [value('2022-23-q3', 80), value('2023-24-q3', 78)];
  const version = { from: '2023-24-q2', note: 'Transfers count too.', definition: 'All calls.' };
  const few = (then: number, now: number) => [of('2022-23-q3', 1, then), of('2023-24-q3', 1, now)];
  test.each([
    ['nothing is known of it', {}, [value('2023-24-q3', 78)], `No value is known for ${label}.`],
    [
      'the definition changed in between',
      { versions: [version] },
      both,
      'The definition changed from Q2 2023–24: Transfers count too.',
    ],
    [
      'the baseline itself',
      { ...against('baseline'), baseline: { period: '2023-24-q3' } },
      both,
      'This is the figure that later ones are judged against.',
    ],
    ['too few cases', { minimumCases: 9 }, few(9, 8), 'The figure is from 8 cases, too few to judge: the least is 9.'],
    ['too few then', { minimumCases: 9 }, few(8, 9), 'The figure is from 8 cases, too few to judge: the least is 9.'],
    [
      'hidden then',
      { suppressBelow: 5 },
      few(4, 9),
      `The figure for ${label} is from fewer than 5 people, so it is not published.`,
    ],
  ])('%s', (_, more, records, reason) => {
    const { rating } = measureOf({ measure: lastYear(more), records });
    expect(rating).toEqual({ colour: 'no-target', reason });
  });

  test('nothing was reported', () =>
    expect(measureOf({ measure: lastYear(), records: both.slice(0, 1) }).rating.colour).toBe('not-reported'));

  const calls = [...['2022-11-01', '2022-11-02', '2023-11-01'].map((day) => answered(day, 5))];
  test.each([
    ['a total of a quarter that is not over', { unit: 'count', value: { count: 'call' } }, 'no-target'],
    ['a share of it', { value: { share: 'call', where: { outcome: 'answered' } } }, 'green'],
  ])('%s: %j is %s', (_, more, colour) =>
    expect(measureOf({ measure: lastYear(more), facts: calls, asOf: '2023-11-30' }).rating.colour).toBe(colour),
  );

  test('the reason of the total', () => {
    const measure = lastYear({ unit: 'count', value: { count: 'call' } });
    expect(measureOf({ measure, facts: calls, asOf: '2023-11-30' }).rating.reason).toBe(
      'October to December 2023 (quarter 3) is not over, so its total is not judged yet.',
    );
  });

  test('a version that judges by it breaks nothing', () => {
    const versions = [{ from: '2023-24-q3', note: 'Set by the cabinet.', rating: { against: 'previous-period' } }];
    const shown = measureOf({ measure: { versions }, records: [...both, value('2023-24-q2', 77)] });
    expect(shown.rating).toMatchObject({ colour: 'green', against: { period: '2023-24-q2' } });
  });
});

describe('a version puts it in place of the target, or a target in its place', () => {
  const records = [value('2023-24-q1', 75), value('2023-24-q2', 80), value('2023-24-q3', 78)];
  const change = (from: string, to: object) => ({ from, note: 'Decided.', ...to });
  test.each([
    [
      'a target before',
      { target: 60, versions: [change('2023-24-q3', against('previous-period'))] },
      'green green red',
    ],
    [
      'a target after',
      { ...against('previous-period'), versions: [change('2023-24-q3', { target: 70 })] },
      'no-target green green',
    ],
    [
      'there and back',
      {
        target: 90,
        versions: [change('2023-24-q2', against('previous-period')), change('2023-24-q3', { target: 70 })],
      },
      'red green green',
    ],
  ])('%s', (_, more, colours) =>
    expect(
      measureOf({ measure: more, records })
        .series.map(({ colour }) => colour)
        .join(' '),
    ).toBe(colours),
  );
});

test('a parent may be judged by it', () => {
  const parent = { id: 'p', rating: { from: { measures: ['m'], rule: 'worst' } } };
  const records = [value('2022-23-q3', 80), value('2023-24-q3', 70)];
  const edition = editionOf({ measures: [parent, lastYear()], records });
  expect(edition.measures.map(({ rating }) => rating.colour)).toEqual(['red', 'red']);
});

describe('check', () => {
  const usual = {
    id: 'm',
    title: 'M',
    unit: 'percent',
    polarity: 'higher',
    frequency: 'quarter',
    value: { recorded: true },
  };
  const told = (over: object): string[] =>
    measureFindings(measure.parse({ ...usual, ...over }), undefined).map(
      ({ path, message, mend }) => `${pathText(path)}: ${message}; ${mend}`,
    );
  const baseline = { baseline: { period: '2018-19', value: 62 } };
  const at = 'rating.against';

  test.each([
    ['a tolerance', against('previous-period', near)],
    ['a baseline', { ...against('baseline'), ...baseline }],
    ['a baseline of its own frequency', { ...against('baseline'), baseline: { period: '2018-19-q1' } }],
    ['a baseline in a version', { ...baseline, versions: [{ from: '2023-24-q1', note: 'n', ...against('baseline') }] }],
    [
      'in place of a target',
      { target: 80, versions: [{ from: '2023-24-q1', note: 'n', ...against('previous-period') }] },
    ],
    ['the year so far', { ...lastYear(), accumulation: 'year-to-date' }],
  ])('%s: in order', (_, over) => expect(told(over)).toEqual([]));

  test.each([
    [
      'a target besides',
      lastYear({ target: 80 }),
      `${at}: a figure is judged by a target or by an earlier figure, not by both; keep one of the two`,
    ],
    [
      'bands besides',
      against('previous-period', { bands: { green: { atLeast: 80 } } }),
      `${at}: what is green is said twice, by an earlier figure and by bands; keep one of the two`,
    ],
    [
      'a tolerance of a target',
      against('previous-period', { amber: { within: 5, of: 'target', unit: 'points' } }),
      'rating.amber.of: there is no target: an earlier figure takes its place; remove of',
    ],
    [
      'other measures besides',
      against('previous-period', { from: { measures: ['a'], rule: 'worst' } }),
      'rating: a measure that is judged by others is not judged by its own figure; keep one of the two',
    ],
    ...['none', 'band'].map(
      (polarity) =>
        [
          `polarity ${polarity}`,
          lastYear({ polarity }),
          `${at}: no colour is possible: with polarity ${polarity} neither more nor less than before is better; write polarity: higher or lower, or remove the rating`,
        ] as const,
    ),
    [
      'the year so far',
      { ...against('previous-period'), accumulation: 'year-to-date' },
      `${at}: a figure of the year so far may be judged against the same point of the year before only; write against: same-period-last-year`,
    ],
    [
      'no baseline',
      against('baseline'),
      `${at}: there is no baseline to judge against; add baseline: { period: …, value: … }`,
    ],
    [
      'a baseline of another frequency',
      { ...against('baseline'), baseline: { period: '2018-19' } },
      `${at}: there is no figure of 2018-19: this measure has one a quarter; write the baseline's value`,
    ],
    [
      'in a version',
      { polarity: 'none', versions: [{ from: '2023-24-q1', note: 'n', ...against('previous-period') }] },
      `versions[0].${at}: no colour is possible: with polarity none neither more nor less than before is better; write polarity: higher or lower, or remove the rating`,
    ],
  ])('%s', (_, over, message) => expect(told(over)).toContain(message));
});

describe('laws', () => {
  const number = fc.integer({ min: -10_000, max: 10_000 }).map((n) => n / 100);
  const tolerance = fc.integer({ min: 0, max: 5_000 }).map((n) => n / 100);
  const rank: Readonly<Record<string, number>> = { red: 0, amber: 1, green: 2 };
  const colourOf = (polarity: string, within: number, then: number, now: number): string =>
    ratingOf({ polarity, ...against('same-period-last-year', { amber: { within, unit: 'points' } }) }, then, now)
      .colour;
  const few = { numRuns: 40 };

  test('mirrored data of the mirrored polarity gives the same colour', () =>
    fc.assert(
      fc.property(number, number, tolerance, (then, now, within) =>
        expect(colourOf('lower', within, -then, -now)).toBe(colourOf('higher', within, then, now)),
      ),
      few,
    ));

  test('no gap and no overlap: a better figure never has a worse colour, and every figure has one', () =>
    fc.assert(
      fc.property(number, tolerance, number, number, (then, within, a, b) => {
        const [worse = -1, better = -1] = [Math.min(a, b), Math.max(a, b)].map(
          (now) => rank[colourOf('higher', within, then, now)],
        );
        expect(worse).toBeGreaterThanOrEqual(0);
        expect(worse).toBeLessThanOrEqual(better);
      }),
      few,
    ));

  test('a tolerance is met exactly at its decimal limit, and not a hundredth beyond it', () =>
    fc.assert(
      fc.property(number, tolerance, (then, within) => {
        expect(colourOf('higher', within, then, tidy(then - within))).not.toBe('red');
        expect(colourOf('higher', within, then, tidy(then - within - 0.01))).toBe('red');
      }),
      few,
    ));
});
