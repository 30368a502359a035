import { type CloudEvent, type Drawn, numbered } from '#events/example/cloudEvent.ts';
import { days, londonMs, progress } from '#events/example/days.ts';
import { mulberry32, oneOf, pick, type Random, weighted, whole } from '#events/example/random.ts';
import { services } from '#events/example/services.ts';

const scoreCount = 260;
const answerCount = 120;
/** Whoever is asked in the middle of a month answers within five days. */
const answerDays = weighted(days, (day) => (Math.abs(Number(day.slice(8)) - 17) <= 2 ? 1 : 0));

/** After a contact, a score from 1 to 5; once in a while, whether people can do what they need online. */
export function responses(): CloudEvent<'feedback'>[] {
  const random = mulberry32(0x5c04e);
  const scores = Array.from({ length: scoreCount }, () => drawScore(random));
  const answers = Array.from({ length: answerCount }, () => drawAnswer(random));
  return numbered('feedback', 'response', [...scores, ...answers]);
}

const atOn = (random: Random, day: string): number => londonMs(day, whole(random, 8 * 3600, 22 * 3600));

function drawScore(random: Random): Drawn {
  const day = pick(random, answerDays);
  const score = Number(oneOf(random, { 1: 1, 2: 2, 3: 4, 4: 7, 5: 5 + 4 * progress(day) }));
  const data = { surveyId: 'after-contact', score, min: 1, max: 5, service: oneOf(random, services) };
  return { type: 'survey.responded', atMs: atOn(random, day), data };
}

function drawAnswer(random: Random): Drawn {
  const day = pick(random, answerDays);
  const answer = oneOf(random, { yes: 5 + 3 * progress(day), partly: 3, no: 2 });
  return { type: 'survey.responded', atMs: atOn(random, day), data: { surveyId: 'online-skills', answer } };
}
