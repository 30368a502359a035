/** The streams of the event log: what one kind of front door leaves behind. `record` holds what officers type in. */
export const streams = ['call', 'message', 'visit', 'transaction', 'web', 'case', 'survey', 'gauge', 'record'] as const;
export type Stream = (typeof streams)[number];

/** Every event type of the contract, and the stream that it belongs to. */
export const streamOfType = {
  'contact.call.completed': 'call',
  'contact.message.received': 'message',
  'contact.message.replied': 'message',
  'contact.visit.completed': 'visit',
  'contact.transaction.completed': 'transaction',
  'web.interaction': 'web',
  'case.opened': 'case',
  'case.acknowledged': 'case',
  'case.escalated': 'case',
  'case.extended': 'case',
  'case.responded': 'case',
  'case.closed': 'case',
  'survey.responded': 'survey',
  'gauge.read': 'gauge',
  'measure.recorded': 'record',
  'commentary.recorded': 'record',
  'milestone.updated': 'record',
  'edition.released': 'record',
} as const satisfies Record<string, Stream>;
export type EventType = keyof typeof streamOfType;

/** One thing that happened, as a sender posted it, after its schema has accepted it. */
export interface CanonicalEvent {
  /** Chosen by the sender; with the source it names the fact for good. At most 200 characters. */
  readonly id: string;
  /** `{path source}` or, where the CloudEvents source differs, `{path source}:{CloudEvents source}`. */
  readonly source: string;
  readonly type: EventType;
  /** ISO 8601 in UTC with milliseconds. */
  readonly time: string;
  readonly revision: number;
  readonly withdrawn: boolean;
  /** Known fields only; personal data still in clear. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is kept of an event, once. Nothing in it names a person: see `personal.ts`. */
export interface Fact {
  readonly organisation: string;
  readonly stream: Stream;
  /** What groups facts that bear on one another: the thread, the case, the scorecard; otherwise the fact itself. */
  readonly subject: string;
  readonly source: string;
  readonly id: string;
  readonly type: EventType;
  /** ISO 8601 in UTC with milliseconds: the event's own time. */
  readonly time: string;
  /** The London day that the fact counts in, `YYYY-MM-DD`. */
  readonly day: string;
  readonly revision: number;
  readonly withdrawn: boolean;
  readonly data: Readonly<Record<string, unknown>>;
  /** Of everything above but organisation and receipt; settles which of two facts of one revision wins. Hex. */
  readonly contentHash: string;
}
