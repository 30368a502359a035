import type { Adapter, AdapterContext, HookRequest, Item, Reply, Tally, Unreadable } from '#adapter/adapter.ts';
import { handshake } from '#adapter/matomo/handshake.ts';
import { hitsOf, recordOf, tokenOf } from '#adapter/matomo/hits.ts';
import { itemOf } from '#adapter/matomo/item.ts';
import { corsHeaders, preflight, trackerProblem } from '#adapter/tracker.ts';
import { copies, nth, rereadText, unread, visitOf } from '#adapter/visit.ts';

/**
 * Matomo's tracking HTTP API, as matomo.js, Matomo's own libraries and its log importer use it:
 * https://developer.matomo.org/api-reference/tracking-api
 */
export const matomo: Adapter = {
  methods: ['GET', 'POST'],
  // The importer posts 200 lines for each of its recorders, and those of one address together.
  limits: { mostBytes: 4_194_304, mostRecords: 5_000 },
  greet: (request, context) => preflight(request, context) ?? handshake(request, context) ?? elsewhere(request),
  problem: (request, context) => {
    const [token, ...others] = tokensOf(request);
    return (
      trackerProblem(request, context, token) ??
      others.map((other) => trackerProblem(request, context, other)).find(isGiven)
    );
  },
  read: (request, context) => itemsOf(request, context),
  again: (text, context) => {
    const kept = rereadText(text);
    if (!kept) return unread(text);
    const { record, visit } = kept;
    return itemOf(recordOf(record), visit, context);
  },
  reply: (tally, request, context) => replyOf(tally, request, context),
  refusal: (status, detail, request, context) => ({
    status,
    headers: { ...corsHeaders(request, context), 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ status: 'error', tracked: 0, invalid: 0, message: detail }),
  }),
};

const isGiven = (problem: string | undefined): boolean => problem !== undefined;

/** Every token that is shown, for the request or for a record of its own, once each. */
const tokensOf = (request: HookRequest): readonly string[] => {
  const hits = hitsOf(request);
  if ('unreadable' in hits) return [];
  const tokens = [hits.token, ...hits.records.map(({ hit }) => tokenOf(hit))];
  return [...new Set(tokens.filter((token) => token !== undefined))];
};

/** Trackers are pointed at one of two files; what comes without either is taken too where it tracks something. */
const elsewhere = ({ rest, query, body }: HookRequest): Reply | undefined => {
  if (!/^\/?((matomo|piwik)\.php)?$/i.test(rest))
    return text(404, 'Matomo’s trackers post to matomo.php or piwik.php at this address.');
  return query === '' && body.length === 0 ? text(200, 'This address takes what Matomo’s trackers send.') : undefined;
};

const text = (status: number, body: string): Reply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});

/** Whoever may post was asked before: a token that is shown is one of the source. */
const itemsOf = (request: HookRequest, context: AdapterContext): readonly Item[] | Unreadable => {
  const hits = hitsOf(request);
  if ('unreadable' in hits) return hits;
  const visit = visitOf(request, context.now, hits.token !== undefined);
  const copyOf = copies();
  return hits.records.map((one, index) => {
    const own = hits.isBulk ? nth(visit, index) : visit;
    const trusted = visit.trusted || tokenOf(one.hit) !== undefined;
    return itemOf(one, { ...own, trusted, copy: copyOf(one.identity) }, context);
  });
};

const transparentGif = 'R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';

const replyOf = (tally: Tally, request: HookRequest, context: AdapterContext): Reply => {
  const hits = hitsOf(request);
  const headers = { ...corsHeaders(request, context), 'cache-control': 'no-store' };
  const { isBulk, isSilent } = 'unreadable' in hits ? { isBulk: false, isSilent: true } : hits;
  if (isBulk) return isSilent ? { status: 204, headers } : bulkReply(tally, headers);
  const [refused] = tally.rejected;
  if (refused) return { ...text(400, refused.reason), headers: { ...headers, 'content-type': 'text/plain' } };
  if (isSilent) return { status: 204, headers };
  return {
    status: 200,
    headers: { ...headers, 'content-type': 'image/gif' },
    body: transparentGif,
    isBase64Encoded: true,
  };
};

/** What is left out is tracked, as far as the sender needs to know: it must not send it again. */
const bulkReply = (
  { accepted, duplicates, leftOut, rejected }: Tally,
  headers: Readonly<Record<string, string>>,
): Reply => ({
  status: 200,
  headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({
    status: 'success',
    tracked: accepted + duplicates + leftOut,
    invalid: rejected.length,
    invalid_indices: rejected.map(({ index }) => index),
  }),
});
