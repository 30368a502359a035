import * as z from 'zod';
import { instant, name, pence, wholeNumber } from '#event/field.ts';

/** A stage is a name; whoever numbers stages may send the number. */
const stage = z.union([name, wholeNumber(0, 99).transform(String)], {
  error: 'must be text of 1 to 200 characters or a whole number from 0 to 99',
});

/** `case.opened` to `case.closed`: one step in the life of a complaint, a request, a referral, an outage. */
export const caseStep = z.object({
  caseId: name,
  kind: name,
  service: name.optional(),
  stage: stage.optional(),
  outcome: name.optional(),
  /** Why this step was taken: an escalation because nobody answered, an article because the council offered it. */
  reason: name.optional(),
  /** The building, the network, the application that the case is about; it holds for the whole case. */
  site: name.optional(),
  /** What came with this step: a compensation paid, what coverage was worth. Sent with one step of a case only. */
  amountPence: pence.optional(),
  at: instant,
});
