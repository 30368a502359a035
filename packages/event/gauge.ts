import * as z from 'zod';
import { dimensions, name, number } from '#event/field.ts';

/** `gauge.read`: what a counter showed at a moment: followers, accounts, headcount, population. */
export const gaugeRead = z.object({
  gauge: name,
  value: number,
  dimensions: dimensions.optional(),
});
