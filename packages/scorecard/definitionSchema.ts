import * as z from 'zod';
import { measure } from '#scorecard/schema.ts';

const named = { id: z.string(), name: z.string() };

/** A measure as one organisation publishes it and another can take it over: `definition.json`. */
export const definition = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal('definition-1'),
  organisation: z.strictObject(named).describe('Who works the figure out so.'),
  scorecard: z.strictObject({ id: z.string(), title: z.string() }),
  edition: z
    .strictObject({ period: z.string(), number: z.int(), asOf: z.iso.date() })
    .describe('The edition that it was in force for.'),
  formula: z.string().describe('How the figure is worked out, in words.'),
  measure: measure.describe("Goes under a group's measures in a scorecard file."),
  uses: z.array(measure).optional().describe('Measures that it is worked out from or judged by; they go there too.'),
  dimensions: z
    .record(z.string(), z.array(z.string()))
    .optional()
    .describe('Values that organisation.yaml must list under dimensions, or they are counted as other.'),
  repliesUnseen: z.array(z.string()).optional().describe('Goes into organisation.yaml, for the channels that it has.'),
  published: z
    .strictObject({
      period: z.string(),
      value: z.number().optional(),
      numerator: z.number().optional(),
      denominator: z.number().optional(),
    })
    .describe('What it gave, in the unit, unrounded.'),
});
export type Definition = z.infer<typeof definition>;
