import * as z from 'zod';
import { instant, name, wholeNumber } from '#event/field.ts';

/** A stage is a name; whoever numbers stages may send the number. */
const stage = z.union([name, wholeNumber(0, 99).transform(String)], {
  error: 'must be text of 1 to 200 characters or a whole number from 0 to 99',
});

/** `case.opened` to `case.closed`: one step in the life of a complaint, a request, a referral. */
export const caseStep = z.object({
  caseId: name,
  kind: name,
  service: name.optional(),
  stage: stage.optional(),
  outcome: name.optional(),
  at: instant,
});
