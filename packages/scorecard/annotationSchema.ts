import * as z from 'zod';
import { day } from '#scorecard/schemaWords.ts';

/** Something that happened, marked on the time axis of a chart: it explains a change, and is no figure. */
const annotation = z.strictObject({
  on: day.describe('The day it happened; it is shown once that day is over.'),
  text: z.string().min(1).max(80).describe('In a few words: New telephone system.'),
});
export const annotations = z.array(annotation).min(1).max(12);
export type Annotation = z.infer<typeof annotation>;
