import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import type { Fact } from '#event/types.ts';
import { calls } from '#events/example/calls.ts';
import type { CloudEvent } from '#events/example/cloudEvent.ts';

export const organisation = 'bench';
export const busyDay = '2025-03-03';
export const now = new Date('2025-05-01T09:00:00Z');
const hashKey = 'not a secret: for the benchmark only';

/** One very busy day: the example's calls, all moved to it, as many times over as it takes. */
export function factsOfOneDay(count: number): Fact[] {
  const drawn = calls();
  return Array.from({ length: count }, (_, index) =>
    factFrom(onBusyDay(drawn[index % drawn.length] as CloudEvent, index)),
  );
}

function onBusyDay(event: CloudEvent, index: number): CloudEvent {
  const moved = Object.entries(event.data).map(([key, value]) => [
    key,
    key.endsWith('At') ? moveTo(String(value)) : value,
  ]);
  return { ...event, id: `call-${index}`, time: moveTo(event.time), data: Object.fromEntries(moved) };
}

function moveTo(instant: string): string {
  return `${busyDay}${instant.slice(busyDay.length)}`;
}

function factFrom(event: CloudEvent): Fact {
  const parsed = parseEvent(event, { now, pathSource: event.source, organisation });
  if (!('event' in parsed)) throw new Error(`the benchmark made an event that is refused: ${parsed.reason}`);
  return factOf(parsed.event, { organisation, hashKey });
}
