import { beforeAll, describe, expect, test } from '@jest/globals';
import { postedFor } from '#oracle/postings.ts';
import { assessed, configurationOf } from '#oracle/published.ts';
import type { Edition, EditionMeasure } from '#scorecard/edition.ts';

let editions: readonly Edition[];

beforeAll(async () => {
  const all = await assessed(configurationOf('example'), await postedFor('example'));
  editions = all.filter(({ scorecard }) => scorecard.id === 'every-rule');
}, 60_000);

const editionOf = (period: string): Edition | undefined => editions.find((edition) => edition.period.id === period);
const measureIn = (period: string, id: string): EditionMeasure | undefined =>
  editionOf(period)?.measures.find((measure) => measure.id === id);

// Judged by hand from the figures that the oracle recomputes.
describe('the rules at work in January to March 2025', () => {
  test.each<[string, object]>([
    ['talking', { rating: { colour: 'amber' }, targetRange: { from: 3.5, to: 4 } }],
    [
      'accounts-kept',
      { target: 30_000, rating: { colour: 'green', rule: { version: '2', owner: 'Head of digital' } } },
    ],
    ['served-as-before', { target: (100 * 44) / 46, rating: { colour: 'red' } }],
    ['served-better', { rating: { colour: 'green', against: { period: '2024-25-q3' } } }],
    ['settled-in-steps', { target: 80, rating: { colour: 'amber' } }],
    ['visits-shared-out', { value: 64, target: 50, annualTarget: { value: 200 }, rating: { colour: 'red' } }],
    ['calls-of-the-year', { annualTarget: { value: 1900, period: '2024-25' }, rating: { colour: 'no-target' } }],
    ['visits-in-the-calendar-year', { period: '2024', value: 224, rating: { colour: 'green' } }],
    ['visits-in-the-april-year', { period: '2024-25', value: 219, rating: { colour: 'red' } }],
    ['answered-in-time', { rating: { colour: 'amber' } }],
    ['mean-wait', { rating: { colour: 'amber' } }],
    ['worst-of-the-telephone', { rating: { colour: 'amber' } }],
    ['most-of-the-telephone', { rating: { colour: 'amber' } }],
    ['all-of-the-telephone', { rating: { colour: 'red' } }],
    ['given-up-on-the-year', { direction: 'deteriorating', improvement: { value: (100 * (35 - 42)) / 35 } }],
    ['forms-this-year', { improvement: { value: (100 * (136 - 96)) / 96, basis: 'same-period-last-year' } }],
    ['followers-since-then', { improvement: { from: { period: '2022-23-q4', value: 11_500 } } }],
    ['given-up-by-month', { period: '2025-03', process: { from: '2024-04' } }],
    ['visits-in-spring-and-autumn', { period: '2024-25-q3', nextDue: { period: '2025-26-q1' }, flags: [] }],
    ['visits-in-summer-and-winter', { period: '2024-25-q4', value: 64 }],
    ['sickness', { expectedBy: '2025-05-15', flags: [] }],
    [
      'trained',
      {
        ...{ value: 11, target: 10, rating: { colour: 'green' } },
        forecastOutcome: { value: 12, colour: 'green', asRated: true },
      },
    ],
    ['visits-once-counted', { value: 64 }],
    ['calls-and-callbacks', { direction: 'not-applicable', notComparedReason: expect.stringContaining('count too') }],
    ['answered-with-overflow', { target: 92, rating: { colour: 'green', rule: { version: '2', owner: 'Cabinet' } } }],
  ])('%s', (id, expected) => expect(measureIn('2024-25-q4', id)).toMatchObject(expected));

  test('say what is late, not yet confirmed and estimated', () => {
    expect(measureIn('2024-25-q4', 'promised-calls')).toMatchObject({
      flags: ['overdue'],
      expectedBy: '2025-04-20',
      series: expect.arrayContaining([
        expect.objectContaining({ period: '2024-25-q2', value: (100 * 148) / 163 }),
        expect.not.objectContaining({ value: expect.anything() }),
      ]),
    });
    expect(measureIn('2024-25-q4', 'promised-calls')).not.toHaveProperty('value');
    expect(measureIn('2024-25-q4', 'letters-same-day')).toMatchObject({
      ...{ status: 'provisional', flags: [], value: (100 * 1189) / 1246, target: 95 },
      rating: { colour: 'green' },
    });
    expect(measureIn('2024-25-q4', 'people-at-advice-days')).toMatchObject({
      ...{ value: 150, qualifier: 'about', flags: ['estimated'], status: 'confirmed' },
      improvement: { value: 25 },
    });
  });

  test('hide a figure from two people, and show those from three and from none', () => {
    const shown = measureIn('2025-26-q1', 'complaints-escalated')?.series.map(({ value }) => value) ?? [];
    expect(measureIn('2024-25-q4', 'complaints-escalated')?.flags).toEqual(['suppressed']);
    expect(shown).toContain(3);
    expect(shown.filter((value) => value === 1 || value === 2)).toEqual([]);
  });

  test('let a measure rest, with its last figure', () => {
    expect(measureIn('2023-24-q3', 'mystery-shopping')).toMatchObject({
      value: 87.5,
      period: '2023-24-q2',
      flags: ['stale', 'suspended'],
      rating: { colour: 'not-reported' },
    });
    expect(measureIn('2024-25-q1', 'mystery-shopping')?.flags).toEqual([]);
    expect(measureIn('2025-26-q1', 'mystery-shopping')?.suspension).toMatchObject({ from: '2025-26-q1' });
  });

  test('break a series where its definition changed, and restate another from its beginning', () => {
    const breaks = (id: string) => measureIn('2024-25-q4', id)?.series.filter((point) => point.break !== undefined);
    expect(breaks('calls-and-callbacks')?.map(({ period }) => period)).toEqual(['2024-25-q1']);
    expect(breaks('answered-with-overflow')).toEqual([]);
    expect(measureIn('2024-25-q4', 'answered-with-overflow')?.versions).toMatchObject([{ restate: true }, {}]);
  });

  test('judge what is expected beside what is known', () => {
    expect(measureIn('2025-26-q1', 'trained')?.forecast).toMatchObject({ value: 14, rating: { colour: 'green' } });
  });

  test('align measures with work', () => {
    expect(editionOf('2024-25-q4')?.alignment).toMatchObject([
      { enabler: 'People get through', milestones: ['new-telephones', 'one-reception'] },
      { enabler: 'Online first', measures: ['accounts-kept', 'forms-this-year'] },
    ]);
  });

  test('count the weeks of a delay from the last day of a quarter', () => {
    const telephones = editionOf('2024-25-q4')?.milestones.find(({ id }) => id === 'new-telephones');
    expect(telephones).toMatchObject({ precision: 'quarter', weeksDelay: 13, rebaselined: 1 });
  });
});
