import * as z from 'zod';
import { periodId } from '#scorecard/schemaWords.ts';

const range = z
  .strictObject({ from: z.number(), to: z.number() })
  .describe('With polarity: band. Both ends are on target.');

const point = z.strictObject({ period: periodId, value: z.number() });

export const targetPath = z
  .strictObject({
    path: z.enum(['steps', 'straight-line']).describe('Holds until the next point; or rises evenly, period by period.'),
    from: point,
    to: point.describe('Holds from its period on.'),
    via: z.array(point).default([]).describe('Points in between, oldest first.'),
  })
  .describe('A target that moves: the periods in between follow from its points.');
export type TargetPath = z.infer<typeof targetPath>;

const maintained = z
  .strictObject({ maintain: z.union([z.number(), z.literal('baseline')]) })
  .describe('To keep what there is: a number, or the figure of the baseline.');

const byPeriod = z
  .record(periodId, z.union([z.number(), range, z.null()], { error: 'must be a number, or empty for no target' }))
  .describe("A number for each period, or nothing where there is none; a year's target serves its quarters.");

export const target = z
  .union([z.number(), maintained, targetPath, range, byPeriod], {
    error: 'must be a number, or numbers by period; write 80, without a percent sign, or { 2023-24: 80 }',
  })
  .describe('One number for every period; a number for each; a band { from, to }; { maintain }; or a path.');
export type Target = z.infer<typeof target>;
