import { type CloudEvent, type Drawn, iso, numbered } from '#events/example/cloudEvent.ts';
import { dayMs, days, hourMs, lastDay, londonMs, progress, secondMs } from '#events/example/days.ts';
import { mulberry32, oneOf, pick, type Random, weighted, whole } from '#events/example/random.ts';
import { services } from '#events/example/services.ts';

const caseCount = 150;
const openDays = weighted(days, (day) => ([0, 6].includes(new Date(day).getUTCDay()) ? 0.3 : 1));
const endMs = londonMs(lastDay, 24 * 3600);

type Event = 'opened' | 'acknowledged' | 'extended' | 'responded' | 'escalated' | 'closed';
interface Step {
  readonly event: Event;
  readonly atMs: number;
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Complaints by two stages, and requests for a service that may take months. What lies after the last day is left out. */
export function cases(): CloudEvent<'casework'>[] {
  const random = mulberry32(0xca5e);
  const drawn = Array.from({ length: caseCount }, (_, index) => drawCase(random, index + 1));
  return numbered('casework', 'case-step', drawn.flat());
}

function drawCase(random: Random, number: number): Drawn[] {
  const day = pick(random, openDays);
  const openedMs = londonMs(day, whole(random, 8 * 3600, 20 * 3600));
  const kind = oneOf(random, { complaint: 5, request: 3 });
  const about = { caseId: `case-${String(number).padStart(4, '0')}`, kind, service: oneOf(random, services) };
  const steps = kind === 'complaint' ? complaint(random, day, openedMs) : request(random, openedMs);
  return steps
    .filter(({ atMs }) => atMs < endMs)
    .map(({ event, atMs, more }) => ({ type: `case.${event}`, atMs, data: { ...about, ...more, at: iso(atMs) } }));
}

/** Some days later, at any hour. */
const later = (random: Random, ms: number, least: number, most: number): number =>
  ms + whole(random, (least * dayMs) / secondMs, (most * dayMs) / secondMs) * secondMs;

const outcomes = { upheld: 3, 'partly-upheld': 2, 'not-upheld': 4 };

function complaint(random: Random, day: string, openedMs: number): Step[] {
  const acknowledgedMs = later(random, openedMs, 0, 9);
  const isExtended = random() < 0.15;
  const respondedMs = later(random, acknowledgedMs, 2, isExtended ? 32 : 20 - 4 * progress(day));
  const outcome = oneOf(random, outcomes);
  const stageOne: Step[] = [
    { event: 'opened', atMs: openedMs },
    { event: 'acknowledged', atMs: acknowledgedMs },
    ...(isExtended ? [{ event: 'extended' as const, atMs: acknowledgedMs + (respondedMs - acknowledgedMs) / 2 }] : []),
    { event: 'responded', atMs: respondedMs, more: { outcome } },
  ];
  if (random() < 0.12) return [...stageOne, ...stageTwo(random, respondedMs)];
  return [...stageOne, { event: 'closed', atMs: respondedMs + whole(random, 1, 48) * hourMs, more: { outcome } }];
}

function stageTwo(random: Random, respondedMs: number): Step[] {
  const escalatedMs = later(random, respondedMs, 1, 20);
  const acknowledgedMs = later(random, escalatedMs, 0, 7);
  const answeredMs = later(random, acknowledgedMs, 8, 36);
  const stage = { stage: '2' };
  const outcome = oneOf(random, outcomes);
  return [
    { event: 'escalated', atMs: escalatedMs, more: stage },
    { event: 'acknowledged', atMs: acknowledgedMs, more: stage },
    { event: 'responded', atMs: answeredMs, more: { ...stage, outcome } },
    { event: 'closed', atMs: answeredMs + whole(random, 1, 48) * hourMs, more: { ...stage, outcome } },
  ];
}

function request(random: Random, openedMs: number): Step[] {
  const respondedMs = later(random, openedMs, 1, 60);
  const closedMs = later(random, respondedMs, 1, 70);
  return [
    { event: 'opened', atMs: openedMs },
    { event: 'responded', atMs: respondedMs },
    { event: 'closed', atMs: closedMs, more: { outcome: 'done' } },
  ];
}
