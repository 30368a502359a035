import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays } from '#calendar/day.ts';
import { answered, editionOf, fact } from '#test/scorecard/council.ts';

const quarters = ['2023-24-q1', '2023-24-q2', '2023-24-q3', '2023-24-q4'];
const dayOfYear = fc.integer({ min: 0, max: 365 }).map((n) => addDays('2023-04-01', n));
const days = fc.array(dayOfYear, { maxLength: 12 });

const valuesOf = (value: object, facts: ReturnType<typeof fact>[]) => {
  const measures = [{ unit: 'count', polarity: 'none', value }];
  const [measure] = editionOf({ measures, facts, period: '2023-24-q4', asOf: '2024-03-31' }).measures;
  return quarters.map((period) => measure?.series.find((point) => point.period === period)?.value ?? 0);
};
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

test('the quarters of a year add up to its year to date, and to its last twelve months', () =>
  fc.assert(
    fc.property(days, (all) => {
      // Something came in every quarter, so that none of them is unknown.
      const facts = [...all, '2023-04-01', '2023-07-01', '2023-10-01', '2024-01-01'].map((day) => answered(day, 1));
      const total = sum(valuesOf({ count: 'call' }, facts));
      expect(total).toBe(facts.length);
      expect(valuesOf({ yearToDate: { count: 'call' } }, facts).at(-1)).toBe(total);
      expect(valuesOf({ rolling: { months: 12, of: { count: 'call' } } }, facts).at(-1)).toBe(total);
      expect(valuesOf({ projected: { of: { count: 'call' } } }, facts).at(-1)).toBe(total);
    }),
    { numRuns: 25 },
  ));

test('increments of the quarters add up to the whole rise', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }), (levels) => {
      const at = ['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-31', '2024-03-31'];
      const facts = at.map((day, i) => fact('gauge.read', day, { gauge: 'g', value: levels[i] }));
      const increments = valuesOf({ increment: 'gauge.value', where: { gauge: 'g' } }, facts);
      expect(sum(increments)).toBe((levels[4] ?? 0) - (levels[0] ?? 0));
    }),
    { numRuns: 25 },
  ));

test('shares of channels add up to 100, and to their part', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 3, maxLength: 3 }), (counts) => {
      const hours = ['09', '10', '11'];
      const facts = counts.flatMap((n, i) =>
        Array.from({ length: n }, () => answered('2023-11-01', 1, { offeredAt: `2023-11-01T${hours[i]}:30:00.000Z` })),
      );
      const of = Object.fromEntries(hours.map((hour) => [`at ${hour}`, { count: 'call', where: { hour } }]));
      const measures = [{ unit: 'percent', polarity: 'none', value: { channels: { of, part: ['at 09', 'at 11'] } } }];
      const [measure] = editionOf({ measures, facts }).measures;
      const shares = measure?.cuts[0]?.rows.map(({ share = 0 }) => share) ?? [];
      expect(sum(shares)).toBeCloseTo(100, 10);
      expect(measure?.value).toBeCloseTo((shares[0] ?? 0) + (shares[2] ?? 0), 10);
    }),
    { numRuns: 25 },
  ));
