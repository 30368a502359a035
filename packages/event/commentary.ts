import * as z from 'zod';
import { name, oneOf, period, prose } from '#event/field.ts';
import { commentaryKinds } from '#event/vocabulary.ts';

const subjects = ['measure', 'milestone', 'group'] as const;

/** `commentary.recorded`: an officer's words on one measure, milestone or group, for one period. */
export const commentaryRecorded = z
  .object({
    scorecard: name,
    measure: name.optional(),
    milestone: name.optional(),
    group: name.optional(),
    period,
    kind: oneOf(commentaryKinds),
    text: prose,
    /** A role, never a person's name. */
    recordedBy: name,
  })
  .check(({ value, issues }) => {
    const given = subjects.filter((subject) => value[subject] !== undefined);
    if (given.length === 1) return;
    const message = `must be given${given[1] ? ' alone' : ''}: exactly one of measure, milestone or group`;
    issues.push({ code: 'custom', input: value, path: [given[1] ?? 'measure'], message });
  });
