import * as z from 'zod';

/** What the files' schemas share. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
  .max(80);
export const text = z.string().min(1).max(10_000);
export const periodId = z
  .string()
  .regex(/^\d{4}(-\d{2}(-(q[1-4]|h[12]))?)?$/, 'must be a period such as 2023-24-q3, 2023-24 or 2016-05');
export const day = z.iso.date();
export const frequency = z.enum(['month', 'quarter', 'half-year', 'year']);
export const stream = z.enum(['call', 'message', 'visit', 'transaction', 'web', 'case', 'survey', 'gauge']);

export const units = [
  'percent',
  'count',
  'seconds',
  'minutes',
  'hours',
  'days',
  'pence',
  'pounds',
  'score',
  'fte',
] as const;
export type Unit = (typeof units)[number];
