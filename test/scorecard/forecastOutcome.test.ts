import { describe, expect, test } from '@jest/globals';
import { forecastsHeld } from '#site/forecasts.ts';
import { measureOf, recorded } from '#test/scorecard/council.ts';
import { contactCentre, measure } from '#test/site/fixtures.ts';
import { filesFor, textAt } from '#test/site/pages.ts';

const quarter = '2023-24-q3';
const rated = { unit: 'count', target: 41, rating: { amber: { within: 3, unit: 'points' } } };
const expecting = (day: string, value: number) => recorded(day, quarter, { value, series: 'forecast' });
const outcome = (records: readonly ReturnType<typeof recorded>[], more: object = {}, asOf = '2024-01-25') =>
  measureOf({ measure: { ...rated, ...more }, records: [...records], asOf }).forecastOutcome;
const came = (value: number) => recorded('2024-01-10', quarter, { value });

describe('a forecast that can be scored', () => {
  // Green from 41, amber from 38.
  test.each([
    ['better than it came', 41, 40, { value: 41, colour: 'green', asRated: false }],
    ['worse than it came', 37, 41, { value: 37, colour: 'red', asRated: false }],
    ['another figure of the same rating', 45, 41, { value: 45, colour: 'green', asRated: true }],
    ['on the limit of amber', 38, 40, { value: 38, colour: 'amber', asRated: true }],
    ['under it', 37.9, 40, { value: 37.9, colour: 'red', asRated: false }],
  ])('%s', (_, forecast, value, expected) =>
    expect(outcome([expecting('2023-11-15', forecast), came(value)])).toEqual(expected),
  );

  test('was recorded by the last day of the period; a later one is none', () => {
    expect(outcome([expecting('2023-12-31', 41), came(40)])).toMatchObject({ value: 41 });
    expect(outcome([expecting('2024-01-01', 41), came(40)])).toBeUndefined();
    expect(outcome([expecting('2023-11-15', 41), expecting('2024-01-01', 40), came(40)])).toMatchObject({ value: 41 });
  });

  test('is the last that was made in time', () =>
    expect(outcome([expecting('2023-11-15', 41), expecting('2023-12-15', 39), came(40)])).toMatchObject({ value: 39 }));

  test('without a target has no rating to come out at', () =>
    expect(outcome([expecting('2023-11-15', 41), came(40)], { target: undefined, rating: undefined })).toMatchObject({
      colour: 'no-target',
    }));
});

describe('nothing is scored', () => {
  test('without a figure', () => expect(outcome([expecting('2023-11-15', 41)])).toBeUndefined());
  test('without a forecast', () => expect(outcome([came(40)])).toBeUndefined());
  test('while the period is not over', () =>
    expect(
      outcome([expecting('2023-11-15', 41), recorded('2023-12-20', quarter, { value: 30 })], {}, '2023-12-30'),
    ).toBeUndefined());
});

test('of many, those are counted that could be rated', () => {
  const of = (forecastOutcome: NonNullable<ReturnType<typeof outcome>>) =>
    measure({ id: 'm', title: 'M', forecastOutcome });
  const all = [
    of({ value: 1, colour: 'green', asRated: true }),
    of({ value: 1, colour: 'red', asRated: false }),
    of({ value: 1, colour: 'no-target', asRated: true }),
    measure({ id: 'm', title: 'M' }),
  ];
  expect(forecastsHeld(all)).toEqual({ held: 1, all: 2 });
});

test('the page of a scorecard says so, where there are any', () => {
  const page = (forecastOutcome?: { value: number; colour: 'green'; asRated: boolean }) => {
    const [first, ...rest] = contactCentre.measures;
    const edition = { ...contactCentre, measures: first ? [{ ...first, forecastOutcome }, ...rest] : [] };
    const files = filesFor({ editions: [edition], scorecards: [edition], organisations: [] });
    return textAt(files, 'example/contact-centre/index.html');
  };
  expect(page({ value: 1, colour: 'green', asRated: true })).toContain(
    '1 of 1 forecast made before the period was over came out at the forecast rating.',
  );
  expect(page()).not.toContain('came out at the forecast rating');
});
