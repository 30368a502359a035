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
    const problem = revisionProblem(value);
    if (problem) issues.push({ code: 'custom', input: value, path: [problem[0]], message: problem[1] });
  });

type Revised = { readonly type: EventType; readonly revision: number; readonly withdrawn: boolean };

const revisionProblem = ({
  type,
  revision,
  withdrawn,
}: Revised): readonly [field: string, message: string] | undefined => {
  const isWeb = type === 'web.interaction';
  if (isWeb && revision > 0) return ['revision', 'must be 0: a web interaction is never corrected; send a new id'];
  if (isWeb && withdrawn) return ['withdrawn', 'must be false: a web interaction is never withdrawn'];
  // With equal revisions the content hash would decide, so whether the withdrawal holds would be a matter of luck.
  if (withdrawn && revision === 0)
    return ['revision', 'must be given with withdrawn, and higher than that of the event which it withdraws'];
  return undefined;
};
