import { type CloudEvent, type Drawn, iso, numbered } from '#events/example/cloudEvent.ts';
import { callWeight, days, londonMs, progress, secondMs } from '#events/example/days.ts';
import { mulberry32, oneOf, pick, type Random, skewed, weighted, whole } from '#events/example/random.ts';
import { enquiryTypes, services } from '#events/example/services.ts';

const visitCount = 450;
const openDays = weighted(days, callWeight);
const opensAt = 9 * 3600;
const lastArrivalAt = 16 * 3600;

/** Visits in person to the town hall and the library: fewer and fewer wait long, some leave before they are served. */
export function visits(): CloudEvent<'reception'>[] {
  const random = mulberry32(0x0717);
  const drawn = Array.from({ length: visitCount }, () => drawVisit(random));
  return numbered('reception', 'visit', drawn, 'visitId');
}

function drawVisit(random: Random): Drawn {
  const day = pick(random, openDays);
  const arrivedMs = londonMs(day, whole(random, opensAt, lastArrivalAt));
  const service = oneOf(random, services);
  const site = oneOf(random, { 'town-hall': 3, library: 2 });
  const about = { site, service, enquiryType: oneOf(random, enquiryTypes[service]) };
  const waitedMs = Math.floor(2700 * (1.2 - 0.5 * progress(day)) * skewed(random, 3)) * secondMs;
  const endedMs = arrivedMs + waitedMs + whole(random, 120, 1800) * secondMs;
  const times =
    random() < 0.06
      ? { arrivedAt: iso(arrivedMs), endedAt: iso(arrivedMs + waitedMs) }
      : { arrivedAt: iso(arrivedMs), servedAt: iso(arrivedMs + waitedMs), endedAt: iso(endedMs) };
  return { type: 'contact.visit.completed', atMs: Date.parse(times.endedAt), data: { ...about, ...times } };
}
