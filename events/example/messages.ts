import { type CloudEvent, type Drawn, iso, numbered } from '#events/example/cloudEvent.ts';
import { dayMs, days, hourMs, lastDay, londonMs, progress, secondMs } from '#events/example/days.ts';
import { mulberry32, oneOf, pick, type Random, weighted, whole } from '#events/example/random.ts';
import { enquiryTypes, services } from '#events/example/services.ts';

const messageCount = 800;
const weekend = [0, 6];
const socialDays = weighted(days, (day) => (weekend.includes(new Date(day).getUTCDay()) ? 0.5 : 1));
const endMs = londonMs(lastDay, 24 * 3600);

/** Whole threads until there are enough messages; the last may be cut. */
export function messages(): CloudEvent[] {
  const random = mulberry32(0x50c1a1);
  const drawn: Drawn[] = [];
  for (let thread = 1; drawn.length < messageCount; thread++) drawn.push(...drawThread(random, thread));
  return numbered('social', 'message', drawn.slice(0, messageCount), 'messageId');
}

function drawThread(random: Random, number: number): Drawn[] {
  const day = pick(random, socialDays);
  const service = oneOf(random, services);
  const about = {
    threadId: `thread-${String(number).padStart(4, '0')}`,
    ...route(random),
    service,
    enquiryType: oneOf(random, enquiryTypes[service]),
    public: random() < 0.6,
  };
  return turns(random, day)
    .filter(({ atMs }) => atMs < endMs)
    .map(({ said, atMs, automated }) => ({
      type: `contact.message.${said}`,
      atMs,
      data: { ...about, ...(automated && { automated }), sentAt: iso(atMs) },
    }));
}

function route(random: Random): { readonly channel: string; readonly network: string } {
  if (random() < 0.12) return { channel: 'webchat', network: 'website' };
  return { channel: 'social', network: oneOf(random, { facebook: 5, x: 3, instagram: 2, nextdoor: 1 }) };
}

interface Turn {
  readonly said: 'received' | 'replied';
  readonly atMs: number;
  readonly automated?: true;
}

/** A question, at times an automatic reply, mostly an answer, at times a second question: it too may stay unanswered. */
function turns(random: Random, day: string): Turn[] {
  const askedMs = londonMs(day, whole(random, 7 * 3600, 23 * 3600 + 1800));
  const opening: Turn[] = [{ said: 'received', atMs: askedMs }];
  if (random() < 0.2) opening.push({ said: 'replied', atMs: askedMs + 5 * secondMs, automated: true });
  const answer = answered(random, day, askedMs);
  if (!answer) return opening;
  return random() < 0.25 ? [...opening, answer, ...secondQuestion(random, day, answer.atMs)] : [...opening, answer];
}

function secondQuestion(random: Random, day: string, afterMs: number): Turn[] {
  const askedMs = afterMs + whole(random, 600, 20 * 3600) * secondMs;
  const answer = answered(random, day, askedMs);
  return answer ? [{ said: 'received', atMs: askedMs }, answer] : [{ said: 'received', atMs: askedMs }];
}

function answered(random: Random, day: string, askedMs: number): Turn | undefined {
  if (random() > 0.74 + 0.14 * progress(day)) return undefined;
  const delayMs = oneOf(random, { hours: 6, nextDay: 3, days: 1 });
  const least = { hours: hourMs / 2, nextDay: 12 * hourMs, days: 2 * dayMs }[delayMs];
  const most = { hours: 7 * hourMs, nextDay: 36 * hourMs, days: 6 * dayMs }[delayMs];
  return { said: 'replied', atMs: askedMs + whole(random, least / secondMs, most / secondMs) * secondMs };
}
