import type { AdapterContext, Item } from '#adapter/adapter.ts';
import { isBotAgent, isCrawlerAgent } from '#adapter/bot.ts';
import { mapped } from '#adapter/mapping.ts';
import { actionOf } from '#adapter/matomo/action.ts';
import type { Hit, HitRecord } from '#adapter/matomo/hits.ts';
import { eventOf, keptText, siteOf, timeProblem, type Visit } from '#adapter/visit.ts';
import { looksPersonal, type Page, pageOf } from '#adapter/webAddress.ts';
import type { Refusal } from '#event/reason.ts';

type Fate = Pick<Item, 'events' | 'refused' | 'leftOut'>;

export const itemOf = (one: HitRecord, visit: Visit, context: AdapterContext): Item => ({
  ...fateOf(one, visit, context),
  text: () => keptText(visit, one.record, context),
});

const refused = (reason: string, parameter: string): Fate => ({ events: [], refused: refusal(reason, parameter) });
const leftOut = (reason: string): Fate => ({ events: [], leftOut: reason });
const refusal = (reason: string, parameter: string): Refusal => ({ reason, pointer: parameter && `/${parameter}` });

const fateOf = ({ record, hit, identity }: HitRecord, visit: Visit, context: AdapterContext): Fate => {
  // The importer sends null for a line whose site it does not know.
  if (record === null || record === '') return leftOut('empty');
  if (!hit) return refused('a request must be a query string or an object', '');
  if (hit['rec'] !== '1') return leftOut('rec is not 1');
  if (isBot(hit, visit)) return leftOut('bot');
  return fateOfHit({ hit, identity }, visit, context);
};

/** `ua` is of the visit itself, from a server's log or a server that serves the visitor; else the tracker's own agent. */
const isBot = ({ ua = '' }: Hit, { agent }: Visit): boolean => (ua === '' ? isCrawlerAgent(agent) : isBotAgent(ua));

type Counted = Pick<HitRecord, 'identity'> & { readonly hit: Hit };

const fateOfHit = ({ hit, identity }: Counted, visit: Visit, context: AdapterContext): Fate => {
  const page = pageOf(hit['url'] ?? '');
  const site = knownSite(hit, page, context);
  if (site === undefined) return refused('idsite must be the number or the name of a site', 'idsite');
  if (hit['url'] && !page) return refused('url must be an address that begins with http:// or https://', 'url');
  const action = actionOf(hit, page, context.source.mapping);
  if ('leftOut' in action) return leftOut(action.leftOut);
  const time = timeOf(hit, visit.at);
  if (time === undefined) return refused('cdt must be seconds since 1970 or YYYY-MM-DD HH:MM:SS in UTC', 'cdt');
  const early = timeProblem(time, visit, '/cdt');
  if (early) return { events: [], refused: early };
  const interaction = { ...action, site, time, visitor: visitorOf(hit, visit), identity };
  return { events: [eventOf(interaction, visit, context)] };
};

const knownSite = (hit: Hit, page: Page | undefined, context: AdapterContext): string | undefined => {
  const id = hit['idsite'] ?? '';
  const isNamed = mapped(context.source.mapping.site, id) !== undefined;
  return isNamed || (/^[a-z0-9._-]{1,64}$/i.test(id) && !looksPersonal(id)) ? siteOf(context, page, [id]) : undefined;
};

const dateTime = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2}))?(?:\.\d+)?Z?$/;

/** `cdt`, or when it arrived; `cdo` seconds before that. Undefined where they say no time. */
const timeOf = (hit: Hit, at: string): string | undefined => {
  const cdt = hit['cdt'] ?? '';
  const [, date, time = '00:00:00'] = dateTime.exec(cdt) ?? [];
  const isAbsent = cdt === '' || cdt === '0';
  const ms = isAbsent ? Date.parse(at) : date ? Date.parse(`${date}T${time}Z`) : secondsOf(cdt) * 1000;
  const instant = new Date(ms - (secondsOf(hit['cdo'] ?? '0') || 0) * 1000);
  return Number.isNaN(instant.getTime()) || instant.getTime() < 0 ? undefined : instant.toISOString();
};

const secondsOf = (text: string): number => (/^\d{1,10}$/.test(text) ? Number(text) : Number.NaN);

/** Whoever Matomo would take for one visitor; the address that a record states is believed with a token only. */
const visitorOf = (hit: Hit, { address, agent, trusted }: Visit): string => {
  const own = [hit['uid'], hit['cid'], hit['_id']].find((id) => id !== undefined && id !== '');
  return own ?? `${(trusted && hit['cip']) || address}|${hit['ua'] || agent}`;
};
