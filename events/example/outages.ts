import { type CloudEvent, type Drawn, iso, numbered } from '#events/example/cloudEvent.ts';

/** When which website was down, in UTC: two of the outages of a website overlap, and one lasts from March into April. */
const outages = [
  ['main', '2023-06-14T08:10:00Z', '2023-06-14T09:25:00Z'],
  ['my-account', '2023-11-02T22:00:00Z', '2023-11-03T01:30:00Z'],
  ['my-account', '2024-01-16T13:00:00Z', '2024-01-16T14:20:00Z'],
  ['my-account', '2024-01-16T13:50:00Z', '2024-01-16T15:05:00Z'],
  ['main', '2024-03-31T21:30:00Z', '2024-03-31T23:45:00Z'],
  ['main', '2024-08-19T06:00:00Z', '2024-08-19T06:40:00Z'],
  ['my-account', '2025-02-05T10:15:00Z', '2025-02-05T16:00:00Z'],
  ['main', '2025-04-22T03:00:00Z', '2025-04-22T04:10:00Z'],
] as const;

/** Each is a case: a website is down from when it is opened until it is closed. */
export function outageCases(): CloudEvent<'casework'>[] {
  return numbered(
    'casework',
    'outage-step',
    outages.flatMap(([site, from, to], index) => [
      step('opened', index + 1, site, from),
      step('closed', index + 1, site, to),
    ]),
  );
}

function step(event: 'opened' | 'closed', number: number, site: string, at: string): Drawn {
  const atMs = Date.parse(at);
  return { type: `case.${event}`, atMs, data: { caseId: `outage-${number}`, kind: 'outage', site, at: iso(atMs) } };
}
