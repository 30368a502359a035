import type { AdapterContext, Item } from '#adapter/adapter.ts';
import type { CdrRow } from '#adapter/asterisk/cdrRow.ts';
import { callIdOf, stayId } from '#adapter/asterisk/identity.ts';
import { momentOf, secondsOf } from '#adapter/telephony/moment.ts';
import { firstMapped, leftOutItem, refusedItem, type Stay, stayItem, toldBy } from '#adapter/telephony/stay.ts';

/**
 * A row of a caller's wait in a queue has the id of queue_log's lines of that stay, and a lower revision than any of
 * them; so a source may send both, and a call counts once, by what queue_log says. Any other row is a call to an
 * extension: where the source's mapping names queues, only one to an extension or a context that it names counts.
 */
export const cdrItem = (row: CdrRow, context: AdapterContext, text: () => string): Item => {
  const times = timesOf(row);
  if (!times) return refusedItem('start and end must be times, such as 2024-03-31 09:30:00', text, '/start');
  const outcome = outcomes[(row['disposition'] ?? '').toUpperCase().replace(/[^A-Z]/g, '')];
  if (!outcome)
    return refusedItem('disposition must be ANSWERED, NO ANSWER, BUSY, FAILED or CONGESTION', text, '/disposition');
  return isQueue(row) ? queueItem({ row, times, context, text }) : callItem({ row, times, context, text }, outcome);
};

interface Reading {
  readonly row: CdrRow;
  readonly times: Times;
  readonly context: AdapterContext;
  readonly text: () => string;
}

interface Times {
  readonly startMs: number;
  readonly answerMs: number | undefined;
  readonly endMs: number;
}

const timesOf = ({ start, answer, end, duration }: CdrRow): Times | undefined => {
  const startMs = momentOf(start);
  const seconds = secondsOf(duration);
  if (startMs === undefined) return undefined;
  const endMs = momentOf(end) ?? (seconds === undefined ? undefined : startMs + seconds * 1000);
  return endMs === undefined ? undefined : { startMs, answerMs: momentOf(answer), endMs };
};

const outcomes: Readonly<Record<string, Stay['outcome']>> = {
  ANSWERED: 'answered',
  NOANSWER: 'abandoned',
  BUSY: 'failed',
  FAILED: 'failed',
  CONGESTION: 'failed',
};

const isQueue = ({ lastapp = '' }: CdrRow): boolean => lastapp.toLowerCase() === 'queue';

/** Every agent that rings has a row of its own: the one who answered stands above those who did not. */
const answeredRevision = 5e13;

const stayOf = ({ row, times, context }: Reading, isAnswered: boolean) => {
  const { startMs, answerMs, endMs } = times;
  const answeredMs = isAnswered ? (answerMs ?? startMs) : undefined;
  return {
    revision: endMs * 10 + (isAnswered ? answeredRevision : 0),
    callId: callIdOf(row['uniqueid'] ?? '', context),
    offeredMs: startMs,
    answeredMs,
    endedMs: endMs,
    talkSeconds: answeredMs === undefined ? undefined : secondsOf(row['billsec']),
    told: toldBy((name) => row[name.toLowerCase()], context.source),
  };
};

/** The queue answers by itself, to play its music: only a row with an agent's channel was answered by someone. */
const queueItem = (reading: Reading): Item => {
  const { row, context, text } = reading;
  const { uniqueid, disposition = '', lastdata = '', dstchannel = '' } = row;
  const queue = lastdata.split(/[,|]/)[0]?.trim() ?? '';
  if (!uniqueid)
    return refusedItem(
      'a row of a queue must have a uniqueid, or the call might count twice: set loguniqueid=yes in cdr.conf',
      text,
      '/uniqueid',
    );
  if (queue === '') return refusedItem('lastdata must begin with the name of the queue', text, '/lastdata');
  const isAnswered = disposition.toUpperCase() === 'ANSWERED' && dstchannel !== '';
  const stay: Stay = {
    ...stayOf(reading, isAnswered),
    id: stayId(uniqueid, queue, context),
    queues: [queue],
    direction: 'inbound',
    outcome: isAnswered ? 'answered' : 'abandoned',
  };
  return stayItem(stay, context, text);
};

const callItem = (reading: Reading, outcome: Stay['outcome']): Item => {
  const { row, context, text } = reading;
  const { uniqueid = '', linkedid = uniqueid, channel = '', lastapp = '', dst = '', dcontext = '' } = row;
  const isLeg = linkedid !== uniqueid || channel.startsWith('Local/') || /^app(dial|queue)/i.test(lastapp);
  if (isLeg) return leftOutItem('a leg of another call', text);
  const { queue } = context.source.mapping;
  if (queue && firstMapped([dst, dcontext], queue) === undefined)
    return leftOutItem('a call to an extension or a context that mapping.queue does not name', text);
  const stay: Stay = {
    ...stayOf(reading, outcome === 'answered'),
    id: stayId(uniqueid === '' ? context.hash('call', JSON.stringify(row)) : uniqueid, 'direct', context),
    queues: [dst, dcontext].filter((word, index) => index === 1 || firstMapped([word], queue) !== undefined),
    direction: /outbound|outgoing|from-internal/i.test(dcontext) ? 'outbound' : 'inbound',
    outcome,
  };
  return stayItem(stay, context, text);
};
