import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod';
import { parsePeriod, shiftPeriod } from '#calendar/period.ts';
import type { Fact } from '#event/types.ts';
import { scorecardFindings } from '#scorecard/rules.ts';
import { editionOf, inputOf, recorded } from '#test/scorecard/council.ts';

const some = z.record(z.string(), z.unknown());
const figures = z.record(z.string(), z.union([z.number(), z.tuple([z.number(), z.number()])])).default({});
const figuresById = z.record(z.string(), figures).default({});
const example = z.strictObject({
  measure: some,
  period: z.string().default('2023-24-q3'),
  asOf: z.string().default('2024-01-25'),
  recorded: figures,
  months: z.array(z.number()).default([]),
  forecast: figures,
  /** The day that it was recorded on, where it was not the as-of day. */
  forecastOn: z.string().optional(),
  comparators: figuresById,
  others: z.record(z.string(), some).default({}),
  recordedOfOthers: figuresById,
  gives: some,
});
type Example = z.infer<typeof example>;
type Figures = Example['recorded'];

const guide = readFileSync('docs/measures.md', 'utf8');
const section = guide.slice(guide.indexOf('\n## Ratings'), guide.indexOf('\n## Streams'));
const blocks = [...section.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

const typedIn = (all: Figures, more: object, day: string): readonly Fact[] =>
  Object.entries(all).map(([period, figure]) => {
    const typed = typeof figure === 'number' ? { value: figure } : { numerator: figure[0], denominator: figure[1] };
    return recorded(day, period, { ...typed, ...more });
  });

const monthly = (values: readonly number[]): Figures =>
  Object.fromEntries(
    values.map((value, i) => [shiftPeriod(parsePeriod('2023-12'), i + 1 - values.length).id, value] as const),
  );

const recordsOf = (read: Example): readonly Fact[] =>
  [...figuresOf(read), ...typedIn(read.forecast, { series: 'forecast' }, read.forecastOn ?? read.asOf)].map((fact) => ({
    ...fact,
    time: `${fact.day}T12:00:00.000Z`,
  }));

const figuresOf = (read: Example): readonly Fact[] => [
  ...typedIn({ ...read.recorded, ...monthly(read.months) }, {}, read.asOf),
  ...Object.entries(read.comparators).flatMap(([series, all]) => typedIn(all, { series }, read.asOf)),
  ...Object.entries(read.recordedOfOthers).flatMap(([measure, all]) => typedIn(all, { measure }, read.asOf)),
];

const isOf = (found: unknown, given: unknown): void => {
  if (typeof given === 'number') expect(found).toBeCloseTo(given, 8);
  else if (typeof given === 'object' && given !== null)
    for (const [key, each] of Object.entries(given)) isOf((found as Record<string, unknown>)?.[key], each);
  else expect(found).toEqual(given);
};

test.each(blocks.map((block) => [block.split('\n')[0] ?? '', block]))('%s', (_, block) => {
  const read = example.parse(parse(block));
  const others = Object.entries(read.others).map(([id, each]) => ({ id, title: id, ...each }));
  const given = {
    measures: [read.measure, ...others],
    period: read.period,
    asOf: read.asOf,
    records: recordsOf(read),
  };
  expect(scorecardFindings(inputOf(given).scorecard)).toEqual([]);
  const measure = editionOf(given).measures[0];
  isOf(measure, read.gives);
  if (Array.isArray(read.gives['flags'])) expect(measure?.flags).toEqual(read.gives['flags']);
});

test('there is an example of every kind of judgement', () => expect(blocks.length).toBeGreaterThan(20));
