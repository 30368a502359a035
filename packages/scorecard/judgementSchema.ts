import * as z from 'zod';
import { periodId, slug } from '#scorecard/schemaWords.ts';

const band = z
  .strictObject({
    atLeast: z.number().optional(),
    above: z.number().optional(),
    atMost: z.number().optional(),
    below: z.number().optional(),
  })
  .refine((limits) => Object.keys(limits).length > 0, 'is a band without a limit; write { atLeast: 80 }');

export const rating = z.strictObject({
  amber: z
    .strictObject({
      within: z.number().nonnegative(),
      of: z.literal('target').optional(),
      unit: z.enum(['points', 'percent']),
    })
    .optional()
    .describe('How far short of the target is still amber; without it whatever misses the target is red.'),
  against: z
    .enum(['12-months-prior', 'previous-period', 'same-period-last-year', 'baseline'])
    .optional()
    .describe('Judged by an earlier figure in place of a target: no worse is green.'),
  bands: z
    .strictObject({ green: band, amber: band.optional() })
    .optional()
    .describe('Where green and amber begin, instead of a target; the rest is red.'),
  from: z
    .strictObject({
      measures: z.array(slug).min(1).max(40),
      rule: z.enum(['worst', 'majority', 'all-green']),
    })
    .optional()
    .describe('Judged by the colours of other measures of the scorecard.'),
  version: z.string().default('1').describe('Of this rule; printed with every rating.'),
  owner: z.string().optional().describe('The role that decided the rule.'),
});

/** What `compare: baseline` compares with; the value may be left out where the series holds it. */
export const baseline = z.strictObject({ period: periodId, value: z.number().optional() });

export const accumulation = z
  .enum(['in-period', 'year-to-date', 'point-in-time'])
  .describe('What a typed-in figure is of: its period alone, the year so far, or the last day.');

export const annual = z
  .enum(['prorated', 'not-judged'])
  .describe("How the total of a part of a year is judged by the whole year's target.");

export const minimumCases = z
  .int()
  .min(1)
  .describe('A figure from fewer cases than this is published without a colour or a direction.');

export const suppressBelow = z
  .int()
  .min(2)
  .describe('Figures from fewer people than this are hidden, and so are the parts that would tell them.');

const tolerance = {
  within: z.number().nonnegative(),
  unit: z.enum(['points', 'percent']),
};

export const noChange = z
  .union([
    z.strictObject({
      method: z.literal('xmr'),
      within: tolerance.within.optional(),
      unit: tolerance.unit.optional(),
    }),
    z.strictObject(tolerance),
  ])
  .describe('A change of at most this much, or within the process limits of an XmR chart, is no noticeable change.');

export const due = z
  .array(z.enum(['q1', 'q2', 'q3', 'q4']))
  .min(1)
  .max(3)
  .describe('The quarters that bring a figure, where not all of them do.');

export const expectedAfterDays = z
  .int()
  .min(0)
  .max(400)
  .describe('How many days after the end of its period a figure is expected; until then it is not overdue.');

export const suspended = z
  .array(z.strictObject({ from: periodId, to: periodId.optional(), reason: z.string().min(1).max(1000) }))
  .max(20)
  .describe('Periods in which the measure rests: its row stays, with the reason and the last figure.');

export const yearBasis = z.enum(['april', 'calendar']).describe('Which year a yearly figure is of: 2023-24, or 2023.');
