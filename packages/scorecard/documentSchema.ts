import * as z from 'zod';
import { day } from '#scorecard/schemaWords.ts';

const rule = 'must be a whole address; write one that begins with https://';

/** Something to look up: a yearly report, the paper that a figure was taken from. */
export const document = z.strictObject({
  title: z.string().min(1).max(300),
  address: z
    .string()
    .max(2_000)
    .regex(/^https?:\/\/[^\s\\]+$/, rule)
    .refine((text) => URL.canParse(text), rule)
    .describe('Where it is: https://…'),
  date: day.describe('When it was published.'),
  format: z.string().min(1).max(40).optional().describe('PDF, for one; a web page when left out.'),
});
export type Document = z.infer<typeof document>;

export const documents = z.array(document).min(1).max(20).describe('What to look up besides, with its address.');
