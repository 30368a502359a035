import { describe, expect, test } from '@jest/globals';
import type { EditionMeasure, Point } from '#scorecard/edition.ts';
import { chartModel } from '#site/chartModel.ts';
import { chartNotes, describeChart } from '#site/describe.ts';
import { measure, point, quarters, series } from '#test/site/fixtures.ts';

const of = (points: Point[], more: Partial<EditionMeasure> = {}): EditionMeasure =>
  measure({ id: 'm', title: 'M', series: points, ...more });

const modelOf = (values: readonly (number | undefined)[], more: Partial<EditionMeasure> = {}) => {
  const model = chartModel(of(series({ values }), more), 100);
  if (model === undefined) throw new Error('nothing to draw');
  return model;
};

const spread = [10, 20, 30, 40, 50, 60, 70];

describe('a trend chart', () => {
  test('has nothing to draw where no value is published', () =>
    expect(chartModel(of(series({ values: [undefined, undefined] })))).toBeUndefined());

  test('is bars up to six values, and a line from seven', () => {
    expect(modelOf(spread.slice(0, 6)).isBars).toBe(true);
    expect(modelOf(spread).isBars).toBe(false);
  });

  test('counts values and not periods', () =>
    expect(modelOf([10, undefined, 20, undefined, 30, undefined, 40, undefined]).isBars).toBe(true));

  test('leaves out the periods before the first value, and no other', () =>
    expect(modelOf([undefined, undefined, 10, undefined, 20]).slots.map(({ y }) => y !== undefined)).toEqual([
      true,
      false,
      true,
    ]));

  test('starts bars at zero, however flat they are', () => {
    const { ticks, isCropped } = modelOf([90, 91, 92]);
    expect(ticks[0]?.value).toBe(0);
    expect(isCropped).toBe(false);
  });

  test('crops the axis of a flat line, and says so', () => {
    const flat = [90, 91, 92, 91, 90, 92, 91];
    expect(modelOf(flat).isCropped).toBe(true);
    expect(modelOf(flat).ticks[0]?.value).toBeGreaterThan(0);
    expect(chartNotes(of(series({ values: flat })), { isBars: false, isCropped: true })).toContain(
      'The vertical axis does not start at zero.',
    );
  });

  test('goes to 100 for a percentage above 60, and never beyond it', () => {
    expect(modelOf([20, 70, 95]).ticks.at(-1)?.value).toBe(100);
    expect(modelOf([20, 30, 40]).ticks.at(-1)?.value).toBeLessThan(100);
  });

  test.each([
    ['a few that were counted', [0, 3, 1], [0, 1, 2, 3], 0],
    ['none', [0, 0], [0, 1], 0],
    ['a count of many', [0, 300, 100], [0, 50, 100, 150, 200, 250, 300], 0],
    ['a count with decimals', [0, 2.5], [0, 0.5, 1, 1.5, 2, 2.5], 1],
  ])('names whole numbers on the axis of %s', (_, values, expected, decimals) => {
    const { ticks, tickDecimals } = modelOf(values, { unit: 'count', polarity: 'lower' });
    expect(ticks.map(({ value }) => value)).toEqual(expect.arrayContaining(expected));
    expect(tickDecimals).toBe(decimals);
  });

  test('breaks the line at a gap', () => {
    const { linePath } = modelOf([10, 20, 30, undefined, 50, 60, 70, 80]);
    expect(linePath.match(/M/g)).toHaveLength(2);
  });

  test('breaks the line where the definition changed', () => {
    const points = series({ values: spread }).map((each, i) => (i === 3 ? { ...each, break: 'New rule' } : each));
    expect(chartModel(of(points))?.linePath.match(/M/g)).toHaveLength(2);
    expect(chartNotes(of(points), { isBars: false, isCropped: false })[0]).toMatch(
      /^The line is broken before .*: New rule$/,
    );
  });

  test('does not draw an unfinished period as part of the line', () => {
    const points = series({ values: [...spread, 5] }).map((each, i) => (i === 7 ? { ...each, complete: false } : each));
    const model = chartModel(of(points));
    expect(model?.linePath.match(/[ML]/g)).toHaveLength(7);
    expect(model?.incompletePath.match(/[ML]/g)).toHaveLength(2);
    expect(chartNotes(of(points), { isBars: false, isCropped: false })[0]).toContain('is not finished');
  });

  test('groups quarters by their year', () =>
    expect(modelOf(spread).years.map(({ text }) => text)).toEqual(['2023–24', '2024–25']));

  test('steps the target where it changed', () => {
    const targets = [75, 75, 75, 80, 80, 80, 80];
    const model = chartModel(of(series({ values: spread, targets })));
    expect(model?.targets.map(({ value }) => value)).toEqual([75, 80]);
    expect(model?.targetPath.match(/V/g)).toHaveLength(1);
  });

  test('draws a target band from its higher end down, and goes as far as it does', () => {
    const points = series({ values: spread }).map((each) => ({ ...each, targetRange: { from: 65, to: 90 } }));
    const model = chartModel(of(points), 100);
    expect(model?.ranges).toHaveLength(1);
    expect(model?.ranges[0]).toMatchObject({ left: 0, right: 1, top: 10, bottom: 35 });
    expect(model?.targets).toEqual([]);
  });

  test('draws a year of a value that never changes, and one value alone', () => {
    expect(modelOf([0, 0, 0]).ticks.length).toBeGreaterThan(1);
    expect(modelOf([95]).slots).toHaveLength(1);
  });

  test('draws values below zero from zero', () => {
    const { baseline, slots } = modelOf([-5, 5], { unit: 'count' });
    expect(baseline).toBeGreaterThan(slots[1]?.y ?? 0);
    expect(baseline).toBeLessThan(slots[0]?.y ?? 0);
  });
});

describe('its description', () => {
  test('states facts: how many, from when to when, lowest, highest, latest', () => {
    const [first, second] = quarters(2, { year: 2024, quarter: 4 });
    const text = describeChart(
      of([
        point(first ?? { id: '', label: '' }, { value: 61.24 }),
        point(second ?? { id: '', label: '' }, { value: 82.7, target: 80, colour: 'green' }),
      ]),
      { isBars: true },
    );
    expect(text).toBe(
      'Bar chart of 2 values from October to December 2024 (quarter 3) to January to March 2025 (quarter 4). Lowest: 61.2% in October to December 2024 (quarter 3). Highest: 82.7% in January to March 2025 (quarter 4). Latest: 82.7% in January to March 2025 (quarter 4), target 80%, Green.',
    );
  });
});
