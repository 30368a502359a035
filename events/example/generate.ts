import { calls } from '#events/example/calls.ts';
import type { CloudEvent, SourceId } from '#events/example/cloudEvent.ts';
import { disturb } from '#events/example/disturb.ts';
import { readings } from '#events/example/gauges.ts';
import { messages } from '#events/example/messages.ts';
import { mulberry32 } from '#events/example/random.ts';
import { interactions } from '#events/example/website.ts';

/** How many events a sender puts into one request. */
const batchSize = 100;

/** What one source posts in one request, as `application/cloudevents-batch+json`. */
export interface Batch {
  readonly source: SourceId;
  readonly events: readonly CloudEvent[];
}

/**
 * Two years at an invented council: 6,000 events, with repeats, corrections, withdrawals and disorder.
 * The same bytes on every run.
 */
export function* batches(): Iterable<Batch> {
  const waiting: Record<SourceId, CloudEvent[]> = { telephony: [], social: [], website: [] };
  for (const event of posted()) {
    const batch = waiting[event.source];
    batch.push(event);
    if (batch.length === batchSize) yield { source: event.source, events: batch.splice(0) };
  }
  for (const source of Object.keys(waiting) as SourceId[]) {
    if (waiting[source].length > 0) yield { source, events: waiting[source] };
  }
}

/** What holds in the end: each event's highest revision, without those withdrawn, in order of time. */
export function truth(): CloudEvent[] {
  const last = new Map<string, CloudEvent>();
  for (const event of posted()) {
    if ((event.revision ?? 0) >= (last.get(event.id)?.revision ?? 0)) last.set(event.id, event);
  }
  const standing = [...last.values()].filter(({ withdrawn }) => !withdrawn);
  return standing.sort((one, other) => Date.parse(one.time) - Date.parse(other.time) || (one.id < other.id ? -1 : 1));
}

function posted(): CloudEvent[] {
  return disturb(mulberry32(0xd15721), [...calls(), ...messages(), ...interactions(), ...readings()]);
}
