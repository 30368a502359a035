import type { LegRecord } from '#adapter/freeswitch/record.ts';
import type { Stay } from '#adapter/telephony/stay.ts';

/** What one leg says of the caller's stay; a text says why the leg counts nowhere. */
export type Told = Pick<
  Stay,
  'queues' | 'outcome' | 'offeredMs' | 'answeredMs' | 'endedMs' | 'talkSeconds' | 'transferred'
>;

/** mod_callcenter: the caller's own leg, which it calls the member's, and the times in the queue. */
export const memberTold = (leg: LegRecord, queue: string): Told | undefined => {
  const offeredMs = leg.moment('cc_queue_joined') ?? leg.moment('start');
  const answeredMs = leg.moment('cc_queue_answered');
  const endedMs = leg.moment('cc_queue_terminated') ?? leg.moment('cc_queue_canceled') ?? leg.moment('end');
  if (offeredMs === undefined || endedMs === undefined) return undefined;
  const transferred = isTransferredAfter(leg, answeredMs ?? offeredMs);
  const unanswered = transferred || isSentOn(leg.variable('cc_cancel_reason')) ? 'overflow' : 'abandoned';
  return told({ queues: [queue, withoutDomain(queue)], offeredMs, answeredMs, endedMs, transferred, unanswered });
};

/** `support@default`: the mapping may name it with its domain or without. */
const withoutDomain = (queue: string): string => queue.replace(/@.*$/s, '');

const isSentOn = (reason = ''): boolean => /^(timeout|no_agent_timeout|exit_with_key)$/i.test(reason);

/** mod_fifo: it keeps who served the caller, and no time of joining but the start of the call. */
export const fifoTold = (leg: LegRecord, queue: string): Told | undefined => {
  const [offeredMs, endedMs] = [leg.moment('start'), leg.moment('end')];
  if (offeredMs === undefined || endedMs === undefined) return undefined;
  const isServed = leg.variable('fifo_serviced_uuid') !== undefined || leg.variable('fifo_serviced_by') !== undefined;
  const answeredMs = isServed ? (leg.moment('bridge') ?? leg.moment('answer')) : undefined;
  const transferred = answeredMs !== undefined && isTransferredAfter(leg, answeredMs);
  const isTimeout = /^timeout$/i.test(leg.variable('fifo_status') ?? '');
  const unanswered = transferred || isTimeout ? 'overflow' : 'abandoned';
  return told({ queues: [queue, withoutDomain(queue)], offeredMs, answeredMs, endedMs, transferred, unanswered });
};

/** Any other call, by how it ended; undefined without its times. */
export const callTold = (leg: LegRecord, queues: readonly string[]): Told | undefined => {
  const offeredMs = leg.moment('start');
  const endedMs = leg.moment('end');
  const answeredMs = leg.moment('answer');
  if (offeredMs === undefined || endedMs === undefined) return undefined;
  const cause = leg.variable('hangup_cause') ?? '';
  const transferred = isTransferCause(cause) || (answeredMs !== undefined && isTransferredAfter(leg, answeredMs));
  const unanswered = transferred ? 'overflow' : unansweredBy(cause);
  return told({ queues, offeredMs, answeredMs, endedMs, transferred, unanswered });
};

const told = ({
  unanswered,
  transferred,
  ...times
}: Omit<Told, 'outcome' | 'talkSeconds'> & { readonly unanswered: Stay['outcome'] }): Told => {
  const { answeredMs, endedMs } = times;
  const handedOn = transferred ? { transferred } : {};
  if (answeredMs === undefined) return { ...times, ...handedOn, outcome: unanswered };
  const talkSeconds = Math.max(0, Math.round((endedMs - answeredMs) / 1000));
  return { ...times, ...handedOn, outcome: 'answered', talkSeconds };
};

const isTransferCause = (cause: string): boolean => /^(attended|blind)_transfer$/i.test(cause);

/** The caller gave up, or nobody came to the telephone; anything else is a fault or a refusal. */
const unansweredBy = (cause: string): 'abandoned' | 'failed' =>
  /^(|originator_cancel|no_answer|no_user_response|normal_clearing|normal_unspecified|allotted_timeout)$/i.test(cause)
    ? 'abandoned'
    : 'failed';

/** A dial plan transfers calls on their way; only what comes later hands one on. Times may be cut to whole seconds. */
const isTransferredAfter = (leg: LegRecord, ms: number): boolean =>
  [...leg.profiles.map(({ transferMs }) => transferMs), ...transferTimes(leg)].some(
    (transferMs) => transferMs !== undefined && transferMs > ms + 1000,
  );

/** `1711875600:uuid:bl_xfer:2001/default/XML`, one or several of them. */
const transferTimes = (leg: LegRecord): readonly number[] =>
  [...(leg.variable('transfer_history') ?? '').matchAll(/(?<!\d)(\d{10}):[0-9a-f-]{36}:(?:bl|att)_xfer/gi)].map(
    ([, seconds]) => Number(seconds) * 1000,
  );
