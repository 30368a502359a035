import { isIP } from 'node:net';
import { type Fields, textIn } from '#adapter/firehose/fate.ts';
import { type Mapping, siteOfPage } from '#adapter/mapping.ts';
import { pageOf } from '#adapter/webAddress.ts';

export interface Visit {
  readonly kind: 'page' | 'download';
  readonly site: string;
  readonly path: string;
  /** Of the file, for a download. */
  readonly name: string | undefined;
  /** ISO 8601 in UTC; undefined when the record's cannot be read. */
  readonly time: string | undefined;
  readonly requestId: string | undefined;
  readonly address: string | undefined;
  readonly agent: string | undefined;
}

/** What was given to whom, or why it is no page or file that anybody was given. */
export function visitOf(fields: Fields, mapping: Mapping): Visit | string {
  const status = valueIn(fields, 'sc-status') ?? '';
  if (valueIn(fields, 'cs-method') !== 'GET') return 'not a GET';
  if (!/^(2\d\d|304)$/.test(status)) return 'not delivered';
  if (status === '206' && Number(valueIn(fields, 'sc-range-start') ?? 0) > 0) return 'a later part of a file';
  const page = pageOf(`https://${hostOf(fields)}${valueIn(fields, 'cs-uri-stem')}`);
  if (page === undefined) return 'no page';
  const { host, path } = page;
  const kind = kindOf(path, valueIn(fields, 'sc-content-type'));
  if (kind === undefined) return 'a part of a page';
  return {
    kind,
    path,
    site: siteOfPage(mapping.site, host, path) ?? (isIP(host) === 0 ? host : 'other'),
    name: kind === 'download' ? path.split('/').at(-1)?.slice(0, 200) : undefined,
    time: timeOf(fields),
    requestId: requestIdIn(fields),
    address: valueIn(fields, 'c-ip'),
    agent: decoded(valueIn(fields, 'cs-user-agent') ?? valueIn(fields, 'cs(User-Agent)')),
  };
}

/** A hyphen stands for what there is not. */
const valueIn = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  const text = typeof value === 'number' ? String(value) : textIn(fields, name);
  return text === '-' ? undefined : text;
};

const documents = /\.(pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|odp|zip|ics|epub|mp3|mp4|kml|geojson|gpx|dwg|msg|eml)$/i;
const pages = /(^|\/)[^./]*$|\.(html?|xhtml|php|aspx?|jsp|cfm|shtml)$/i;

/** By its extension; where that says nothing, by what was sent. */
const kindOf = (path: string, contentType: string | undefined): Visit['kind'] | undefined => {
  if (documents.test(path)) return 'download';
  const isHtml =
    contentType === undefined ? pages.test(path) : /^(text\/html|application\/xhtml\+xml)\b/i.test(contentType);
  return isHtml ? 'page' : undefined;
};

/** What the browser asked for: `cs-host` in real-time logs, `x-host-header` in standard ones. */
const hostOf = (fields: Fields): string =>
  valueIn(fields, 'cs-host') ?? valueIn(fields, 'x-host-header') ?? valueIn(fields, 'cs(Host)') ?? 'unknown';

/** CloudFront's own is opaque; anything else could name somebody. */
const requestIdIn = (fields: Fields): string | undefined => {
  const id = valueIn(fields, 'x-edge-request-id');
  return id !== undefined && /^[\w=-]{40,100}$/.test(id) ? id : undefined;
};

/** Seconds since 1970 with a fraction, in real-time logs; a date and a time of day in UTC, in standard ones. */
const timeOf = (fields: Fields): string | undefined => {
  const stamp = valueIn(fields, 'timestamp(ms)') ?? valueIn(fields, 'timestamp');
  const [date, time] = [valueIn(fields, 'date'), valueIn(fields, 'time')];
  const ms = stamp === undefined ? Date.parse(`${date}T${time}Z`) : msOf(stamp);
  return Number.isNaN(ms) || Math.abs(ms) > latestMs ? undefined : new Date(ms).toISOString();
};

const latestMs = 8.64e15;
const msOf = (stamp: string): number => {
  if (!/^\d{1,16}(\.\d+)?$/.test(stamp)) return Date.parse(stamp);
  const number = Number(stamp);
  return Math.round(number < 1e11 ? number * 1000 : number);
};

/** Percent-encoded once in real-time logs, and sometimes twice in standard ones. */
const decoded = (agent: string | undefined): string | undefined => {
  if (agent === undefined || !agent.includes('%')) return agent;
  try {
    const once = decodeURIComponent(agent);
    return once.includes('%20') ? decodeURIComponent(once) : once;
  } catch {
    return agent;
  }
};
