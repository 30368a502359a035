import type { Adapter, AdapterContext, HookRequest, Item, Unreadable } from '#adapter/adapter.ts';
import { jsonOf } from '#adapter/json.ts';
import { tokenProblem } from '#adapter/shownToken.ts';
import { leftOutItem, refusedItem } from '#adapter/telephony/stay.ts';
import { type Fields, fieldsOf } from '#adapter/twilio/fields.ts';
import { signatureProblem } from '#adapter/twilio/signature.ts';
import { taskItem } from '#adapter/twilio/tasks.ts';
import { voiceItem } from '#adapter/twilio/voice.ts';
import { withoutCredentials } from '#adapter/withoutCredentials.ts';

/** Twilio's voice status callbacks and TaskRouter's events, as forms, and both as Event Streams. */
export const twilio: Adapter = {
  methods: ['POST', 'GET'],
  problem: (request, context) =>
    context.source.trust === 'token'
      ? tokenProblem(request, context)
      : signatureProblem(request, context.credentials.signing),
  read: (request, context) => {
    const text = bodyOf(request);
    return isJson(text) ? streamItems(text, context) : [formItem(withArrival(text, context), context)];
  },
  again: (text, context) => {
    const json = jsonOf(text);
    return json ? streamItem(json.value, context) : formItem(text, context);
  },
  // Anything else in the answer would be taken for what to say to the caller.
  reply: () => ({ status: 204 }),
};

const bodyOf = ({ method, query, body }: HookRequest): string =>
  method === 'GET' ? query : body.toString('utf8').replace(/^\ufeff/, '');

const isJson = (text: string): boolean => /^\s*[[{]/.test(text);

const streamItems = (text: string, context: AdapterContext): readonly Item[] | Unreadable => {
  const json = jsonOf(text);
  if (!json) return { unreadable: 'content', detail: 'The body is not JSON.' };
  return [json.value].flat().map((value) => streamItem(value, context));
};

/** A callback without a time is of now; written into it, so that quarantine keeps it. */
const withArrival = (form: string, { now }: AdapterContext): string =>
  /(^|&)timestamp(ms)?=./i.test(form) ? form : `${form}&Timestamp=${encodeURIComponent(now.toISOString())}`;

const formItem = (form: string, context: AdapterContext): Item =>
  fieldsItem(fieldsOf(new URLSearchParams(form)), context, () => withoutCredentials(form));

const fieldsItem = (fields: Fields, context: AdapterContext, text: () => string): Item => {
  if (fields.has('eventtype')) return taskItem(fields, context, text);
  if (fields.has('callsid')) return voiceItem(fields, context, text);
  return refusedItem('this is neither the status of a call (CallSid) nor an event of TaskRouter (EventType)', text);
};

type Values = Readonly<Record<string, unknown>>;
const valuesOf = (value: unknown): Values => (typeof value === 'object' && value !== null ? (value as Values) : {});

const taskPrefix = 'com.twilio.taskrouter.';
const voiceType = /^com\.twilio\.voice\.(webhook\.)?status-callback\.call\./;

/** A CloudEvents event of an Event Stream; what it carries is the callback's parameters, or TaskRouter's payload. */
const streamItem = (value: unknown, context: AdapterContext): Item => {
  const text = () => withoutCredentials(JSON.stringify(value));
  const { type, time, data } = valuesOf(value);
  if (typeof type !== 'string' || !type.startsWith('com.twilio.'))
    return refusedItem('type must be one of Twilio’s Event Streams, such as com.twilio.taskrouter.task.canceled', text);
  const { payload, request, timestamp } = valuesOf(data);
  const moment = Object.entries({ timestamp: timestamp ?? time });
  if (type.startsWith(taskPrefix)) {
    const event = ['eventtype', type.slice(taskPrefix.length)] as const;
    return taskItem(fieldsOf([event, ...Object.entries(valuesOf(parsed(payload))), ...moment]), context, text);
  }
  if (!voiceType.test(type)) return leftOutItem('an event that is no call', text);
  const parameters = valuesOf(parsed(valuesOf(request)['parameters']));
  return fieldsItem(fieldsOf([...Object.entries(parameters), ...moment]), context, text);
};

/** Some sinks carry it as text. */
const parsed = (value: unknown): unknown => (typeof value === 'string' ? jsonOf(value)?.value : value);
