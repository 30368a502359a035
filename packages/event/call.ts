import * as z from 'zod';
import { flag, instant, name, oneOf, seconds } from '#event/field.ts';
import { inOrder } from '#event/order.ts';
import { callDirections, callOutcomes } from '#event/vocabulary.ts';

/** `contact.call.completed`: one call's stay in one queue, when it is over. */
export const callCompleted = z
  .object({
    callId: name,
    queue: name,
    service: name.optional(),
    direction: oneOf(callDirections),
    /** When the caller joined the queue; its London date is the day the call counts in. */
    offeredAt: instant,
    answeredAt: instant.optional(),
    endedAt: instant,
    outcome: oneOf(callOutcomes),
    waitSeconds: seconds,
    /** Nobody knows how long the caller waited: `waitSeconds` stands there because it must, and is never looked at. */
    waitUnknown: flag.optional(),
    talkSeconds: seconds.optional(),
    holdSeconds: seconds.optional(),
    wrapSeconds: seconds.optional(),
    transferred: flag.optional(),
    resolvedAtFirstContact: flag.optional(),
    enquiryType: name.optional(),
  })
  .check(inOrder('offeredAt', 'answeredAt', 'endedAt'));
