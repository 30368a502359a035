import { describe, expect, test } from '@jest/globals';
import type { JSX } from 'preact';
import { render } from 'preact-render-to-string';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { AboutFigure } from '#site/aboutFigure.tsx';
import { chartModel } from '#site/chartModel.ts';
import { describeChart } from '#site/describe.ts';
import { KeyFigure } from '#site/keyFigure.tsx';
import { Ranked } from '#site/ranked.tsx';
import { Versions } from '#site/versions.tsx';
import { contactCentre, measure, quarters, series } from '#test/site/fixtures.ts';

const plain = (element: JSX.Element): string =>
  render(element)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const of = (more: Partial<EditionMeasure>): EditionMeasure =>
  measure({ id: 'wait', title: 'Wait', unit: 'seconds', value: 40, decimals: 0, ...more });

describe('what is known of a figure beyond its value', () => {
  test.each<[string, Partial<EditionMeasure>, string]>([
    ['what it covers', { accumulation: 'year-to-date' }, 'What it covers The year so far'],
    [
      'its place in history',
      {
        historyRank: { rank: 1, of: 9, direction: 'highest', among: 'all periods', tied: false, words: 'highest ever' },
      },
      'In its history Highest ever.',
    ],
    ['how its direction was found', { directionReason: 'Too few cases.' }, 'Direction of travel Too few cases.'],
    [
      'the range of chance',
      { process: { mean: 40, lower: 30, upper: 50, from: '2022-23-q1' } },
      'Usual range 30 seconds to 50 seconds, round a mean of 40 seconds, by the figures since Q1 2022–23. The newest figures are within what chance alone would give.',
    ],
    [
      'more than chance',
      { process: { mean: 40, lower: 30, upper: 50, from: '2022-23-q1', rule: 'shift' } },
      'The last seven figures lie on one side of the mean',
    ],
    [
      'its baseline',
      { baseline: { period: '2019-20', label: '2019–20', value: 60 } },
      'Baseline 60 seconds in 2019–20.',
    ],
    [
      'a baseline that nobody knows',
      { baseline: { period: '2019-20', label: '2019–20' } },
      'Baseline Not published in 2019–20.',
    ],
    [
      'what was expected of it',
      {
        rating: { colour: 'amber', reason: 'R.' },
        forecastOutcome: { value: 41, colour: 'green', asRated: false },
      },
      'As it was expected Forecast 41 seconds, came out 40 seconds (forecast rating On target, Green; actual Close to target, Amber).',
    ],
    [
      'what was expected without a target',
      { forecastOutcome: { value: 41, colour: 'no-target', asRated: true } },
      'Forecast 41 seconds, came out 40 seconds.',
    ],
    ['that it is an estimate', { errorPercent: 0.8125 }, 'Its standard error is 0.81%.'],
    [
      'that it rests',
      { suspension: { from: '2023-24-q1', to: '2023-24-q2', reason: 'A new system.' } },
      'Suspended From Q1 2023–24 to Q2 2023–24. A new system.',
    ],
    [
      'when the next is due',
      { nextDue: { period: '2024-25-h1', label: 'April to September 2024' } },
      'Due for April to September 2024.',
    ],
    ['when it should have come', { expectedBy: '2024-02-14' }, 'Expected By 14 February 2024.'],
  ])('says %s', (_, more, expected) => expect(plain(<AboutFigure measure={of(more)} />)).toContain(expected));

  test('says nothing where nothing is known', () =>
    expect(render(<AboutFigure measure={of({ accumulation: undefined })} />)).toBe(''));
});

test('a forecast stands beside the actual figure with a rating of its own', () => {
  const forecast = {
    value: 55,
    period: '2024-25-q1',
    label: 'April to June 2024',
    rating: { colour: 'red' as const, reason: '55 seconds is above the target.' },
  };
  const text = plain(<KeyFigure measure={of({ forecast })} />);
  expect(text).toContain('Forecast 55 seconds April to June 2024 Off target Red 55 seconds is above the target.');
  expect(text).toContain('40 seconds');
});

describe('a ranked list', () => {
  test('shares ranks, and shows counts where they are known', () => {
    const ranking = [
      { rank: 1, name: 'bins', value: 90 },
      { rank: 2, name: 'tax', value: 40 },
      { rank: 2, name: 'rent', value: 40 },
    ];
    const text = plain(
      <Ranked edition={contactCentre} measure={of({ unit: 'count', decimals: 0, ranking, rankingAtMostMissed: 3 })} />,
    );
    expect(text).toContain('1 bins 90 2 tax 40 2 rent 40');
    expect(text).toContain('too low by 3 at most');
  });

  test('says that only ranks are known', () => {
    const text = plain(<Ranked edition={contactCentre} measure={of({ ranking: [{ rank: 1, name: 'bins' }] })} />);
    expect(text).toContain('Only the order was published');
    expect(text).not.toContain('Number');
  });
});

test('changes of a measure are listed, the newest first', () => {
  const versions = [
    { from: '2020-21', label: '2020–21', note: 'Counts from the queue.' },
    { from: '2022-23', label: '2022–23', note: 'Leaves out test calls.', restate: true },
  ];
  const text = plain(<Versions measure={of({ versions })} />);
  expect(text.indexOf('Leaves out')).toBeLessThan(text.indexOf('Counts from'));
  expect(text).toContain('Leaves out test calls. Worked out anew');
  expect(text).toContain('Counts from the queue. Left as they were');
});

describe('the limits of chance in a chart', () => {
  const values = [40, 42, 39, 41, 40, 43, 38, 40, 41, 42, 39, 40];
  const points = series({ values, targets: [20] });
  const [first] = quarters(values.length, { year: 2024, quarter: 4 });
  const process = { mean: 40.4, lower: 32, upper: 60, from: points[4]?.period ?? first?.id ?? '' };
  const model = chartModel(of({ series: points, process }));

  test('have their place on the axis, even where no value comes near', () => {
    expect(model?.process?.upper).toBeGreaterThanOrEqual(0);
    expect(model?.process?.lower).toBeLessThanOrEqual(320);
    expect((model?.process?.upper ?? 0) < (model?.process?.mean ?? 0)).toBe(true);
  });

  test('begin with the first figure that they are worked out of', () =>
    expect(model?.process?.left).toBeCloseTo(4 / 12, 3));

  test('are told to those who cannot see them', () =>
    expect(describeChart(of({ series: points, process }), { isBars: false })).toContain('varies by chance'));
});
