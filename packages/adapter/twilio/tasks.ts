import type { AdapterContext, Item } from '#adapter/adapter.ts';
import { jsonOf } from '#adapter/json.ts';
import { momentOf, secondsOf } from '#adapter/telephony/moment.ts';
import { leftOutItem, refusedItem, type Stay, safeId, stayEvent, toldBy } from '#adapter/telephony/stay.ts';
import { type Fields, fieldsOf } from '#adapter/twilio/fields.ts';
import { callSidShape, voiceId, withdrawingRevision } from '#adapter/twilio/voice.ts';

const known = /^(task|task-queue|task-channel|reservation|workflow|worker|activity|workspace)\./;
const written = /^(chat|sms|email|video|web|webchat|whatsapp|facebook|messenger|instagram)$/i;
const taskSidShape = /^WT[0-9a-f]{32}$/i;

/** A task's event: its first acceptance is the call's answer, its cancelling before that the caller's end. */
export const taskItem = (fields: Fields, context: AdapterContext, text: () => string): Item => {
  const event = (fields.get('eventtype') ?? '').toLowerCase();
  if (!known.test(event)) return refusedItem('EventType must be one of TaskRouter’s', text, '/EventType');
  if (event !== 'reservation.accepted' && event !== 'task.canceled')
    return leftOutItem('an event that neither answers a task nor cancels it', text);
  if (written.test(fields.get('taskchanneluniquename') ?? '')) return leftOutItem('a task that is no call', text);
  const taskSid = fields.get('tasksid');
  if (taskSid === undefined) return refusedItem('TaskSid must name the task', text, '/TaskSid');
  const times = timesOf(fields);
  if (!times)
    return refusedItem('Timestamp, and TaskAge or TaskDateCreated, must tell how long the caller waited', text);
  const stay = { ...stayOf(fields, taskSid, context), ...times, ...fateOf(event, fields, times) };
  return { events: [stayEvent(stay, context.source), ...withdrawn(stay, fields, context)], text };
};

type Times = Pick<Stay, 'offeredMs' | 'endedMs' | 'waitSeconds'>;

const timesOf = (fields: Fields): Times | undefined => {
  const endedMs = momentOf(fields.get('timestampms')) ?? momentOf(fields.get('timestamp'));
  const waitSeconds = secondsOf(fields.get('taskage'));
  if (endedMs === undefined) return undefined;
  const byAge = waitSeconds === undefined ? undefined : endedMs - waitSeconds * 1000;
  const offeredMs = momentOf(fields.get('taskdatecreated')) ?? byAge;
  return offeredMs === undefined ? undefined : { offeredMs, endedMs, waitSeconds };
};

const stayOf = (fields: Fields, taskSid: string, context: AdapterContext) => {
  const callId = safeId(taskSid, taskSidShape, context);
  const attributes = attributesOf(fields);
  const told = toldBy((name) => attributes.get(name.toLowerCase().replaceAll('_', '')), context.source);
  const isOutbound = attributes.get('direction')?.toLowerCase().startsWith('outbound') ?? false;
  return {
    id: `task/${callId}`,
    callId,
    queues: [fields.get('taskqueuename') ?? '', fields.get('taskqueuesid') ?? '', 'tasks'].filter(Boolean),
    direction: isOutbound ? ('outbound' as const) : ('inbound' as const),
    told,
  };
};

const acceptedRevision = 1e14;

/**
 * Once answered, a call was answered; and of several acceptances, as after a transfer, the first is the caller's
 * answer. So the earlier is the higher.
 */
const fateOf = (
  event: string,
  fields: Fields,
  { endedMs }: Times,
): Pick<Stay, 'outcome' | 'answeredMs' | 'revision'> =>
  event === 'reservation.accepted'
    ? { outcome: 'answered', answeredMs: endedMs, revision: acceptedRevision - endedMs }
    : { outcome: canceledBy(fields), revision: Math.min(endedMs, acceptedRevision / 2) };

const canceledBy = (fields: Fields): Stay['outcome'] => {
  const reason = fields.get('taskcanceledreason') ?? fields.get('reason') ?? '';
  if (/redirect|transfer|overflow|time ?d? ?-?out|ttl|exceeded|voicemail|call ?back/i.test(reason)) return 'overflow';
  return /hang|hung|abandon|disconnect|caller|customer|left/i.test(reason) ? 'abandoned' : 'failed';
};

/** What a task is about, as the dial plan or Studio wrote it; only what the mapping names is read, and the call's id. */
const attributesOf = (fields: Fields): Fields => {
  const value = jsonOf(fields.get('taskattributes') ?? '')?.value;
  return fieldsOf(typeof value === 'object' && value !== null ? Object.entries(value) : []);
};

/** The same call's status callback says that Twilio answered it: where both are posted here, the task counts alone. */
const withdrawn = (stay: Stay, fields: Fields, context: AdapterContext): readonly object[] => {
  const callSid = attributesOf(fields).get('callsid');
  if (callSid === undefined || !callSidShape.test(callSid)) return [];
  const voice = { ...stay, id: voiceId(callSid, context), revision: withdrawingRevision, callId: callSid };
  return [{ ...stayEvent(voice, context.source), withdrawn: true }];
};
