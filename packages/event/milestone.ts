import * as z from 'zod';
import { day, name, oneOf, prose } from '#event/field.ts';
import { milestoneStatuses } from '#event/vocabulary.ts';

/** `milestone.updated`: where a milestone stands. Its original deadline is in the scorecard and never changes. */
export const milestoneUpdated = z.object({
  scorecard: name,
  milestone: name,
  status: oneOf(milestoneStatuses),
  currentDeadline: day,
  completedOn: day.optional(),
  reason: prose.optional(),
  comment: prose.optional(),
  /** A role, never a person's name. */
  recordedBy: name.optional(),
});
