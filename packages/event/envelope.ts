import * as z from 'zod';
import { flag, instant, name, oneOf, wholeNumber } from '#event/field.ts';
import { type EventType, streamOfType } from '#event/types.ts';

const types = Object.keys(streamOfType) as [EventType, ...EventType[]];

/** The attributes of a CloudEvents 1.0 event, ours among them. Other extensions are allowed and passed over. */
export const envelope = z
  .object({
    specversion: oneOf(['1.0']),
    id: name,
    source: name,
    type: oneOf(types),
    time: instant,
    organisation: name.optional(),
    revision: wholeNumber(0, Number.MAX_SAFE_INTEGER).default(0),
    withdrawn: flag.default(false),
    data: z.record(z.string(), z.unknown(), { error: 'must be a JSON object' }),
  })
  .check(({ value, issues }) => {
    const message = revisionProblem(value);
    if (message) issues.push({ code: 'custom', input: value, path: ['revision'], message });
  });

const revisionProblem = (event: { type: EventType; revision: number; withdrawn: boolean }): string | undefined => {
  if (event.type === 'web.interaction' && event.revision > 0)
    return 'must be 0: a web interaction is never corrected; send a new id';
  // With equal revisions the content hash would decide, so whether the withdrawal holds would be a matter of luck.
  if (event.withdrawn && event.revision === 0)
    return 'must be given with withdrawn, and higher than that of the event which it withdraws';
  return undefined;
};
