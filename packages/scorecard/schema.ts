import * as z from 'zod';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
  .max(80);
const text = z.string().min(1).max(10_000);
const periodId = z
  .string()
  .regex(/^\d{4}(-\d{2}(-(q[1-4]|h[12]))?)?$/, 'must be a period such as 2023-24-q3, 2023-24 or 2016-05');
const day = z.iso.date();
const frequency = z.enum(['month', 'quarter', 'half-year', 'year']);
const stream = z.enum(['call', 'message', 'visit', 'transaction', 'web', 'case', 'survey', 'gauge']);

export const units = [
  'percent',
  'count',
  'seconds',
  'minutes',
  'hours',
  'days',
  'pence',
  'pounds',
  'score',
  'fte',
] as const;
export type Unit = (typeof units)[number];

/** A value that a dimension must equal, or several; or, for a number, a range. */
const condition = z.union(
  [
    z.string().min(1),
    z.boolean(),
    z.array(z.string().min(1)).min(1),
    z
      .strictObject({ atMost: z.number().optional(), atLeast: z.number().optional() })
      .refine(
        ({ atMost, atLeast }) => atMost !== undefined || atLeast !== undefined,
        'is a range without a limit; write { atMost: 80 } or { atLeast: 10 }',
      ),
  ],
  { error: 'must be a value, a list of values or a range; write { atMost: 80 } or { atLeast: 10 } for a number' },
);
const where = z
  .record(z.string(), condition)
  .describe('What must hold: a dimension equals a value or one of several; a number is atMost or atLeast a limit.');
export type Where = z.infer<typeof where>;

/** `{stream}.{number}`, such as `call.waitSeconds`. */
const numberOf = z.string().regex(/^[a-z]+\.[a-zA-Z]+$/, 'must be a stream and a number, such as call.waitSeconds');

export const count = z.strictObject({ count: stream, where: where.optional() });
export const sum = z.strictObject({ sum: numberOf, where: where.optional() });
export const mean = z.strictObject({ mean: numberOf, where: where.optional() });
/** Nearest rank: the smallest value that at least `at` percent of the values do not exceed. */
export const percentile = z.strictObject({
  percentile: numberOf,
  at: z.number().gt(0).max(100),
  where: where.optional(),
});
/** Of those that match `of`, the part that also matches `where`. */
export const share = z.strictObject({ share: stream, where, of: where.optional() });
export const latest = z.strictObject({ latest: numberOf, where: where.optional() });
export const recorded = z.strictObject({ recorded: z.literal(true) });
const countable = z.union([count, sum], { error: 'must be a count or a sum; write { count: call }' });
export const ratio = z.strictObject({ ratio: z.strictObject({ of: countable, over: countable }) });
export const formula = z.union([count, sum, mean, percentile, share, ratio, latest, recorded], {
  error: 'must be a formula; write { recorded: true }, or one such as { count: call }',
});
export type Formula = z.infer<typeof formula>;
export type Countable = z.infer<typeof countable>;

const target = z
  .union([z.number(), z.record(periodId, z.number())], {
    error: 'must be a number, or numbers by period; write 80, without a percent sign, or { 2023-24: 80 }',
  })
  .describe("One number for every period, or a number for each period; a year's target serves its quarters.");

export const rating = z.strictObject({
  amber: z
    .strictObject({ within: z.number().nonnegative(), of: z.literal('target'), unit: z.enum(['points', 'percent']) })
    .optional()
    .describe('How far short of the target is still amber; without it whatever misses the target is red.'),
  version: z.string().default('1').describe('Of this rule; printed with every rating.'),
  owner: z.string().optional().describe('The role that decided the rule.'),
});

/** What `compare: baseline` compares with; the value may be left out where the series holds it. */
const baseline = z.strictObject({ period: periodId, value: z.number().optional() });

