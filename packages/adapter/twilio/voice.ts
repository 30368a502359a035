import type { AdapterContext, Item } from '#adapter/adapter.ts';
import { momentOf, secondsOf } from '#adapter/telephony/moment.ts';
import { firstMapped, leftOutItem, refusedItem, type Stay, safeId, stayItem } from '#adapter/telephony/stay.ts';
import type { Fields } from '#adapter/twilio/fields.ts';

const outcomes: Readonly<Record<string, Stay['outcome']>> = {
  completed: 'answered',
  busy: 'failed',
  failed: 'failed',
  'no-answer': 'abandoned',
  canceled: 'abandoned',
};
const unfinished = new Set(['queued', 'initiated', 'ringing', 'answered', 'in-progress']);

export const callSidShape = /^CA[0-9a-f]{32}$/i;

/** Of a call as Twilio's telephones saw it; tasks.ts withdraws it where the call became a task. */
export const voiceId = (callSid: string, context: AdapterContext): string =>
  `voice/${safeId(callSid, callSidShape, context)}`;

/** A sequence number is never as high. */
export const withdrawingRevision = 1_000_000;

/** A status callback: only of a call's end, and only of the caller's own leg. */
export const voiceItem = (fields: Fields, context: AdapterContext, text: () => string): Item => {
  const status = (fields.get('callstatus') ?? '').toLowerCase();
  if (unfinished.has(status)) return leftOutItem('a call that is not over yet', text);
  const outcome = Object.hasOwn(outcomes, status) ? outcomes[status] : undefined;
  if (!outcome) return refusedItem('CallStatus must be one of Twilio’s, such as completed', text, '/CallStatus');
  if (fields.has('parentcallsid') || fields.get('direction') === 'outbound-dial')
    return leftOutItem('a leg of another call', text);
  const endedMs = momentOf(fields.get('timestamp'));
  const talkSeconds = outcome === 'answered' ? secondsOf(fields.get('callduration')) : 0;
  if (endedMs === undefined) return refusedItem('Timestamp must be a time', text, '/Timestamp');
  if (talkSeconds === undefined)
    return refusedItem('a completed call must have a CallDuration, in whole seconds', text, '/CallDuration');
  return stayItem(stayOf(fields, context, { outcome, endedMs, talkSeconds }), context, text);
};

type Ending = { readonly outcome: Stay['outcome']; readonly endedMs: number; readonly talkSeconds: number };

/** Twilio itself answers at once; how long the caller then waits for a person only TaskRouter knows. Nobody waits for a call we make. */
const stayOf = (fields: Fields, context: AdapterContext, { outcome, endedMs, talkSeconds }: Ending): Stay => {
  const callSid = fields.get('callsid') ?? '';
  const offeredMs = endedMs - talkSeconds * 1000;
  const isOutbound = /^outbound/i.test(fields.get('direction') ?? '');
  const isAnswered = outcome === 'answered';
  return {
    id: voiceId(callSid, context),
    revision: Math.min(secondsOf(fields.get('sequencenumber')) ?? 0, withdrawingRevision - 1),
    callId: safeId(callSid, callSidShape, context),
    queues: [...ourNumber(fields.get(isOutbound ? 'from' : 'to') ?? '', context), 'voice'],
    direction: isOutbound ? 'outbound' : 'inbound',
    outcome,
    offeredMs,
    endedMs,
    ...(!isOutbound && { waitUnknown: true }),
    ...(isAnswered && { answeredMs: offeredMs, talkSeconds }),
  };
};

/** The council's end of the call, where the mapping names it; any other number stays out. */
const ourNumber = (number: string, { source }: AdapterContext): readonly string[] => {
  const { queue, service } = source.mapping;
  return (firstMapped([number], queue) ?? firstMapped([number], service)) === undefined ? [] : [number];
};
