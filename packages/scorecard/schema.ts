import * as z from 'zod';
import { divisions } from '#calendar/bankHolidays.ts';
import { alignment } from '#scorecard/alignmentSchema.ts';
import { annotations } from '#scorecard/annotationSchema.ts';
import { distribution } from '#scorecard/distributionSchema.ts';
import { documents } from '#scorecard/documentSchema.ts';
import { formula } from '#scorecard/formulaSchema.ts';
import {
  accumulation,
  annual,
  baseline,
  due,
  expectedAfterDays,
  minimumCases,
  noChange,
  rating,
  suppressBelow,
  suspended,
  yearBasis,
} from '#scorecard/judgementSchema.ts';
import { day, frequency, periodId, slug, stream, text, units } from '#scorecard/schemaWords.ts';
import { target } from '#scorecard/targetSchema.ts';
import { theme } from '#scorecard/themeSchema.ts';
import { version } from '#scorecard/versionSchema.ts';

export type { Countable, Formula, Where } from '#scorecard/formulaSchema.ts';
export type { Unit } from '#scorecard/schemaWords.ts';

export const measure = z.strictObject({
  id: slug.describe('Part of the public address: never change it once published.'),
  code: z.string().max(40).optional().describe("The council's own reference."),
  title: z.string().min(1).max(300),
  unit: z.enum(units),
  /** Decimal places on pages; files carry the unrounded value. */
  decimals: z.int().min(0).max(4).optional().describe('Decimal places on pages; files carry the unrounded value.'),
  polarity: z.enum(['higher', 'lower', 'band', 'none']).describe('Which way is better.'),
  frequency: frequency.describe('How long a period each value is of.'),
  year: yearBasis.optional(),
  due: due.optional(),
  expectedAfterDays: expectedAfterDays.optional(),
  suspended: suspended.optional(),
  value: formula.describe('How the value is worked out, or { recorded: true } when an officer types it in.'),
  from: periodId.optional().describe('The first period of the formula; those before it have recorded figures only.'),
  accumulation: accumulation.optional(),
  target: target.optional(),
  annual: annual.optional(),
  rating: rating.optional(),
  minimumCases: minimumCases.optional(),
  suppressBelow: suppressBelow.optional(),
  compare: z
    .enum(['12-months-prior', 'previous-period', 'same-period-last-year', 'baseline'])
    .default('12-months-prior')
    .describe('The period that improvement and direction compare with.'),
  baseline: baseline.optional().describe('What compare, target: { maintain } or rating: { against } name as baseline.'),
  noChange: noChange.optional(),
  /** The newest figure may be up to this many periods older than the edition's; it is printed with its own period. */
  lag: z
    .int()
    .min(0)
    .max(8)
    .default(0)
    .describe("The figure may be up to this many periods older than the edition's; it is printed with its own period."),
  historyRank: z
    .boolean()
    .optional()
    .describe('Whether to publish how the figure ranks in its history, such as the highest ever.'),
  versions: z
    .array(version)
    .max(20)
    .optional()
    .describe('Changes of the definition, the formula, the target or the rating.'),
  definition: text.optional().describe('For the public: what is counted, over what, and what is left out.'),
  source: z.string().max(300).optional().describe('The system that the figures come from.'),
  owner: z.string().max(200).optional().describe('A role, never a name.'),
  documents: documents.optional(),
  distribution: distribution
    .optional()
    .describe('The single values behind the figure, as median, ninetieth percentile, longest and bars.'),
  annotations: annotations.optional().describe('What happened that a reader of the chart should know of.'),
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
  originalDeadline: day
    .optional()
    .describe('Never changes; a new date is recorded as the current deadline. Left out where nobody set one.'),
  precision: z
    .enum(['month', 'season', 'quarter', 'half-year', 'year'])
    .optional()
    .describe('How exact the dates are, where they are not days: the deadline is then the last day of it.'),
  description: text.optional().describe('What is done.'),
  outcome: text.optional().describe('What is to come of it.'),
  wave: z.string().min(1).max(80).optional().describe('Which part of a programme it is: 1, or Spring 2024.'),
  services: z.int().min(0).optional().describe('How many services move with it.'),
});
export type Milestone = z.infer<typeof milestone>;

