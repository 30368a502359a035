import { type CanonicalEvent, type Stream, streamOfType } from '#event/types.ts';

/** The field that groups facts which bear on one another. */
const fieldOf: Partial<Record<Stream, string>> = { message: 'threadId', case: 'caseId', record: 'scorecard' };

/**
 * The thread, the case or the scorecard; any other fact is its own subject, so that two ids with one callId are two
 * calls. Given data already hashed. Neither part of a name holds a line break, so the pair is unambiguous.
 */
export const subjectOf = ({
  type,
  source,
  id,
  data,
}: Pick<CanonicalEvent, 'type' | 'source' | 'id' | 'data'>): string => {
  const field = fieldOf[streamOfType[type]];
  return field === undefined ? `${source}\n${id}` : String(data[field]);
};
