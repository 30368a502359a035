import type { AdapterContext } from '#adapter/adapter.ts';
import { queueKey, safeId } from '#adapter/telephony/stay.ts';

/** The second of the channel's making and a counter, perhaps after the system's name: `pbx-1711875600.42`. */
const uniqueId = /^(?:[a-z]{1,20}-)?[12]\d{9}\.\d{1,9}$/i;

export const callIdOf = (id: string, context: AdapterContext): string => safeId(id, uniqueId, context);

/** A call may pass two queues, and is counted in each. */
export const stayId = (id: string, queue: string, context: AdapterContext): string =>
  `${callIdOf(id, context)}/${queueKey(queue, context)}`;
