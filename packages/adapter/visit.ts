import type { AdapterContext, Credentials, HookRequest, Item } from '#adapter/adapter.ts';
import { mapped, siteOfPage } from '#adapter/mapping.ts';
import { looksPersonal, type Page } from '#adapter/webAddress.ts';
import { londonDay } from '#calendar/day.ts';
import type { Refusal } from '#event/reason.ts';

/** What a tracker's record does not say of itself: the request around it. */
export interface Visit {
  /** No other record's: what names it where nothing else does. */
  readonly id: string;
  /** When it arrived, ISO 8601 in UTC. */
  readonly at: string;
  readonly address: string;
  readonly agent: string;
  /** It came with a token of the source. */
  readonly trusted: boolean;
  /** The visitor's browser asks not to be followed. */
  readonly quiet: boolean;
  /** Which of the request's equal records it is, from 0. */
  readonly copy: number;
}

export const visitOf = ({ headers, address, requestId }: HookRequest, now: Date, trusted: boolean): Visit => ({
  id: requestId,
  at: now.toISOString(),
  address,
  agent: headers['user-agent'] ?? '',
  trusted,
  quiet: headers['dnt'] === '1' || headers['sec-gpc'] === '1',
  copy: 0,
});

/** The visit of one record among several of a request. */
export const nth = (visit: Visit, index: number): Visit => ({ ...visit, id: `${visit.id}-${index}` });

/** Which of a request's equal records each is, so that all are counted, and no more of them when they are sent again. */
export const copies = (): ((identity: string | undefined) => number) => {
  const seen = new Map<string | undefined, number>();
  return (identity) => {
    const before = seen.get(identity) ?? 0;
    seen.set(identity, before + 1);
    return before;
  };
};

/** One thing done on a website, in our words. */
export interface Interaction {
  readonly kind: 'page' | 'search' | 'form' | 'download' | 'event';
  readonly site: string;
  readonly path?: string | undefined;
  readonly name?: string | undefined;
  readonly visitor?: string | undefined;
  /** Its own time, where it says one. */
  readonly time: string;
  /** What is the same whenever the record is sent again, and another's never; where there is none, the request names it. */
  readonly identity?: string | undefined;
}

/** The CloudEvents event of an interaction; the fields that it lacks are left out. */
export const eventOf = (interaction: Interaction, visit: Visit, context: AdapterContext): object => {
  const { kind, site, path, name, visitor, time, identity } = interaction;
  const visitorKey = visit.quiet || visitor === undefined ? undefined : context.hash('visitor', visitor);
  return {
    specversion: '1.0',
    id: identity === undefined ? visit.id : context.hash('interaction', `${londonDay(time)} ${visit.copy} ${identity}`),
    source: context.source.id,
    type: 'web.interaction',
    time,
    data: present({
      site: keyless(site, context)?.slice(0, 200) ?? '_',
      kind,
      path: keyless(path, context),
      name: keyless(name, context),
      visitorKey,
    }),
  };
};

/** A sender's token has no place in an address or a name, where anybody could read it. */
const keyless = (text: string | undefined, { credentials }: AdapterContext): string | undefined =>
  text !== undefined && keysIn(credentials).some((key) => text.includes(key)) ? undefined : text;

/** Shorter ones are words. */
const shortestKey = 8;
const keysIn = ({ tokens }: Credentials): readonly string[] => tokens.filter(({ length }) => length >= shortestKey);

const present = (fields: Readonly<Record<string, string | undefined>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));

/** The site of a page: by a part of a host, by the sender's own id of the site, by the host, or else what that is called. */
export const siteOf = (context: AdapterContext, page: Page | undefined, ids: readonly string[]): string | undefined => {
  const { site } = context.source.mapping;
  const byHost = page && mapped(site, page.host);
  const byPage = page && siteOfPage(site, page.host, page.path);
  if (byPage !== byHost) return byPage;
  const byId = ids.map((id) => mapped(site, id)).find((name) => name !== undefined);
  return byId ?? byHost ?? (page ? hostName(page) : ids[0]);
};

/** A numeric address may be anybody's. */
const hostName = ({ host }: Page): string => (looksPersonal(host) ? '_' : host);

const dayMs = 86_400_000;

/** Why a record's own time is not believed; undefined when it is. The same limit as Matomo's. */
export const timeProblem = (time: string, { at, trusted }: Visit, pointer: string): Refusal | undefined =>
  !trusted && Date.parse(at) - Date.parse(time) > dayMs
    ? { reason: 'the time is more than 24 hours ago; such a record must be sent with a token', pointer }
    : undefined;

/** A record as quarantine keeps it: the request around it, and no credentials, wherever they stand. */
export const keptText = (visit: Visit, record: unknown, { credentials }: AdapterContext): string =>
  keysIn(credentials).reduce((kept, key) => kept.replaceAll(key, 'removed'), scrubbed({ ...visit, record }));

/** What is the same in a record whenever it is sent again, or read again from what quarantine kept. */
export const sameness = (fields: Readonly<Record<string, unknown>>): string =>
  scrubbed(Object.fromEntries(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1))));

/** As JSON, without what is a credential by its name. Most records hold none, and cost less. */
const scrubbed = (value: unknown): string => {
  const text = JSON.stringify(value);
  return /token_auth|authorization|api_key|password/i.test(text) ? JSON.stringify(value, scrubbedMember) : text;
};

const scrubbedMember = (key: string, member: unknown): unknown => {
  if (isCredential(key)) return undefined;
  return typeof member === 'string' ? member.replace(credentialInText, '$1') : member;
};

const isCredential = (key: string): boolean => /^(token_auth|authorization|api_key|password)$/i.test(key);
const credentialInText = /((?:token_auth|api_key|password)(?:=|%3D))[^&#"\s]*/gi;

/** What `keptText` wrote; undefined when it is something else. */
export const rereadText = (text: string): { readonly visit: Visit; readonly record: unknown } | undefined => {
  try {
    const { record, ...visit } = JSON.parse(text) as Visit & { record: unknown };
    const isWhole = [visit.id, visit.at, visit.address, visit.agent].every((field) => typeof field === 'string');
    return isWhole && Number.isInteger(visit.copy) && !Number.isNaN(Date.parse(visit.at))
      ? { visit, record }
      : undefined;
  } catch {
    return undefined;
  }
};

/** An item of which nothing can be made. */
export const unread = (text: string): Item => ({
  events: [],
  refused: { reason: 'this is not what quarantine kept of a visit', pointer: '' },
  text: () => text,
});
