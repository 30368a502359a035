import { momentOf, secondsOf } from '#adapter/telephony/moment.ts';
import type { Stay } from '#adapter/telephony/stay.ts';

/** One line of `queue_log`: `epoch|callid|queuename|agent|event|…`, without the agent. */
export interface QueueLine {
  readonly atMs: number;
  readonly callId: string;
  readonly queue: string;
  readonly event: string;
  readonly fields: readonly string[];
}

/** A shipper may have put a date and a host before it. */
const shape = /^(?:[^|]*?\s)?(\d{9,11}(?:\.\d{1,9})?|\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}[^|\s]*)\|(.*)$/s;

export const queueLineOf = (line: string): QueueLine | undefined => {
  const [, time = '', rest = ''] = shape.exec(line) ?? [];
  const [callId, queue, , event, ...fields] = rest.split('|').map((field) => field.trim());
  const atMs = momentOf(time);
  if (atMs === undefined || callId === undefined || queue === undefined || event === undefined) return undefined;
  return { atMs, callId, queue, event: event.toUpperCase(), fields };
};

/** What a line says about a stay that nothing after it can take back, but a later line of the same stay may replace. */
export type Ending = Pick<
  Stay,
  'outcome' | 'offeredMs' | 'answeredMs' | 'endedMs' | 'waitSeconds' | 'talkSeconds' | 'transferred'
> & {
  /** Among lines of one second: the call was connected before it ended, and handed on last. */
  readonly order: 1 | 2 | 3;
};

type Reader = (line: QueueLine) => Ending | undefined;

const unanswered =
  (outcome: 'abandoned' | 'overflow', waitAt: number): Reader =>
  ({ atMs, fields }) => {
    const waitSeconds = secondsOf(fields[waitAt]);
    if (waitSeconds === undefined) return undefined;
    return { order: 2, outcome, offeredMs: atMs - waitSeconds * 1000, endedMs: atMs, waitSeconds };
  };

const connected: Reader = ({ atMs, fields }) => {
  const waitSeconds = secondsOf(fields[0]);
  if (waitSeconds === undefined) return undefined;
  const offeredMs = atMs - waitSeconds * 1000;
  return { order: 1, outcome: 'answered', offeredMs, answeredMs: atMs, endedMs: atMs, waitSeconds };
};

const ended = (atMs: number, hold: string | undefined, call: string | undefined): Ending | undefined => {
  const [waitSeconds, talkSeconds] = [secondsOf(hold), secondsOf(call)];
  if (waitSeconds === undefined || talkSeconds === undefined) return undefined;
  const answeredMs = atMs - talkSeconds * 1000;
  const offeredMs = answeredMs - waitSeconds * 1000;
  return { order: 2, outcome: 'answered', offeredMs, answeredMs, endedMs: atMs, waitSeconds, talkSeconds };
};

const completed: Reader = ({ atMs, fields }) => ended(atMs, fields[0], fields[1]);

const handedOn = (ending: Ending | undefined): Ending | undefined =>
  ending && { ...ending, order: 3, transferred: true };

const blindTransfer: Reader = ({ atMs, fields }) => handedOn(ended(atMs, fields[2], fields[3]));

/** How many fields name the other side depends on what it is: an application, a bridge, a link of two. */
const attendedTransfer: Reader = ({ atMs, fields }) => {
  const last = fields.findLastIndex((field) => field !== '');
  return handedOn(ended(atMs, fields[last - 2], fields[last - 1]));
};

const readers: Readonly<Record<string, Reader>> = {
  ABANDON: unanswered('abandoned', 2),
  EXITWITHTIMEOUT: unanswered('overflow', 2),
  EXITEMPTY: unanswered('overflow', 2),
  EXITWITHKEY: unanswered('overflow', 3),
  CONNECT: connected,
  COMPLETEAGENT: completed,
  COMPLETECALLER: completed,
  TRANSFER: blindTransfer,
  BLINDTRANSFER: blindTransfer,
  ATTENDEDTRANSFER: attendedTransfer,
};

/** Known, and no end of a call's stay. */
const others = new Set(
  `ENTERQUEUE RINGNOANSWER RINGCANCELED ADDMEMBER REMOVEMEMBER PAUSE UNPAUSE PAUSEALL UNPAUSEALL PAUSEREASON PENALTY
   QUEUESTART CONFIGRELOAD AGENTDUMP AGENTLOGIN AGENTLOGOFF AGENTCALLBACKLOGIN AGENTCALLBACKLOGOFF SYSCOMPAT DID INFO
   HOLD UNHOLD RINGINUSE`.split(/\s+/),
);

export const isOtherEvent = (event: string): boolean => others.has(event);

/** `unknown`: no event of Asterisk's; undefined: an event without the times that it must have. */
export const endingOf = (line: QueueLine): Ending | 'unknown' | undefined => {
  const reader = Object.hasOwn(readers, line.event) ? readers[line.event] : undefined;
  return reader ? reader(line) : 'unknown';
};
