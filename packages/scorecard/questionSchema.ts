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
export const where = z
  .record(z.string(), condition)
  .describe('What must hold: a dimension equals a value or one of several; a number is atMost or atLeast a limit.');
export type Where = z.infer<typeof where>;

const streamAndName = /^[a-z]+\.[a-zA-Z]+$/;
/** `{stream}.{number}`, such as `call.waitSeconds`. */
export const numberOf = z.string().regex(streamAndName, 'must be a stream and a number, such as call.waitSeconds');
/** `{stream}.{field}` of an id that is counted once however often it occurs. */
export const idOf = z.string().regex(streamAndName, 'must be a stream and an id of it, such as web.visitorKey');

export const count = z.strictObject({ count: stream, where: where.optional() });
export const sum = z.strictObject({ sum: numberOf, where: where.optional() });
export const latest = z.strictObject({ latest: numberOf, where: where.optional() });
export const countable = z.union([count, sum], { error: 'must be a count or a sum; write { count: call }' });
export type Countable = z.infer<typeof countable>;
