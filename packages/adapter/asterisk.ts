import type { Adapter, AdapterContext, HookRequest, Item } from '#adapter/adapter.ts';
import { cdrItem } from '#adapter/asterisk/cdr.ts';
import { rowOfLine, rowOfObject } from '#adapter/asterisk/cdrRow.ts';
import { callIdOf, stayId } from '#adapter/asterisk/identity.ts';
import { endingOf, isOtherEvent, type QueueLine, queueLineOf } from '#adapter/asterisk/queueLog.ts';
import { jsonOf } from '#adapter/json.ts';
import { tokenProblem } from '#adapter/shownToken.ts';
import { leftOutItem, refusedItem, stayItem } from '#adapter/telephony/stay.ts';
import { taken } from '#adapter/telephony/taken.ts';
import { withoutCredentials } from '#adapter/withoutCredentials.ts';

/** Asterisk's queue_log and its call detail records: lines, or JSON of lines or of records. */
export const asterisk: Adapter = {
  limits: { mostRecords: 10_000 },
  problem: tokenProblem,
  read: ({ body }: HookRequest, context) => recordsIn(body).map((record) => itemOf(record, context)),
  again: (text, context) => itemOf(text, context),
  reply: taken,
};

/** Whole lines, each with a fate of its own; what looks like JSON and is one is taken apart. */
const recordsIn = (body: Buffer): readonly string[] => {
  const text = body.toString('utf8').replace(/^\ufeff/, '');
  const json = /^\s*[[{]/.test(text) ? jsonOf(text) : undefined;
  return json ? [json.value].flat().flatMap(linesOf) : text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
};

const linesOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? value.split(/\r?\n/).filter((line) => line.trim() !== '') : [JSON.stringify(value)];

const itemOf = (record: string, context: AdapterContext): Item => {
  const text = () => withoutCredentials(record);
  const line = record.trim();
  const object = line.startsWith('{') ? jsonOf(line)?.value : undefined;
  if (typeof object === 'object' && object !== null) return objectItem(object, context, text);
  const queueLine = queueLineOf(line);
  if (queueLine) return queueItem(queueLine, context, text);
  const row = rowOfLine(line);
  return row ? cdrItem(row, context, text) : refusedItem(neither, text);
};

const neither = 'this is neither a line of queue_log (epoch|callid|queue|agent|event|…) nor a call detail record';

/** A record of the database that queue_log or the call details are written to, or a shipper's wrapping of a line. */
const objectItem = (object: object, context: AdapterContext, text: () => string): Item => {
  const row = rowOfObject(object);
  if (row) return cdrItem(row, context, text);
  const line = wrappedLine(new Map(Object.entries(object)));
  const queueLine = line === undefined ? undefined : queueLineOf(line);
  if (queueLine) return queueItem(queueLine, context, text);
  const cdr = line === undefined ? undefined : rowOfLine(line);
  return cdr ? cdrItem(cdr, context, text) : refusedItem(neither, text);
};

const wrappedLine = (fields: ReadonlyMap<string, unknown>): string | undefined => {
  const message = ['message', 'MESSAGE', 'MSG', 'line', 'log'].map((name) => fields.get(name)).find(isText);
  if (message !== undefined) return message;
  if (!fields.has('event') || !fields.has('callid')) return undefined;
  const columns = ['time', 'callid', 'queuename', 'agent', 'event', 'data1', 'data2', 'data3', 'data4', 'data5'];
  return columns.map((column) => textOf(fields.get(column))).join('|');
};

const isText = (value: unknown): value is string => typeof value === 'string';
const textOf = (value: unknown): string => (isText(value) || typeof value === 'number' ? String(value) : '');

/** Above every call detail record of the same stay; then the later line wins. */
const queueLogRevision = 1e14;

const queueItem = (line: QueueLine, context: AdapterContext, text: () => string): Item => {
  const { atMs, callId, queue, event } = line;
  if (isOtherEvent(event)) return leftOutItem('a line that ends no stay in a queue', text);
  const ending = endingOf(line);
  if (ending === 'unknown')
    return refusedItem('the event is none of Asterisk’s queue_log; write your own with another log', text, '/event');
  if (!ending) return refusedItem(`${event} must tell how long the caller waited, in whole seconds`, text, '/data');
  if (isNobody(callId) || isNobody(queue)) return refusedItem(`${event} must name a call and a queue`, text, '/callid');
  const { order, ...told } = ending;
  const stay = {
    ...told,
    id: stayId(callId, queue, context),
    revision: queueLogRevision + atMs * 10 + order,
    callId: callIdOf(callId, context),
    queues: [queue],
    direction: 'inbound' as const,
  };
  return stayItem(stay, context, text);
};

const isNobody = (name: string): boolean => name === '' || name.toUpperCase() === 'NONE';
