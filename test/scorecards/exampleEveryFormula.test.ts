import { beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { postedFor } from '#oracle/postings.ts';
import { assessed, configurationOf } from '#oracle/published.ts';
import type { Edition } from '#scorecard/edition.ts';
import { formula } from '#scorecard/formulaSchema.ts';

const configuration = configurationOf('example');
const everyFormula = configuration.scorecards.find(({ id }) => id === 'every-formula');
const measures = everyFormula?.groups.flatMap((group) => group.measures) ?? [];

/** The key that tells each form of formula: `count`, `ratio`, `duration` … */
const forms = (
  JSON.parse(JSON.stringify(z.toJSONSchema(formula, { io: 'input' }))) as { anyOf: { required: string[] }[] }
).anyOf.map(({ required }) => required[0] ?? '');

describe('the scorecard of every formula', () => {
  test.each(forms)('shows %s', (form) => {
    expect(measures.filter(({ value }) => form in value).map(({ id }) => id)).not.toEqual([]);
  });

  test('shows every statistic of a duration and every kind of clock', () => {
    const durations = measures.flatMap(({ value }) => ('duration' in value ? [value.duration] : []));
    const statistics = durations.map(({ statistic }) =>
      typeof statistic === 'string' ? statistic : Object.keys(statistic)[0],
    );
    expect(new Set(statistics)).toEqual(new Set(['mean', 'median', 'percentile', 'within', 'moreThan']));
    const clocks = durations.map(({ clock }) => (typeof clock === 'string' ? clock : clock.kind));
    expect(new Set(clocks)).toEqual(
      new Set([
        'elapsed',
        'opening-hours',
        'ombudsman-code',
        'scottish-model',
        'working-days',
        'calendar-days',
        'calendar-months',
      ]),
    );
  });
});

describe('its edition of January to March 2025', () => {
  let edition: Edition | undefined;

  beforeAll(async () => {
    const editions = await assessed(configuration, await postedFor('example'));
    edition = editions.find(({ scorecard, period }) => scorecard.id === 'every-formula' && period.id === '2024-25-q4');
  }, 60_000);

  test('has a figure of every measure, or a list', () => {
    const silent = edition?.measures.filter(({ value, ranking }) => (value ?? ranking) === undefined);
    expect(silent?.map(({ id }) => id)).toEqual([]);
    expect(edition?.measures).toHaveLength(measures.length);
  });

  // Worked out by hand from the figures that they follow from.
  test.each([
    ['visits-and-answered-calls', 64 + 567 - 42],
    ['calls-a-visit', (100 * 64) / 567],
    ['more-visits', (100 * (64 - 51)) / 51],
    ['contacts-per-thousand', (1000 * 567) / 149_650],
    ['new-accounts', 31_466 - 30_676],
    ['visits-a-month', 219 / 12],
    ['national-rank', 41],
    ['visits-last-year', 69],
    ['visits-more-than-last-year', 64 - 69],
    ['visits-in-both-years', (69 + 64) / 2],
    ['visits-of-four-quarters', (52 + 52 + 51 + 64) / 4],
    ['visits-a-week', 60 / 12],
    ['visits-per-ten-thousand', (10_000 * 64) / 149_650],
    ['calls-this-year', 443 + 460 + 420 + 567],
    ['calls-against-first-year', (100 * 567) / 566],
    ['more-accounts', (100 * (31_466 - 25_038)) / 25_038],
    ['calls-given-up-more', (100 * (42 - 20)) / 20],
    // From 10:15 to 16:00 on 5 February, of two websites for 90 days, one of which began an hour early: the clocks went on.
    ['websites-up', 100 - (100 * 345) / (2 * (90 * 1440 - 60))],
    ['staff', 63.8],
  ])('%s follows from others', (id, expected) => {
    expect(edition?.measures.find((measure) => measure.id === id)?.value).toBeCloseTo(expected, 9);
  });

  test('has a budget with its total', () => {
    expect(edition?.budgets?.[0]?.total).toMatchObject({ net: 873, forecast: 881, variance: 8 });
  });
});
