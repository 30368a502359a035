import type { CloudEvent } from '#events/example/cloudEvent.ts';

/** The figures of January to March 2025 by measure id, from the events as they stand in the end and nothing of ours. */
export function exampleFigures(events: readonly CloudEvent[]): Readonly<Record<string, number>> {
  const quarter = events.filter((event) => inQuarter(instant(event)));
  const calls = quarter.map(({ data }) => data).filter(({ direction }) => direction === 'inbound');
  const answered = calls.filter(({ outcome }) => outcome === 'answered');
  const abandoned = calls.filter(({ outcome }) => outcome === 'abandoned').length;
  const waits = answered.map(({ waitSeconds }) => Number(waitSeconds)).sort((one, other) => one - other);
  const asked = quarter.filter(({ type, data }) => type.endsWith('received') && data['channel'] === 'social');
  const gaugeReadings = quarter.filter(({ type }) => type === 'gauge.read');
  return {
    'service-level': percent(waits.filter((wait) => wait <= 80).length, answered.length + abandoned),
    'abandonment-rate': percent(abandoned, answered.length + abandoned),
    'average-speed-of-answer': waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
    'median-wait': waits[Math.ceil(waits.length * 0.5) - 1] ?? Number.NaN,
    'longest-waits': waits[Math.ceil(waits.length * 0.9) - 1] ?? Number.NaN,
    'first-contact-resolution': percent(
      answered.filter(({ resolvedAtFirstContact }) => resolvedAtFirstContact).length,
      answered.length,
    ),
    'calls-offered': calls.length,
    'social-answered': percent(asked.filter((message) => wasAnswered(message, events)).length, asked.length),
    followers: Number(gaugeReadings.at(-1)?.data['value']),
    'form-completions': quarter.filter(({ data }) => data['kind'] === 'form').length,
  };
}

/** London was on summer time from 30 March 2025, so its quarter ended an hour before midnight UTC. */
function inQuarter(instantOf: string): boolean {
  return instantOf >= '2025-01-01T00:00:00.000Z' && instantOf < '2025-03-31T23:00:00.000Z';
}

function instant({ data, time }: CloudEvent): string {
  return String(data['offeredAt'] ?? data['sentAt'] ?? time);
}

function percent(part: number, whole: number): number {
  return (100 * part) / whole;
}

function wasAnswered(message: CloudEvent, events: readonly CloudEvent[]): boolean {
  return events.some(
    ({ type, data }) =>
      type.endsWith('replied') &&
      !data['automated'] &&
      data['threadId'] === message.data['threadId'] &&
      String(data['sentAt']) > String(message.data['sentAt']),
  );
}
