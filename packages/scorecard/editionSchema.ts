import * as z from 'zod';
import { units } from '#scorecard/schema.ts';

/** Objects stay open: a minor version may add keys, and a reader of an older one must not refuse them. */
const day = z.iso.date();
const number = z.number().optional();
const text = z.string().optional();
const frequency = z.enum(['month', 'quarter', 'half-year', 'year']);
const colour = z.enum(['green', 'amber', 'red', 'no-target', 'not-reported']);
const judged = z.enum(['green', 'amber', 'red']);
const status = z.enum(['provisional', 'confirmed', 'revised', 'not-published']);

const commentary = z.object({
  kind: z.enum(['comment', 'performance', 'current-activity', 'future-activity']),
  text: z.string(),
  recordedBy: z.string().describe('A role, never a name.'),
  on: day,
  period: z.string(),
});

const point = z.object({
  period: z.string(),
  label: z.string(),
  value: number,
  target: number,
  colour,
  status,
  complete: z.boolean(),
  break: text.describe('Why the line may not be read across the start of this period.'),
});

const improvement = z.object({
  value: z.number().describe('Relative change in percent; positive is better.'),
  basis: z.string(),
  from: z.object({ period: z.string(), label: z.string(), value: number }),
  change: number.describe("Now minus then, in the measure's unit; absent where only the change was recorded."),
  recorded: z.boolean().optional(),
});

const measureRating = z.object({
  colour,
  reason: z.string(),
  rule: z.object({ text: z.string(), version: z.string(), owner: text }).optional(),
  toNextBand: z.object({ colour: judged, by: z.number().positive() }).optional(),
});

const cut = z.object({
  by: z.string(),
  rows: z.array(z.object({ name: z.string(), value: number, denominator: number })),
});

const coverage = z.object({
  expectedDays: z.int().nonnegative(),
  daysWithData: z.int().nonnegative(),
  missing: z.array(day),
});

const measure = z.object({
  id: z.string(),
  code: text,
  title: z.string(),
  unit: z.enum(units),
  decimals: z.int(),
  polarity: z.enum(['higher', 'lower', 'band', 'none']),
  frequency,
  definition: text,
  formula: z.string(),
  source: text,
  owner: text,
  group: z.string(),
  value: number.describe("In the measure's unit, unrounded; a percent is 0 to 100."),
  numerator: number,
  denominator: number,
  qualifier: text,
  period: z.string(),
  periodLabel: z.string(),
  asOf: day,
  status,
  notPublishedReason: text.describe('Present exactly when there is no value.'),
  target: number,
  variance: number,
  rating: measureRating,
  flags: z.array(z.enum(['overdue', 'stale', 'suspended', 'suppressed', 'incomplete', 'estimated'])),
  direction: z.enum(['improving', 'deteriorating', 'no-change', 'not-applicable']),
  improvement: improvement.optional(),
  notComparedReason: text,
  series: z.array(point),
  comparators: z.array(z.object({ name: z.string(), value: z.number(), period: z.string() })),
  cuts: z.array(cut),
  commentary: z.array(commentary),
  coverage: coverage.optional(),
});

const milestone = z.object({
  id: z.string(),
  title: z.string(),
  owner: text,
  group: z.string(),
  start: day.optional(),
  originalDeadline: day,
  currentDeadline: day,
  completedOn: day.optional(),
  status: z.enum(['on-track', 'delayed', 'complete']),
  weeksDelay: z.int().nonnegative().optional(),
  rating: z.object({ colour: judged, reason: z.string() }),
  rebaselined: z.int().nonnegative(),
  reason: text,
  comment: text,
  recordedBy: text,
});

const group = z.object({
  id: z.string(),
  title: z.string(),
  introduction: text,
  measures: z.array(z.string()),
  milestones: z.array(z.string()),
  commentary: z.array(commentary),
});

export const editionSchema = z
  .object({
    schema: z.literal('edition-1'),
    organisation: z.object({ id: z.string(), name: z.string(), website: text }),
    scorecard: z.object({ id: z.string(), title: z.string(), summary: text, notice: text, frequency }),
    period: z.object({ id: z.string(), start: day, end: day, label: z.string(), complete: z.boolean() }),
    asOf: day,
    publishedAt: z.iso.datetime(),
    edition: z.int().positive(),
    software: z.string(),
    groups: z.array(group),
    measures: z.array(measure),
    milestones: z.array(milestone),
    milestoneRule: z.object({ windowDays: z.int(), previousQuarterEnd: day }),
    mostImproved: z.array(z.string()),
    mostWorsened: z.array(z.string()),
    revisions: z.array(
      z.object({ measure: z.string(), period: z.string(), from: number, to: number, reason: z.string() }),
    ),
  })
  .meta({ title: 'One edition of a scorecard' });
