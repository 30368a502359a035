import type { Adapter, AdapterContext, HookRequest, Item, Reply, Tally, Unreadable } from '#adapter/adapter.ts';
import { bearerOf } from '#adapter/bearer.ts';
import { jsonOf } from '#adapter/json.ts';
import { corsHeaders, preflight, trackerProblem } from '#adapter/tracker.ts';
import { sessionOf } from '#adapter/umami/cache.ts';
import { identityOfRecord, isBot, itemOf } from '#adapter/umami/item.ts';
import { copies, nth, rereadText, unread, visitOf } from '#adapter/visit.ts';

/** Umami's `/api/send` and `/api/batch`, as its tracker and @umami/node post to them: https://umami.is/docs/api/sending-stats */
export const umami: Adapter = {
  greet: (request, context) => preflight(request, context) ?? elsewhere(request),
  problem: (request, context) => trackerProblem(request, context, bearerOf(request.headers['authorization'])),
  read: (request, context) => itemsOf(request, context),
  again: (text, context) => {
    const kept = rereadText(text);
    return kept ? itemOf(kept.record, kept.visit, context) : unread(text);
  },
  reply: (tally, request, context) => ({
    ...(isBatch(request) ? batchReply : singleReply)(tally, request, context),
    headers: { ...corsHeaders(request, context), 'content-type': 'application/json' },
  }),
  refusal: (status, detail, request, context) => ({
    ...json(status, { error: { message: detail, status } }),
    headers: { ...corsHeaders(request, context), 'content-type': 'application/json' },
  }),
};

const json = (status: number, value: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

/** A council may give the endpoint a name of its own, so the end of the path decides only what is a batch. */
const isBatch = ({ rest }: HookRequest): boolean => /\/batch\/?$/.test(rest);
const elsewhere = ({ rest }: HookRequest): Reply | undefined =>
  /^(\/api)?(\/(send|batch|collect))?\/?$/.test(rest)
    ? undefined
    : json(404, { error: { message: 'Umami posts to /api/send or /api/batch at this address.' } });

const recordsOf = (request: HookRequest): readonly unknown[] | Unreadable => {
  const body = jsonOf(request.body.toString('utf8').replace(/^\ufeff/, ''));
  if (!body) return { unreadable: 'content', detail: 'The body is not JSON.' };
  if (!isBatch(request)) return [body.value];
  return Array.isArray(body.value) ? body.value : { unreadable: 'content', detail: 'A batch must be a JSON array.' };
};

const trustedVisit = (request: HookRequest, { now }: AdapterContext) =>
  visitOf(request, now, bearerOf(request.headers['authorization']) !== undefined);

const itemsOf = (request: HookRequest, context: AdapterContext): readonly Item[] | Unreadable => {
  const records = recordsOf(request);
  if ('unreadable' in records) return records;
  const visit = trustedVisit(request, context);
  const copyOf = copies();
  return records.map((record, index) => {
    const own = isBatch(request) ? nth(visit, index) : visit;
    return itemOf(record, { ...own, copy: copyOf(identityOfRecord(record)) }, context);
  });
};

const singleReply = ({ rejected: [refused] }: Tally, request: HookRequest, context: AdapterContext): Reply => {
  if (refused) return json(400, { error: { message: refused.reason, code: 'bad-request', status: 400 } });
  const records = recordsOf(request);
  const isFromBot = !('unreadable' in records) && isBot(records[0], trustedVisit(request, context));
  return json(200, isFromBot ? { beep: 'boop' } : sessionOf(request, context));
};

const batchReply = (
  { accepted, duplicates, leftOut, rejected }: Tally,
  request: HookRequest,
  context: AdapterContext,
) => {
  const processed = accepted + duplicates + leftOut;
  const details = rejected.map(({ index, reason }) => ({
    index,
    response: { error: { message: reason, status: 400 } },
  }));
  return json(200, {
    size: processed + rejected.length,
    processed,
    errors: rejected.length,
    details,
    cache: sessionOf(request, context).cache,
  });
};
