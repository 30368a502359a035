import type { AdapterContext, Item } from '#adapter/adapter.ts';
import { mapped } from '#adapter/mapping.ts';
import { looksPersonal } from '#adapter/webAddress.ts';

/** One call's stay in one queue, as any telephone system tells it. Times in milliseconds since 1970. */
export interface Stay {
  readonly id: string;
  readonly revision: number;
  /** As the system has it; kept as it is only if it is of the system's own shape. */
  readonly callId: string;
  /** What the system calls the queue, most telling first; the source's mapping is asked for each. */
  readonly queues: readonly string[];
  readonly direction: 'inbound' | 'outbound';
  readonly outcome: 'answered' | 'abandoned' | 'overflow' | 'failed';
  readonly offeredMs: number;
  readonly answeredMs?: number | undefined;
  readonly endedMs: number;
  /** Until answered, or else until the end, when the system does not say. */
  readonly waitSeconds?: number | undefined;
  /** The system cannot say how long the caller waited, nor can its times. */
  readonly waitUnknown?: boolean | undefined;
  readonly talkSeconds?: number | undefined;
  readonly transferred?: boolean | undefined;
  /** What the source's mapping asked for among the system's own attributes. */
  readonly told?: Told | undefined;
}

interface Told {
  readonly service?: string | undefined;
  readonly enquiryType?: string | undefined;
  readonly resolvedAtFirstContact?: boolean | undefined;
}

type Source = AdapterContext['source'];

/** The event of a stay. Fields that are absent stay absent in JSON. */
export const stayEvent = (stay: Stay, source: Source): object => ({
  specversion: '1.0',
  id: stay.id,
  source: source.id,
  type: 'contact.call.completed',
  time: iso(stay.endedMs),
  revision: stay.revision,
  data: withoutAbsent({
    callId: stay.callId,
    queue: queueOf(stay.queues, source),
    service: stay.told?.service ?? firstMapped(stay.queues, source.mapping.service),
    direction: stay.direction,
    offeredAt: iso(stay.offeredMs),
    answeredAt: stay.answeredMs === undefined ? undefined : iso(stay.answeredMs),
    endedAt: iso(stay.endedMs),
    outcome: stay.outcome,
    waitSeconds: stay.waitSeconds ?? secondsBetween(stay.offeredMs, stay.answeredMs ?? stay.endedMs),
    waitUnknown: stay.waitUnknown,
    talkSeconds: stay.talkSeconds,
    transferred: stay.transferred,
    enquiryType: stay.told?.enquiryType,
    resolvedAtFirstContact: stay.told?.resolvedAtFirstContact,
  }),
});

/** Never throws; what is no time is refused as one when the event is looked into. */
const iso = (ms: number): string => (Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString() : 'not a time');

/** Never negative: that one instant lies before another is said of the instants. */
const secondsBetween = (fromMs: number, toMs: number): number => Math.max(0, Math.round((toMs - fromMs) / 1000));

const withoutAbsent = (data: object): object =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

type Names = Parameters<typeof mapped>[0];

export const firstMapped = (words: readonly string[], names: Names): string | undefined => {
  for (const word of words) {
    const name = mapped(names, word);
    if (name !== undefined) return name;
  }
  return undefined;
};

/** By the mapping, or else the first word that can be no person's number or address. */
const queueOf = (words: readonly string[], { mapping }: Source): string =>
  firstMapped(words, mapping.queue) ?? words.map((word) => word.trim()).find(isPlainName) ?? 'other';

/** Whether a word may be kept as it is: it is short, and neither a number that can be rung nor an address. */
export const isPlainName = (word: string): boolean =>
  word !== '' && word.length <= 80 && !/\p{Cc}/u.test(word) && word.isWellFormed() && !looksPersonal(word);

/** What the system made itself is kept; anything else could name a person, and is hashed. */
export const safeId = (id: string, shape: RegExp, { hash }: AdapterContext): string =>
  shape.test(id) ? id : hash('call', id);

/** A queue's name within an id: whatever the mapping says today, tomorrow's replay finds the same fact. */
export const queueKey = (queue: string, { hash }: AdapterContext): string =>
  isPlainName(queue) ? queue.trim().toLowerCase() : hash('queue', queue.trim().toLowerCase());

/** Of the system's own attributes only those that the source's mapping names, and of these only values that it lists. */
export const toldBy = (attribute: (name: string) => string | undefined, { mapping }: Source): Told => {
  const { attributes = {}, service, enquiryType } = mapping;
  const wordOf = (name: string | undefined): string | undefined => (name === undefined ? undefined : attribute(name));
  return {
    service: mapped(service, wordOf(attributes.service)),
    enquiryType: mapped(enquiryType, wordOf(attributes.enquiryType)),
    resolvedAtFirstContact: flagOf(wordOf(attributes.resolvedAtFirstContact)),
  };
};

const flagOf = (word = ''): boolean | undefined => {
  if (/^(true|yes|y|1)$/i.test(word)) return true;
  return /^(false|no|n|0)$/i.test(word) ? false : undefined;
};

export const stayItem = (stay: Stay, context: AdapterContext, text: () => string): Item => ({
  events: [stayEvent(stay, context.source)],
  text,
});

export const leftOutItem = (leftOut: string, text: () => string): Item => ({ events: [], leftOut, text });

export const refusedItem = (reason: string, text: () => string, pointer = ''): Item => ({
  events: [],
  refused: { reason, pointer },
  text,
});
