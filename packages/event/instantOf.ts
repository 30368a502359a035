import { type CanonicalEvent, type Stream, streamOfType } from '#event/types.ts';

/** The field of `data` whose London date is the day that an event counts in; the others count by the event's `time`. */
const fieldOf: Partial<Record<Stream, string>> = {
  call: 'offeredAt',
  message: 'sentAt',
  visit: 'arrivedAt',
  case: 'at',
};

/** The moment that decides the day. ISO 8601 in UTC with milliseconds. */
export const instantOf = ({ type, time, data }: Pick<CanonicalEvent, 'type' | 'time' | 'data'>): string => {
  const field = fieldOf[streamOfType[type]];
  return field === undefined ? time : String(data[field]);
};
