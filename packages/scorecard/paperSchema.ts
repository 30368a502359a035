import * as z from 'zod';
import { day, periodId, slug } from '#scorecard/schemaWords.ts';

const line = z.string().min(1).max(300);

/** What stands between the two lines of dashes at the head of `scorecards/{org}/papers/{scorecard}-{period}.md`. */
export const paperFront = z.strictObject({
  scorecard: slug,
  period: periodId,
  title: line,
  /** Whom it is for. */
  meeting: line.describe('The committee, cabinet or panel that the paper goes to.'),
  date: day.describe('The day of the meeting.'),
  item: z.string().max(40).optional().describe('The number of the item on the agenda.'),
  label: z.string().max(60).optional().describe('A handling label, such as Public or Official, printed on every page.'),
  version: z.string().max(40).optional().describe('Of the paper, such as 1.2 or final.'),
  reportOf: line.optional().describe('The role that reports, never a name: Director of Resources.'),
  author: z
    .strictObject({ role: line, contact: line.optional() })
    .optional()
    .describe('The role that wrote it and how to reach the role.'),
  appendix: z.boolean().default(true).describe('Whether the figures of the edition follow the text.'),
});
export type PaperFront = z.infer<typeof paperFront>;

/** A committee paper as it is pushed: its text is checked then, and rendered anew with each edition of its period. */
export interface Paper extends PaperFront {
  /** Markdown, with figures bound by name: `{{measure.calls-answered.value}}`. */
  readonly body: string;
}
