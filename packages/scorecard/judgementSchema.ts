import * as z from 'zod';
import { periodId } from '#scorecard/schemaWords.ts';

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
    .strictObject({ within: z.number().nonnegative(), of: z.literal('target'), unit: z.enum(['points', 'percent']) })
    .optional()
    .describe('How far short of the target is still amber; without it whatever misses the target is red.'),
  bands: z
    .strictObject({ green: band, amber: band.optional() })
    .optional()
    .describe('Where green and amber begin, instead of a target; the rest is red.'),
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
