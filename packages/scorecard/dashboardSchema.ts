import * as z from 'zod';
import { slug, text } from '#scorecard/schemaWords.ts';

const title = z.string().min(1).max(300);

export const dashboardSection = z.strictObject({
  id: slug.describe('Part of the public address where the section has a page of its own.'),
  title,
  introduction: text.optional(),
  page: z.boolean().default(false).describe('Whether the section has a page of its own, such as one for each service.'),
  headline: z.boolean().default(false).describe('Whether its figures are set large, as the main targets are.'),
  measures: z.array(slug).min(1).max(40).describe('Ids of measures of the scorecard that have one figure a month.'),
});
export type DashboardSection = z.infer<typeof dashboardSection>;

/** `scorecards/{org}/dashboards/{id}.yaml`: a scorecard's monthly figures in an order of their own, a page a month. */
export const dashboard = z.strictObject({
  id: slug.describe('Part of the public address: never change it once published.'),
  title,
  summary: text.optional(),
  scorecard: slug.describe('The scorecard whose measures it shows.'),
  sections: z.array(dashboardSection).min(1).max(40),
  totals: z
    .array(slug)
    .default([])
    .describe('Measures whose months may be added up to a year: counts and sums, never shares, means or readings.'),
});
export type Dashboard = z.infer<typeof dashboard>;
