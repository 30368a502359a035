import * as z from 'zod';
import { day, flag, name, oneOf, prose } from '#event/field.ts';
import { milestoneStatuses } from '#event/vocabulary.ts';

interface Due {
  readonly currentDeadline?: string;
  readonly undated?: boolean;
}

const dueProblem = ({ currentDeadline, undated = false }: Due): string | undefined => {
  if (currentDeadline === undefined)
    return undated ? undefined : 'must be a date, such as 2024-03-31, unless undated is true';
  return undated ? 'must be left out where undated is true' : undefined;
};

/** `milestone.updated`: where a milestone stands. Its original deadline is in the scorecard and never changes. */
export const milestoneUpdated = z
  .object({
    scorecard: name,
    milestone: name,
    status: oneOf(milestoneStatuses),
    currentDeadline: day.optional(),
    /** Work that nobody set a deadline for. */
    undated: flag.optional(),
    completedOn: day.optional(),
    reason: prose.optional(),
    comment: prose.optional(),
    /** A role, never a person's name. */
    recordedBy: name.optional(),
  })
  .check(({ value, issues }) => {
    const message = dueProblem(value);
    if (message) issues.push({ code: 'custom', input: value, path: ['currentDeadline'], message });
  });
