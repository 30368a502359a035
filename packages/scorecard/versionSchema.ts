import * as z from 'zod';
import { formula } from '#scorecard/formulaSchema.ts';
import { rating } from '#scorecard/judgementSchema.ts';
import { periodId, text } from '#scorecard/schemaWords.ts';
import { target } from '#scorecard/targetSchema.ts';

export const version = z
  .strictObject({
    from: periodId.describe('The first period that it holds for.'),
    note: z.string().min(1).max(1000).describe('What changed and why; printed with the break, or with each revision.'),
    restate: z.boolean().optional().describe('Work out the periods before it anew, instead of breaking the series.'),
    definition: text.optional(),
    value: formula.optional(),
    target: target.optional(),
    rating: rating.optional(),
  })
  .refine(
    ({ definition, value, target: aim, rating: rule }) => (definition ?? value ?? aim ?? rule) !== undefined,
    'changes nothing; write a definition, a value, a target or a rating',
  );
export type Version = z.infer<typeof version>;