export const group = z.strictObject({
  id: slug,
  title: z.string().min(1).max(300),
  introduction: text.optional(),
  measures: z.array(measure).default([]),
  milestones: z.array(milestone).default([]),
});

const line = z.strictObject({ id: slug, title: z.string().min(1).max(300) });

export const budget = z.strictObject({
  id: slug.describe('The measure that its amounts are recorded under.'),
  title: z.string().min(1).max(300),
  unit: z.string().max(40).optional().describe('What the amounts are in, as it is printed: £ thousand.'),
  lines: z.array(line).min(1),
  total: z.string().min(1).max(300).describe('What the sum of the lines is called.'),
});
export type Budget = z.infer<typeof budget>;

/** One scorecard file, `scorecards/{org}/{id}.yaml`. */
export const scorecard = z.strictObject({
  id: slug,
  title: z.string().min(1).max(300),
  summary: text.optional(),
  notice: text.optional().describe('Printed on every page, such as who did not publish these figures.'),
  /** How often an edition is closed. */
  frequency: frequency.default('quarter').describe('How often an edition is closed.'),
  release: z
    .enum(['nightly', 'on-sign-off'])
    .optional()
    .describe(
      'Whether the night publishes what it assesses, or waits until an officer releases it; nightly if left out.',
    ),
  /** How many periods the series reaches back, the edition's own included. */
  history: z
    .int()
    .min(1)
    .max(120)
    .default(12)
    .describe("How many periods a series reaches back, the edition's own included."),
  milestoneRating: z
    .strictObject({ windowDays: z.int().min(0).max(366).default(35) })
    .default({ windowDays: 35 })
    .describe("A deadline within this many days of the previous quarter's end is close."),
  groups: z.array(group).min(1),
  annotations: annotations.optional().describe('What happened that a reader of any chart should know of.'),
  alignment: z
    .array(alignment)
    .min(1)
    .optional()
    .describe('Which measures and work belong to what makes the strategy possible.'),
  documents: documents.optional(),
  budgets: z.array(budget).optional().describe('Tables of budget, forecast and variance, filled by recorded amounts.'),
});
export type Scorecard = z.infer<typeof scorecard>;

/** `scorecards/{org}/organisation.yaml`. Values of open dimensions that are not listed are counted as `other`. */
export const organisation = z.strictObject({
  id: slug,
  name: z.string().min(1).max(200),
  website: z.url({ protocol: /^https?$/ }).optional(),
  contact: z.string().max(300).optional(),
  licence: z
    .union([
      z.literal('open-government-licence-3.0'),
      z.strictObject({ title: z.string().min(1).max(120), address: z.url({ protocol: /^https?$/ }) }),
    ])
    .optional()
    .describe('What others may use the published data under. Left out, pages say that none has been stated.'),
  dimensions: z
    .record(z.string(), z.array(z.string().min(1).max(120)).max(64))
    .default({})
    .describe('Values of queue, service, enquiryType and so on; whatever is not listed is counted as other.'),
  labels: z
    .record(z.string(), z.record(z.string().min(1), z.string().min(1).max(120)))
    .optional()
    .describe(
      'What pages print instead of a value that senders write, by dimension: service: { council-tax: Council tax }.',
    ),
  /** Days on which a stream is expected to bring something; others are not counted as missing. */
  expected: z
    .partialRecord(stream, z.enum(['every-day', 'weekdays', 'working-days', 'any-day']))
    .default({})
    .describe('Days on which a stream brings something; every day when left out. any-day: no day is ever missed.'),
  division: z
    .enum(divisions)
    .optional()
    .describe('Whose bank holidays are no working-days: england-and-wales if left out.'),
  repliesUnseen: z
    .array(z.string().min(1))
    .max(64)
    .optional()
    .describe('Networks and channels whose replies cannot be seen: nothing is said of how fast they are answered.'),
  theme: theme.optional().describe("The organisation's logo, colours and links on its pages."),
});
export type Organisation = z.infer<typeof organisation>;
