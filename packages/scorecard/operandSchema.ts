import * as z from 'zod';
import { periodId, slug } from '#scorecard/schemaWords.ts';

export const measureId = slug.describe('The id of another measure of this scorecard.');

const before = z.strictObject({
  measure: measureId,
  monthsBefore: z.int().min(1).max(240).describe('Its value so many months earlier.'),
});
const inPeriod = z.strictObject({
  measure: measureId,
  in: periodId.describe('Its value in the same part of that year, 2019 or 2019-20; or in that very period.'),
});

/** Another measure's value at another time than the figure's own. */
export const atAnotherTime = [before, inPeriod] as const;

export const operand = z.union([measureId, ...atAnotherTime], {
  error: 'must be the id of a measure, or { measure: id, monthsBefore: 18 }, or { measure: id, in: 2019-20 }',
});
/** Another measure's value, of the figure's own period or of another. */
export type Operand = z.infer<typeof operand> | { readonly measure: string };
