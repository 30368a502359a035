import * as z from 'zod';
import { stream } from '#scorecard/schemaWords.ts';

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
