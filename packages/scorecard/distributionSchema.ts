import * as z from 'zod';
import { numberOf, where } from '#scorecard/questionSchema.ts';

const isRising = (limits: readonly number[]): boolean =>
  limits.every((limit, i) => i === 0 || limit > (limits[i - 1] ?? limit));

/** How the single values behind a figure lie: an average alone can hide the longest waits. */
export const distribution = z.strictObject({
  of: numberOf.describe('The number whose values are shown, such as call.waitSeconds.'),
  where: where.optional(),
  by: z.string().min(1).optional().describe('A dimension to show apart, such as service.'),
  limits: z
    .array(z.int().min(0))
    .min(1)
    .max(8)
    .refine(isRising, 'must rise; write limits: [20, 60, 120, 300]')
    .describe("Where each bar ends, in the number's own unit; the last bar has no end."),
});
export type Distribution = z.infer<typeof distribution>;
