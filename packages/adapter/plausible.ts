import type { Adapter, AdapterContext, HookRequest, Item, Reply, Tally, Unreadable } from '#adapter/adapter.ts';
import { bearerOf } from '#adapter/bearer.ts';
import { isCrawlerAgent } from '#adapter/bot.ts';
import { jsonOf } from '#adapter/json.ts';
import { mapped } from '#adapter/mapping.ts';
import { corsHeaders, preflight, trackerProblem } from '#adapter/tracker.ts';
import {
  eventOf,
  type Interaction,
  keptText,
  rereadText,
  siteOf,
  unread,
  type Visit,
  visitOf,
} from '#adapter/visit.ts';
import { linkName, type Page, pageOf, safePath, wordsOf } from '#adapter/webAddress.ts';

/** Plausible's `/api/event`, as both generations of its tracker post to it: https://plausible.io/docs/events-api */
export const plausible: Adapter = {
  greet: (request, context) => preflight(request, context) ?? elsewhere(request),
  problem: (request, context) => trackerProblem(request, context, bearerOf(request.headers['authorization'])),
  read: (request, context) => itemsOf(request, context),
  again: (text, context) => {
    const kept = rereadText(text);
    return kept ? itemOf(kept.record, kept.visit, context) : unread(text);
  },
  reply: (tally, request, context) => replyOf(tally, corsHeaders(request, context)),
  refusal: (status, detail, request, context) => ({
    ...problem(status, detail),
    headers: { ...corsHeaders(request, context), 'content-type': 'application/json' },
  }),
};

const problem = (status: number, detail: string) => ({ status, body: JSON.stringify({ errors: { request: detail } }) });

const replyOf = ({ rejected: [refused], leftOut }: Tally, headers: Headers): Reply => {
  if (refused) return { ...problem(400, refused.reason), headers: { ...headers, 'content-type': 'application/json' } };
  const answer = { status: 202, headers: { ...headers, 'content-type': 'text/plain' }, body: 'ok' };
  return leftOut > 0 ? { ...answer, headers: { ...answer.headers, ...droppedHeaders } } : answer;
};

type Headers = Readonly<Record<string, string>>;
const droppedHeaders = { 'x-plausible-dropped': '1', 'access-control-expose-headers': 'x-plausible-dropped' };

const elsewhere = ({ rest }: HookRequest) =>
  /^(\/api)?(\/event)?\/?$/.test(rest) ? undefined : problem(404, 'Plausible posts to /api/event at this address.');

type Fields = Readonly<Record<string, unknown>>;

const itemsOf = (request: HookRequest, context: AdapterContext): readonly Item[] | Unreadable => {
  const json = jsonOf(request.body.toString('utf8').replace(/^\ufeff/, ''));
  if (!json) return { unreadable: 'content', detail: 'The body is not JSON.' };
  const trusted = bearerOf(request.headers['authorization']) !== undefined;
  return [itemOf(json.value, visitOf(request, context.now, trusted), context)];
};

const itemOf = (record: unknown, visit: Visit, context: AdapterContext): Item => ({
  ...fateOf(fieldsOf(record), visit, context),
  text: () => keptText(visit, record, context),
});

const fieldsOf = (record: unknown): Fields | undefined =>
  typeof record === 'object' && record !== null && !Array.isArray(record) ? (record as Fields) : undefined;

type Fate = Pick<Item, 'events' | 'refused' | 'leftOut'>;
const refused = (reason: string, field: string): Fate => ({ events: [], refused: { reason, pointer: field } });

const fateOf = (fields: Fields | undefined, visit: Visit, context: AdapterContext): Fate => {
  if (!fields) return refused('an event must be a JSON object', '');
  if (visit.agent.trim() === '' || isCrawlerAgent(visit.agent)) return { events: [], leftOut: 'bot' };
  const name = textOf(fields, 'n', 'name');
  if (name === undefined) return refused('n is missing; it must be the name of an event, such as pageview', '/n');
  // A page's time on screen: it belongs to a page view that was counted when it began.
  if (name === 'engagement') return { events: [], leftOut: 'a heartbeat' };
  const page = pageOf(textOf(fields, 'u', 'url') ?? '');
  if (!page) return refused('u must be an address that begins with http:// or https://', '/u');
  const domains = (textOf(fields, 'd', 'domain') ?? page.host).split(',').map((domain) => domain.trim());
  const site = siteOf(context, page, domains) ?? page.host;
  const visitor = `${visit.address}|${visit.agent}|${domains.join()}`;
  const interaction = { ...actionOf(name, page, propsOf(fields), context), site, visitor, time: visit.at };
  return { events: [eventOf(interaction, visit, context)] };
};

const textOf = (fields: Fields, ...names: readonly string[]): string | undefined => {
  const found = names.map((name) => fields[name]).find((value) => typeof value === 'string' && value !== '');
  return found as string | undefined;
};

/** An object, or its JSON as text from the older tracker; under its newer and its older names. */
const propsOf = (fields: Fields): Fields => {
  const props = fields['p'] ?? fields['props'] ?? fields['m'] ?? fields['meta'];
  return fieldsOf(typeof props === 'string' ? jsonOf(props)?.value : props) ?? {};
};

type Action = Pick<Interaction, 'kind' | 'path' | 'name'>;

/** Properties are looked at for what the tracker itself puts there; others are free text and are dropped. */
const actionOf = (name: string, { path }: Page, props: Fields, { source }: AdapterContext): Action => {
  const target = pageOf(textOf(props, 'url') ?? '');
  if (name === 'pageview') return { kind: 'page', path };
  if (name === 'File Download') return { kind: 'download', path: target?.path ?? path };
  if (name === 'Outbound Link: Click') return { kind: 'event', path, name: linkName(textOf(props, 'url') ?? '') };
  if (name === 'Form: Submission') return { kind: 'form', path, name: formName(path, source.mapping.form, props) };
  const words = textOf(props, 'search_query');
  if (words !== undefined) return { kind: 'search', path, name: wordsOf(words)?.toLowerCase() };
  return { kind: 'event', path, name: wordsOf(name) };
};

/** A form has no name of its own here: it is called after its page. */
const formName = (path: string, names: AdapterContext['source']['mapping']['form'], props: Fields): string => {
  const own = safePath(textOf(props, 'path') ?? path);
  return mapped(names, own) ?? own.slice(0, 200);
};
