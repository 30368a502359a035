import { type Fields, fieldsOf, textIn } from '#adapter/firehose/fate.ts';

/** A contact record, understood: absent where it says nothing, or 1970. Times are ISO 8601 in UTC, or as they stood. */
export interface Contact {
  readonly id: string;
  /** Milliseconds since 1970: Connect sends a record again, days later, and the newest holds. */
  readonly revision: number;
  /** In capitals: `VOICE`. */
  readonly channel: string;
  readonly method: string;
  readonly direction: 'inbound' | 'outbound' | undefined;
  readonly offeredAt: string | undefined;
  readonly enqueuedAt: string | undefined;
  /** When the customer's end connected; of a call that came in, when it came in. */
  readonly connectedAt: string | undefined;
  readonly agentAt: string | undefined;
  /** When both ends were connected. */
  readonly answeredAt: string | undefined;
  readonly endedAt: string | undefined;
  readonly waitSeconds: number;
  readonly talkSeconds: number | undefined;
  readonly holdSeconds: number | undefined;
  readonly wrapSeconds: number | undefined;
  /** Another leg follows: another queue, another agent, a call back, or a number outside. */
  readonly isPassedOn: boolean;
}

/** A call back is one that the council places; whoever waits for it does not wait on the line. */
const directions: Readonly<Record<string, 'inbound' | 'outbound'>> = {
  INBOUND: 'inbound',
  WEBRTC_API: 'inbound',
  TRANSFER: 'inbound',
  QUEUE_TRANSFER: 'inbound',
  DISCONNECT: 'inbound',
  OUTBOUND: 'outbound',
  EXTERNAL_OUTBOUND: 'outbound',
  CALLBACK: 'outbound',
  API: 'outbound',
};

export function contactOf(record: Fields): Contact {
  const [queue, agent] = [fieldsOf(record['Queue']), fieldsOf(record['Agent'])];
  const method = capitals(record, 'InitiationMethod') ?? '';
  const direction = directions[method];
  const enqueuedAt = timeIn(queue, 'EnqueueTimestamp');
  const agentAt = timeIn(agent, 'ConnectedToAgentTimestamp');
  const connectedAt = timeIn(record, 'ConnectedToSystemTimestamp');
  const endedAt = timeIn(record, 'DisconnectTimestamp') ?? timeIn(record, 'TransferCompletedTimestamp');
  const offeredAt = enqueuedAt ?? timeIn(record, 'InitiationTimestamp');
  const answeredAt = direction === 'outbound' ? later(agentAt, connectedAt) : agentAt;
  const waited = secondsIn(queue, 'Duration') ?? secondsBetween(enqueuedAt, agentAt ?? endedAt);
  return {
    id: String(record['ContactId']),
    revision: revisionOf(record, endedAt),
    channel: capitals(record, 'Channel') ?? 'VOICE',
    method,
    direction,
    offeredAt,
    enqueuedAt,
    connectedAt,
    agentAt,
    answeredAt,
    endedAt,
    waitSeconds: direction === 'inbound' || method === 'API' ? (waited ?? 0) : 0,
    talkSeconds: secondsIn(agent, 'AgentInteractionDuration'),
    holdSeconds: secondsIn(agent, 'CustomerHoldDuration'),
    wrapSeconds: secondsIn(agent, 'AfterContactWorkDuration'),
    isPassedOn:
      textIn(record, 'NextContactId') !== undefined || timeIn(record, 'TransferCompletedTimestamp') !== undefined,
  };
}

const capitals = (fields: Fields, name: string): string | undefined => textIn(fields, name)?.toUpperCase();

const revisionOf = (record: Fields, endedAt: string | undefined): number => {
  const updated = Date.parse(timeIn(record, 'LastUpdateTimestamp') ?? endedAt ?? '');
  return Number.isNaN(updated) ? 0 : updated;
};

/** Before this Connect was not; it writes the first moments of 1970 for what has not happened. */
const isSentinel = (time: string): boolean => /^(0|1970-|0001-)/.test(time);

/** What is no time stays as it stands, for the schema to refuse and name. */
const timeIn = (fields: Fields, name: string): string | undefined => {
  const time = textIn(fields, name);
  if (time === undefined || isSentinel(time)) return undefined;
  const ms = Date.parse(time);
  return Number.isNaN(ms) || !/(z|[+-]\d\d:?\d\d)$/i.test(time) ? time : new Date(ms).toISOString();
};

const later = (one: string | undefined, other: string | undefined): string | undefined =>
  one !== undefined && other !== undefined && other > one ? other : one;

const secondsIn = (fields: Fields, name: string): number | undefined => {
  const value = fields[name];
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.round(value) : undefined;
};

const secondsBetween = (from: string | undefined, to: string | undefined): number | undefined => {
  const seconds = Math.round((Date.parse(to ?? '') - Date.parse(from ?? '')) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
};
