import { londonDay } from '#calendar/day.ts';
import { type EventType, type Fact, streamOfType } from '#event/types.ts';

export interface Told {
  readonly type: EventType;
  readonly time: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly source?: string;
  readonly id?: string;
  readonly subject?: string;
  readonly revision?: number;
  readonly withdrawn?: boolean;
  readonly contentHash?: string;
}

let told = 0;

/** A fact of the organisation `example`, by its type, instant and data; the rest is made up. */
export function fact({ type, time, data = {}, id = `id-${told++}`, ...rest }: Told): Fact {
  const instant = new Date(time).toISOString();
  return {
    organisation: 'example',
    stream: streamOfType[type],
    subject: id,
    source: 'telephony',
    id,
    type,
    time: instant,
    day: londonDay(instant),
    revision: 0,
    withdrawn: false,
    data,
    contentHash: `hash-of-${id}`,
    ...rest,
  };
}

export const call = (time: string, data: Readonly<Record<string, unknown>> = {}, rest: Partial<Told> = {}): Fact =>
  fact({
    type: 'contact.call.completed',
    time,
    data: { queue: 'council-tax', direction: 'inbound', outcome: 'answered', offeredAt: time, waitSeconds: 0, ...data },
    ...rest,
  });

/** Of the thread `t` unless told otherwise. */
export const message = (
  type: 'received' | 'replied',
  time: string,
  data: Readonly<Record<string, unknown>> = {},
  rest: Partial<Told> = {},
): Fact =>
  fact({
    type: `contact.message.${type}`,
    time,
    subject: 't',
    data: { threadId: 't', messageId: time, network: 'facebook', channel: 'social', sentAt: time, ...data },
    ...rest,
  });

export const web = (time: string, data: Readonly<Record<string, unknown>> = {}): Fact =>
  fact({ type: 'web.interaction', time, data: { site: 'main', kind: 'page', ...data } });

export const visit = (time: string, data: Readonly<Record<string, unknown>> = {}): Fact =>
  fact({ type: 'contact.visit.completed', time, data: { site: 'civic', arrivedAt: time, ...data } });

/** Of the case `c` unless told otherwise. */
export const caseStep = (
  step: 'opened' | 'acknowledged' | 'escalated' | 'extended' | 'responded' | 'closed',
  time: string,
  data: Readonly<Record<string, unknown>> = {},
  rest: Partial<Told> = {},
): Fact =>
  fact({
    type: `case.${step}`,
    time,
    subject: 'c',
    data: { caseId: 'c', kind: 'complaint', at: time, ...data },
    ...rest,
  });
