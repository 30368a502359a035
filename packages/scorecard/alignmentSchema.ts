import * as z from 'zod';
import { slug } from '#scorecard/schemaWords.ts';

/** What a strategy says of why a measure is there; a measure may stand in many rows. */
export const alignment = z.strictObject({
  enabler: z.string().min(1).max(300).describe('What makes the strategy possible, in the words of the strategy.'),
  deliverable: z.string().min(1).max(1000).optional().describe('What is to come of it.'),
  milestones: z.array(slug).default([]).describe('The work that belongs to it, by the ids of milestones.'),
  measures: z.array(slug).min(1).describe('How it is measured, by the ids of measures.'),
});
export type Alignment = z.infer<typeof alignment>;
