import type { Item, Reply } from '#adapter/adapter.ts';
import { isDeeperThan } from '#adapter/json.ts';
import { admitted, type Directory, visitsOf } from '#functions/collect/admit.ts';
import { answer } from '#functions/collect/answer.ts';
import type { Rates } from '#functions/collect/rates.ts';
import { notAllowed, routeOf } from '#functions/collect/route.ts';
import type { Visit } from '#functions/collect/visit.ts';
import { type Outcome, tallyOf } from '#intake/outcome.ts';
import { type Read, readItem } from '#intake/read.ts';
import { append, factsIn } from '#intake/take.ts';
import type { HttpRequest, HttpResponse } from '#lambda/http.ts';
import type { Log } from '#lambda/log.ts';
import { asProblem, Problem } from '#lambda/problem.ts';
import { stored } from '#lambda/unavailable.ts';
import type { Batches } from '#store/batches.ts';
import type { EventLog } from '#store/eventLog.ts';
import type { Quarantine } from '#store/quarantine.ts';

export interface Stores {
  readonly directory: Directory;
  readonly eventLog: Pick<EventLog, 'append' | 'recordsOf'>;
  readonly batches: Pick<Batches, 'put'>;
  readonly quarantine: Pick<Quarantine, 'put'>;
  readonly rates: Rates;
  readonly log: Log;
}

const usualRequestsPerMinute = 6_000;

/**
 * Takes the events of one request, or says of each why not. Answers 2xx only when every accepted event is stored and
 * marked and every rejected one is in quarantine; otherwise throws a problem, and the sender loses nothing by repeating.
 */
export const collect = async (request: HttpRequest, stores: Stores, now: Date): Promise<HttpResponse> => {
  const route = routeOf(request);
  const visits = await visitsOf({ route, request, now }, stores.directory);
  let visit = visits[0];
  try {
    for (const each of visits) boundSize(each);
    const greeting = visits.map(greetingOf).find((reply) => reply !== undefined);
    if (greeting) return responseOf(greeting);
    if (!visits.some(mayBring)) throw notAllowed(methodsOf(visit));
    visit = admitted(visits.filter(mayBring), route);
    boundRate(visit, stores.rates, now);
    return await take(visit, stores, now);
  } catch (error) {
    throw inItsForm(asProblem(error), visit);
  }
};

const greetingOf = ({ adapter, request, context }: Visit): Reply | undefined => adapter.greet?.(request, context);

const methodsOf = ({ adapter: { methods = ['POST'] } }: Visit): readonly string[] => methods;
const mayBring = (visit: Visit): boolean => methodsOf(visit).includes(visit.request.method);

const boundSize = ({ request, limits }: Visit): void => {
  if (request.rawBody.length > limits.mostBytes) throw tooLarge(`A request may hold ${limits.mostBytes} bytes.`);
};

const tooLarge = (detail: string): Problem => new Problem(413, `${detail} Send fewer events at a time.`);

const boundRate = ({ organisation, source }: Visit, rates: Rates, now: Date): void => {
  const perMinute = source.requestsPerMinute ?? usualRequestsPerMinute;
  const waitSeconds = rates.take(`${organisation}.${source.id}`, perMinute, now);
  if (waitSeconds === 0) return;
  const detail = `This source may make ${perMinute} requests a minute. Send the request again.`;
  throw new Problem(429, detail, { headers: { 'retry-after': String(waitSeconds) } });
};

const take = async (visit: Visit, stores: Stores, now: Date): Promise<HttpResponse> => {
  const { adapter, request, context } = visit;
  const items = itemsIn(visit);
  const records = items.map((item) => readItem(item, visit));
  const batch = adapter.batch?.(request);
  if (batch) await remember(batch, records, visit, stores.batches);
  const outcomes = await stored(append(records, stores.eventLog, now));
  if (!batch) await setAside(items, outcomes, visit, stores.quarantine);
  report(outcomes, visit, stores.log);
  return adapter.reply ? responseOf(adapter.reply(tallyOf(outcomes), request, context)) : answer(outcomes);
};

const itemsIn = ({ adapter, limits, request, context }: Visit): readonly Item[] => {
  boundDepth(request.body, limits.mostDepth);
  const items = adapter.read(request, context);
  if ('unreadable' in items) throw new Problem(items.unreadable === 'content' ? 400 : 415, items.detail);
  if (items.length > limits.mostRecords) throw tooLarge(`A request may hold ${limits.mostRecords} events.`);
  return items;
};

const boundDepth = (body: Buffer, mostDepth: number): void => {
  const text = body.toString('latin1');
  if (/^\s*[[{]/.test(text) && isDeeperThan(mostDepth, text))
    throw new Problem(400, `The body nests deeper than ${mostDepth} levels.`);
};

/** First, so that whatever an import stored can be taken back, wherever it was interrupted. */
const remember = (
  { id: batch, part }: { readonly id: string; readonly part: number },
  records: readonly (readonly Read[])[],
  { organisation }: Visit,
  batches: Pick<Batches, 'put'>,
): Promise<void> => stored(batches.put({ organisation, batch, part }, factsIn(records)));

const setAside = async (
  items: readonly Item[],
  outcomes: readonly Outcome[],
  { organisation, source, context, adapterName }: Visit,
  quarantine: Pick<Quarantine, 'put'>,
): Promise<void> => {
  const readBy = adapterName === 'cloudevents' ? {} : { adapter: adapterName };
  const arrival = { organisation, source: source.id, ...readBy, receivedAt: context.now.toISOString() };
  const entries = outcomes.flatMap(({ result }, index) =>
    typeof result === 'string' ? [] : [{ ...arrival, ...result, body: items[index]?.text() ?? '' }],
  );
  if (entries.length > 0) await stored(quarantine.put(entries));
};

const report = (outcomes: readonly Outcome[], { organisation, source }: Visit, log: Log): void => {
  const { accepted, duplicates, leftOut, rejected } = tallyOf(outcomes);
  const counts = { accepted, duplicates, rejected: rejected.length, ...(leftOut > 0 && { leftOut }) };
  log.info('collected', { organisation, source: source.id, ...counts });
};

const responseOf = ({ status, headers, body = '', isBase64Encoded }: Reply): HttpResponse => ({
  statusCode: status,
  headers: { 'cache-control': 'no-store', ...headers },
  body,
  ...(isBase64Encoded && { isBase64Encoded }),
});

/** A browser needs its headers and Firehose its form, whatever went wrong. */
const inItsForm = (problem: Problem, { adapter, request, context }: Visit): Problem => {
  if (!adapter.refusal) return problem;
  const { status, message, headers, cause } = problem;
  const reply = adapter.refusal(status, message, request, context);
  const response = responseOf({ ...reply, headers: { ...headers, ...reply.headers } });
  return new Problem(status, message, { headers, cause, response });
};
