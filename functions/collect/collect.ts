import { cloudEventsOf, type Posted } from '#adapter/cloudevents.ts';
import { answer, type Outcome, summaryOf } from '#functions/collect/answer.ts';
import { type Authenticated, authenticate, type Directory } from '#functions/collect/authenticate.ts';
import { type Read, read } from '#functions/collect/read.ts';
import { sourceNamed } from '#functions/collect/route.ts';
import type { HttpRequest, HttpResponse } from '#lambda/http.ts';
import type { Log } from '#lambda/log.ts';
import { Problem } from '#lambda/problem.ts';
import { stored } from '#lambda/unavailable.ts';
import type { EventLog } from '#store/eventLog.ts';
import type { Quarantine } from '#store/quarantine.ts';

export interface Stores {
  readonly directory: Directory;
  readonly eventLog: Pick<EventLog, 'append'>;
  readonly quarantine: Pick<Quarantine, 'put'>;
  readonly log: Log;
}

const mostBytes = 1_048_576;
const mostEvents = 1_000;

/**
 * Takes the events of one request, or says of each why not. Answers 2xx only when every accepted event is stored and
 * marked and every rejected one is in quarantine; otherwise throws a problem, and the sender loses nothing by repeating.
 */
export const collect = async (request: HttpRequest, stores: Stores, now: Date): Promise<HttpResponse> => {
  const name = sourceNamed(request);
  if (request.body.length > mostBytes) throw tooLarge(`A request may hold ${mostBytes} bytes.`);
  const account = await authenticate(request, name, stores.directory, now);
  const posted = eventsIn(request);
  const outcomes = await append(
    posted.map((event) => read(event, account, now)),
    stores.eventLog,
    now,
  );
  await setAside(posted, outcomes, account, stores.quarantine, now);
  report(outcomes, account, stores.log);
  return answer(outcomes);
};

const tooLarge = (detail: string): Problem => new Problem(413, `${detail} Send fewer events at a time.`);

const eventsIn = (request: HttpRequest): readonly Posted[] => {
  const posted = cloudEventsOf(request);
  if ('unreadable' in posted) throw new Problem(posted.unreadable === 'content' ? 400 : 415, posted.detail);
  if (posted.length > mostEvents) throw tooLarge(`A request may hold ${mostEvents} events.`);
  return posted;
};

const append = async (
  events: readonly Read[],
  eventLog: Pick<EventLog, 'append'>,
  now: Date,
): Promise<readonly Outcome[]> => {
  const facts = events.flatMap((event) => ('fact' in event ? [event.fact] : []));
  const results = facts.length === 0 ? [] : await stored(eventLog.append(facts, now));
  let next = 0;
  return events.map((event) => {
    if (!('fact' in event)) return event;
    const appended = results[next++];
    if (appended === undefined) throw new Error('the event log answered for fewer facts than it was given');
    const result = typeof appended === 'string' ? appended : { reason: appended.refused, pointer: appended.pointer };
    return { id: event.fact.id, result, warnings: event.warnings };
  });
};

const setAside = async (
  posted: readonly Posted[],
  outcomes: readonly Outcome[],
  { organisation, source }: Authenticated,
  quarantine: Pick<Quarantine, 'put'>,
  now: Date,
): Promise<void> => {
  const receivedAt = now.toISOString();
  const entries = outcomes.flatMap(({ result }, index) =>
    typeof result === 'string'
      ? []
      : [{ organisation, source: source.id, receivedAt, ...result, body: posted[index]?.text() ?? '' }],
  );
  if (entries.length > 0) await stored(quarantine.put(entries));
};

const report = (outcomes: readonly Outcome[], { organisation, source }: Authenticated, log: Log): void => {
  const { accepted, duplicates, rejected } = summaryOf(outcomes);
  log.info('collected', { organisation, source: source.id, accepted, duplicates, rejected: rejected.length });
};