export const measure = z.strictObject({
  id: slug.describe('Part of the public address: never change it once published.'),
  code: z.string().max(40).optional().describe("The council's own reference."),
  title: z.string().min(1).max(300),
  unit: z.enum(units),
  /** Decimal places on pages; files carry the unrounded value. */
  decimals: z.int().min(0).max(4).optional().describe('Decimal places on pages; files carry the unrounded value.'),
  polarity: z.enum(['higher', 'lower', 'band', 'none']).describe('Which way is better.'),
  frequency: frequency.describe('How long a period each value is of.'),
  value: formula.describe('How the value is worked out, or { recorded: true } when an officer types it in.'),
  target: target.optional(),
  rating: rating.optional(),
  compare: z
    .enum(['12-months-prior', 'previous-period', 'same-period-last-year', 'baseline'])
    .default('12-months-prior')
    .describe('The period that improvement and direction compare with.'),
  baseline: baseline.optional().describe('Only with compare: baseline.'),
  noChange: z
    .strictObject({ within: z.number().nonnegative(), unit: z.enum(['points', 'percent']) })
    .optional()
    .describe('A change of at most this much is no noticeable change.'),
  /** The newest figure may be up to this many periods older than the edition's; it is printed with its own period. */
  lag: z
    .int()
    .min(0)
    .max(8)
    .default(0)
    .describe("The figure may be up to this many periods older than the edition's; it is printed with its own period."),
  definition: text.optional().describe('For the public: what is counted, over what, and what is left out.'),
  source: z.string().max(300).optional().describe('The system that the figures come from.'),
  owner: z.string().max(200).optional().describe('A role, never a name.'),
  /** Cut by one dimension, for the tables below the figure. */
  cuts: z.array(z.string()).max(4).default([]).describe('Dimensions to break the figure down by.'),
});
export type Measure = z.infer<typeof measure>;
export type Polarity = Measure['polarity'];
export type Frequency = z.infer<typeof frequency>;

export const milestone = z.strictObject({
  id: slug,
  title: z.string().min(1).max(300),
  owner: z.string().max(300).optional(),
  start: day.optional(),
  originalDeadline: day.describe('Never changes; a new date is recorded as the current deadline.'),
});
export type Milestone = z.infer<typeof milestone>;

export const group = z.strictObject({
  id: slug,
  title: z.string().min(1).max(300),
  introduction: text.optional(),
  measures: z.array(measure).default([]),
  milestones: z.array(milestone).default([]),
});

/** One scorecard file, `scorecards/{org}/{id}.yaml`. */
export const scorecard = z.strictObject({
  id: slug,
  title: z.string().min(1).max(300),
  summary: text.optional(),
  notice: text.optional().describe('Printed on every page, such as who did not publish these figures.'),
  /** How often an edition is closed. */
  frequency: frequency.default('quarter').describe('How often an edition is closed.'),
  /** How many periods the series reaches back, the edition's own included. */
  history: z
    .int()
    .min(1)
    .max(40)
    .default(12)
    .describe("How many periods a series reaches back, the edition's own included."),
  milestoneRating: z
    .strictObject({ windowDays: z.int().min(0).max(366).default(35) })
    .default({ windowDays: 35 })
    .describe("A deadline within this many days of the previous quarter's end is close."),
  groups: z.array(group).min(1),
});
export type Scorecard = z.infer<typeof scorecard>;

/** `scorecards/{org}/organisation.yaml`. Values of open dimensions that are not listed are counted as `other`. */
export const organisation = z.strictObject({
  id: slug,
  name: z.string().min(1).max(200),
  website: z.url({ protocol: /^https?$/ }).optional(),
  contact: z.string().max(300).optional(),
  dimensions: z
    .record(z.string(), z.array(z.string().min(1).max(120)).max(64))
    .default({})
    .describe('Values of queue, service, enquiryType and so on; whatever is not listed is counted as other.'),
  /** Days on which a stream is expected to bring something; others are not counted as missing. */
  expected: z
    .partialRecord(stream, z.enum(['every-day', 'weekdays']))
    .default({})
    .describe('Days on which a stream brings something; every day when left out.'),
});
export type Organisation = z.infer<typeof organisation>;

/** `scorecards/{org}/sources.yaml`: who may post. Their secrets are elsewhere, by the source's id. */
export const source = z.strictObject({
  id: slug,
  title: z.string().max(200).optional(),
  adapter: z.enum(['cloudevents']).default('cloudevents'),
  /** How it proves who it is. */
  trust: z.enum(['signed', 'token']).default('signed'),
  /** The types it may send; all when left out. */
  types: z.array(z.string()).optional(),
});
export const sources = z.strictObject({ sources: z.array(source).min(1) });
export type Source = z.infer<typeof source>;
