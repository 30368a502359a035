import { type CloudEvent, type Drawn, iso, numbered } from '#events/example/cloudEvent.ts';
import { callWeight, days, londonMs, progress, seasonOf, secondMs } from '#events/example/days.ts';
import { mulberry32, oneOf, pick, type Random, skewed, weighted, whole } from '#events/example/random.ts';
import { enquiryTypes, queueOf, services } from '#events/example/services.ts';

const callCount = 4200;
const busyDays = weighted(days, callWeight);
const hours = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17];
const hourWeights = [3, 8, 10, 9, 6, 6, 7, 7, 6, 2];
const busyHours = weighted(hours, (_, index) => hourWeights[index] as number);

export function calls(): CloudEvent[] {
  const random = mulberry32(0xca11);
  const drawn = Array.from({ length: callCount }, () => drawCall(random));
  return numbered('telephony', 'call', drawn, 'callId');
}

function drawCall(random: Random): Drawn {
  const day = pick(random, busyDays);
  const offeredMs = londonMs(day, pick(random, busyHours) * 3600 + whole(random, 0, 3599));
  const service = oneOf(random, services);
  const about = { queue: queueOf[service], service, enquiryType: oneOf(random, enquiryTypes[service]) };
  const went = random() < 0.08 ? outbound(random) : inbound(random, day);
  return finished(offeredMs, { ...about, ...went });
}

interface Went {
  readonly direction: 'inbound' | 'outbound';
  readonly outcome: 'answered' | 'abandoned' | 'overflow' | 'failed';
  readonly waitSeconds: number;
  readonly talk?: Readonly<Record<string, unknown>> & { readonly talkSeconds: number; readonly holdSeconds: number };
}

function outbound(random: Random): Went {
  const waitSeconds = whole(random, 4, 25);
  const outcome = random() < 0.85 ? 'answered' : 'failed';
  return { direction: 'outbound', outcome, waitSeconds, ...(outcome === 'answered' && { talk: talk(random, 0.5) }) };
}

/** The centre answers faster and gives up fewer callers as the two years go by, and worse when it is busy. */
function inbound(random: Random, day: string): Went {
  const pressure = seasonOf(day) * (1.25 - 0.45 * progress(day));
  const fate = random();
  if (fate < 0.012) return { direction: 'inbound', outcome: 'overflow', waitSeconds: whole(random, 120, 300) };
  if (fate < 0.016) return { direction: 'inbound', outcome: 'failed', waitSeconds: whole(random, 0, 2) };
  if (fate < 0.016 + 0.05 * pressure) return abandoned(random);
  const waitSeconds = 2 + Math.floor(160 * pressure * skewed(random, 4));
  return { direction: 'inbound', outcome: 'answered', waitSeconds, talk: talk(random, 0.68 + 0.1 * progress(day)) };
}

function abandoned(random: Random): Went {
  return { direction: 'inbound', outcome: 'abandoned', waitSeconds: 5 + Math.floor(260 * skewed(random, 2)) };
}

function talk(random: Random, resolvedShare: number) {
  return {
    talkSeconds: 40 + Math.floor(560 * skewed(random, 2)),
    holdSeconds: random() < 0.3 ? whole(random, 10, 90) : 0,
    wrapSeconds: whole(random, 5, 90),
    transferred: random() < 0.09,
    resolvedAtFirstContact: random() < resolvedShare,
  };
}

function finished(offeredMs: number, { talk: spoken, ...call }: Went & Readonly<Record<string, unknown>>): Drawn {
  const waitedMs = offeredMs + call.waitSeconds * secondMs;
  const endedMs = waitedMs + ((spoken?.talkSeconds ?? 0) + (spoken?.holdSeconds ?? 0)) * secondMs;
  const times = { offeredAt: iso(offeredMs), ...(spoken && { answeredAt: iso(waitedMs) }), endedAt: iso(endedMs) };
  return { type: 'contact.call.completed', atMs: endedMs, data: { ...call, ...times, ...spoken } };
}
