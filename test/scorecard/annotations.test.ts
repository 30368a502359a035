import { describe, expect, test } from '@jest/globals';
import { annotationsIn } from '#scorecard/annotations.ts';
import { scorecard } from '#scorecard/schema.ts';
import { scorecardWarnings } from '#scorecard/warnings.ts';
import { editionOf, measureOf, recorded } from '#test/scorecard/council.ts';
import { editionSchema } from '#test/scorecard/editionSchema.ts';

const series = ['2023-24-q1', '2023-24-q2', '2023-24-q3'].map((period) => ({ period }));
const at = (on: string, text = 'T') => ({ on, text });

describe('what is marked', () => {
  test.each([
    ['the day before the series', '2023-03-31', []],
    ['its first day', '2023-04-01', ['2023-24-q1']],
    ['the last day of a period', '2023-06-30', ['2023-24-q1']],
    ['the first day of the next', '2023-07-01', ['2023-24-q2']],
    ['the as-of day itself', '2023-12-20', ['2023-24-q3']],
    ['the day after it', '2023-12-21', []],
  ])('%s', (_, on, periods) =>
    expect(annotationsIn([at(on)], series, '2023-12-20').map(({ period }) => period)).toEqual(periods),
  );

  test('stands in the order of its days, and as written on one day', () =>
    expect(
      annotationsIn([at('2023-09-01', 'c'), at('2023-05-01', 'a'), at('2023-09-01', 'b')], series, '2023-12-31').map(
        ({ text }) => text,
      ),
    ).toEqual(['a', 'c', 'b']));

  const records = [
    recorded('2023-07-10', '2023-24-q1', { value: 70 }),
    recorded('2024-01-10', '2023-24-q3', { value: 80 }),
  ];
  test('is of the measure and of its scorecard, in every edition that shows the period', () => {
    const measure = { annotations: [at('2023-10-07', 'New telephone system')] };
    const edition = editionOf({ measure, scorecard: { annotations: [at('2023-05-04', 'Election')] }, records });
    expect(edition.measures[0]?.annotations).toEqual([
      { on: '2023-05-04', text: 'Election', period: '2023-24-q1' },
      { on: '2023-10-07', text: 'New telephone system', period: '2023-24-q3' },
    ]);
    expect(editionSchema.parse(edition)).toEqual(edition);
  });

  test('is not there where nothing happened', () => expect(measureOf({ records })).not.toHaveProperty('annotations'));
});

const written = (annotations: object[], measure: object = {}) => ({
  ...{ id: 's', title: 'S', history: 4, annotations },
  groups: [
    {
      ...{ id: 'g', title: 'G' },
      measures: [
        {
          ...{ id: 'm', title: 'M', unit: 'count', polarity: 'none', frequency: 'year', value: { count: 'call' } },
          ...measure,
        },
      ],
    },
  ],
});

describe('what is written', () => {
  const isGood = (annotations: object[]) => scorecard.safeParse(written(annotations)).success;
  test.each([
    ['80 characters', [at('2024-01-01', 'x'.repeat(80))], true],
    ['81', [at('2024-01-01', 'x'.repeat(81))], false],
    ['no words', [at('2024-01-01', '')], false],
    ['no day', [at('2024-02-30')], false],
    ['an empty list', [], false],
    ['twelve', Array(12).fill(at('2024-01-01')), true],
    ['thirteen', Array(13).fill(at('2024-01-01')), false],
  ])('%s', (_, annotations, expected) => expect(isGood(annotations)).toBe(expected));

  // On 15 February 2024 four quarters reach back to April 2023, four years to April 2020.
  const warnings = (on: string, measure?: object) =>
    scorecardWarnings(scorecard.parse(written([at(on)], measure)), '2024-02-15').map(({ path, message }) => [
      path.join('.'),
      message,
    ]);
  test.each([
    ['2023-04-01', undefined],
    ['2023-03-31', '31 March 2023 lies before the series, which begins on 1 April 2023'],
    ['2024-02-15', undefined],
    ['2024-02-16', '16 February 2024 is still to come: it is shown when it is over'],
  ])('a doubt about %s: %s', (on, message) =>
    expect(warnings(on)).toEqual(message === undefined ? [] : [['annotations.0.on', message]]),
  );

  test('a measure has a series of its own', () => {
    expect(warnings('2023-04-01', { annotations: [at('2020-04-01')] })).toEqual([]);
    expect(warnings('2023-04-01', { annotations: [at('2020-03-31')] })).toEqual([
      ['groups.0.measures.0.annotations.0.on', '31 March 2020 lies before the series, which begins on 1 April 2020'],
    ]);
  });
});
