import type { AdapterContext, Item } from '#adapter/adapter.ts';
import { isCrawlerAgent } from '#adapter/bot.ts';
import { mapped } from '#adapter/mapping.ts';
import { eventOf, keptText, sameness, siteOf, timeProblem, type Visit } from '#adapter/visit.ts';
import { looksPersonal, pageOf, wordsOf } from '#adapter/webAddress.ts';

type Fields = Readonly<Record<string, unknown>>;
type Fate = Pick<Item, 'events' | 'refused' | 'leftOut'>;

/** One of Umami's records: `{ type, payload }`. */
export const itemOf = (record: unknown, visit: Visit, context: AdapterContext): Item => ({
  ...fateOf(record, visit, context),
  text: () => keptText(visit, record, context),
});

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

const textOf = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const payloadOf = (record: unknown): Fields | undefined => fieldsOf(fieldsOf(record)?.['payload']);
const agentOf = (payload: Fields | undefined, { agent }: Visit): string => textOf(payload ?? {}, 'userAgent') ?? agent;

/** `identify`, `performance` and `engagement` add to a visit that was counted when it began. */
const counted: ReadonlySet<unknown> = new Set(['event', 'pageview']);

export const isBot = (record: unknown, visit: Visit): boolean => {
  const agent = agentOf(payloadOf(record), visit);
  return agent.trim() === '' || isCrawlerAgent(agent);
};

const refused = (reason: string, pointer: string): Fate => ({ events: [], refused: { reason, pointer } });

const fateOf = (record: unknown, visit: Visit, context: AdapterContext): Fate => {
  const payload = payloadOf(record);
  const type = fieldsOf(record)?.['type'];
  if (!payload) return refused('payload is missing; a record must be { type, payload }', '/payload');
  if (isBot(record, visit)) return { events: [], leftOut: 'bot' };
  if (typeof type !== 'string') return refused('type is missing; it must be event', '/type');
  if (!counted.has(type)) return { events: [], leftOut: 'no visit' };
  return fateOfEvent(payload, visit, context);
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Umami's are UUIDs; another's name is one where it is no more than that. */
const isWebsite = (website: string, { source }: AdapterContext): boolean =>
  uuid.test(website) ||
  mapped(source.mapping.site, website) !== undefined ||
  (/^[a-z0-9][a-z0-9_-]{0,63}$/i.test(website) && !looksPersonal(website));

const fateOfEvent = (payload: Fields, visit: Visit, context: AdapterContext): Fate => {
  const website = textOf(payload, 'website') ?? '';
  const url = textOf(payload, 'url');
  const page = url === undefined ? undefined : pageOf(url, `https://${textOf(payload, 'hostname') ?? nowhere}`);
  const time = timeOf(payload['timestamp'], visit.at);
  if (!isWebsite(website, context)) return refused("website must be the website's id", '/payload/website');
  if (url && !page) return refused('url must be a path, or begin with http:// or https://', '/payload/url');
  if (time === undefined) return refused('timestamp must be seconds since 1970', '/payload/timestamp');
  const early = timeProblem(time, visit, '/payload/timestamp');
  if (early) return { events: [], refused: early };
  const interaction = {
    ...actionOf(textOf(payload, 'name'), page?.path),
    site: siteOf(context, page?.host === nowhere ? undefined : page, [website]) ?? website,
    time,
    visitor: visitorOf(payload, visit),
    identity: identityOf(payload),
  };
  return { events: [eventOf(interaction, visit, context)] };
};

/** Stands for the host that a path alone does not name; reserved, so nobody's. */
const nowhere = 'nowhere.invalid';

const actionOf = (name: string | undefined, path: string | undefined) =>
  name === undefined ? ({ kind: 'page', path } as const) : ({ kind: 'event', path, name: wordsOf(name) } as const);

/** Seconds, as Umami has it, or milliseconds, as some of its clients send. */
const timeOf = (timestamp: unknown, at: string): string | undefined => {
  if (timestamp === undefined || timestamp === null || timestamp === 0 || timestamp === '') return at;
  const number = typeof timestamp === 'number' || typeof timestamp === 'string' ? Number(timestamp) : Number.NaN;
  const instant = new Date(number < 1e11 ? number * 1000 : number);
  return Number.isNaN(instant.getTime()) || number < 0 ? undefined : instant.toISOString();
};

const visitorOf = (payload: Fields, visit: Visit): string =>
  textOf(payload, 'id') ??
  [textOf(payload, 'ip') ?? visit.address, agentOf(payload, visit), payload['website']].join('|');

/** A record with a time of its own can be known again; a live one cannot. */
const identityOf = (payload: Fields | undefined): string | undefined =>
  payload?.['timestamp'] ? sameness(payload) : undefined;

export const identityOfRecord = (record: unknown): string | undefined => identityOf(payloadOf(record));
