import * as z from 'zod';
import { periodId } from '#scorecard/schemaWords.ts';

export const target = z
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
export const baseline = z.strictObject({ period: periodId, value: z.number().optional() });
