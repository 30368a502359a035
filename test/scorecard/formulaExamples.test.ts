import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod';
import type { EventType, Fact } from '#event/types.ts';
import { scorecardFindings } from '#scorecard/rules.ts';
import { organisation } from '#scorecard/schema.ts';
import { answered, council, editionOf, fact, inputOf, recorded } from '#test/scorecard/council.ts';

const perDay = <Value extends z.ZodType>(value: Value) => z.record(z.string(), z.array(value)).default({});
const values = z.record(z.string(), z.record(z.string(), z.number())).default({});
const example = z.strictObject({
  formula: z.record(z.string(), z.unknown()),
  unit: z.string().default('count'),
  frequency: z.string().optional(),
  from: z.string().optional(),
  cuts: z.array(z.string()).default([]),
  distribution: z.record(z.string(), z.unknown()).optional(),
  period: z.string().optional(),
  waits: perDay(z.number()),
  pages: perDay(z.string()),
  answers: perDay(z.string()),
  cases: z.array(z.tuple([z.string(), z.string()])).default([]),
  events: z.array(z.looseObject({ type: z.string(), at: z.string() })).default([]),
  readings: values,
  recorded: values,
  measures: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  gives: z.record(z.string(), z.unknown()),
});
type Example = z.infer<typeof example>;

const guide = readFileSync('docs/measures.md', 'utf8');
const section = guide.slice(guide.indexOf('\n## Formulas'), guide.indexOf('\n## Ratings'));
const blocks = [...section.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

const listed = organisation.parse({
  ...council,
  dimensions: {
    ...council.dimensions,
    answer: ['good', 'excellent', 'poor'],
    kind: ['coverage', 'outage', 'maintenance'],
    reason: ['proactive', 'reactive', 'no answer', 'late answer'],
  },
});

const eachOn = <Value>(
  days: Readonly<Record<string, readonly Value[]>>,
  make: (day: string, value: Value) => Fact,
): readonly Fact[] => Object.entries(days).flatMap(([day, all]) => all.map((value) => make(day, value)));

const caseFacts = ([opened, responded]: readonly [string, string], i: number) =>
  [{ step: 'opened', day: opened } as const, { step: 'responded', day: responded } as const].map(({ step, day }) => {
    const at = `${day}T10:00:00.000Z`;
    return fact(`case.${step}`, day, { caseId: `${i}`, kind: 'complaint', at }, { subject: `case ${i}`, time: at });
  });

const eventFact = ({ type, at, ...data }: Example['events'][number]) =>
  fact(type as EventType, at.slice(0, 10), { ...data, at }, { subject: String(data['caseId']), time: at });

const factsOf = ({ waits, pages, answers, cases, events, readings }: Example): readonly Fact[] => [
  ...eachOn(waits, (day, seconds) => answered(day, seconds)),
  ...eachOn(pages, (day, path) => fact('web.interaction', day, { site: 's', kind: 'page', path, visitorKey: day })),
  ...eachOn(answers, (day, answer) => fact('survey.responded', day, { surveyId: 's', answer })),
  ...cases.flatMap(caseFacts),
  ...events.map(eventFact),
  ...Object.entries(readings).flatMap(([gauge, days]) =>
    Object.entries(days).map(([day, value]) => fact('gauge.read', day, { gauge, value })),
  ),
];

const own = ({ unit, frequency = 'quarter', from, cuts, distribution }: Example) => ({
  unit,
  frequency,
  from,
  cuts,
  distribution,
});

/** Other measures that the formula names, typed in and of quarters unless the example says otherwise. */
const othersOf = ({ measures, recorded: typed }: Example) =>
  Object.keys(typed).map((id) => ({ id, title: id, unit: 'count', polarity: 'none', ...measures[id] }));

test.each(blocks.map((block) => [block.split('\n')[0] ?? '', block]))('%s', (_, block) => {
  const read = example.parse(parse(block));
  const records = Object.entries(read.recorded).flatMap(([measure, periods]) =>
    Object.entries(periods).map(([period, value]) => recorded('2024-01-10', period, { measure, value })),
  );
  const given = {
    organisation: listed,
    period: read.period,
    measures: [{ ...own(read), polarity: 'none', value: read.formula }, ...othersOf(read)],
    facts: factsOf(read),
    records,
  };
  expect(scorecardFindings(inputOf(given).scorecard)).toEqual([]);
  const { value, ...rest } = read.gives;
  const measure = editionOf(given).measures[0];
  expect(measure).toMatchObject(rest);
  if (typeof value === 'number') expect(measure?.value).toBeCloseTo(value, 2);
});

test('there is an example of every family of formulas', () => expect(blocks.length).toBeGreaterThan(15));
