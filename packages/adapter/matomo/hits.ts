import type { HookRequest, Unreadable } from '#adapter/adapter.ts';
import { bearerOf } from '#adapter/bearer.ts';
import { jsonOf } from '#adapter/json.ts';
import { sameness } from '#adapter/visit.ts';

/** The parameters of one tracking request, by Matomo's names. */
export type Hit = Readonly<Record<string, string>>;

/** One record of a request, as it was sent and as read. */
export interface HitRecord {
  readonly record: unknown;
  /** Undefined for what is neither a query string nor an object. */
  readonly hit: Hit | undefined;
  /** What is the same whenever it is sent again; undefined where nothing in it tells it from its like. */
  readonly identity: string | undefined;
}

export interface Hits {
  readonly records: readonly HitRecord[];
  /** Many at once, answered as JSON. */
  readonly isBulk: boolean;
  readonly isSilent: boolean;
  /** Shown for all of its records. */
  readonly token: string | undefined;
}

const read = new WeakMap<HookRequest, Hits | Unreadable>();

/** Read once a request: who may post, what, and what it is answered all depend on it. */
export const hitsOf = (request: HookRequest): Hits | Unreadable => {
  const known = read.get(request);
  if (known) return known;
  const hits = parsed(request);
  read.set(request, hits);
  return hits;
};

/** The body tells what it is: labels cannot be trusted, since a browser's beacon calls JSON a form. */
const parsed = (request: HookRequest): Hits | Unreadable => {
  const query = parametersOf(request.query);
  const text = request.body
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (!/^[{[]/.test(text)) return single({ ...parametersOf(text), ...query }, request);
  const json = jsonOf(text);
  if (!json) return { unreadable: 'content', detail: 'The body is not JSON.' };
  const { value } = json;
  if (!isObject(value)) return { unreadable: 'content', detail: 'The body must be an object with "requests".' };
  const requests = Reflect.get(value, 'requests');
  if (requests === undefined) return single({ ...hitOf(value), ...query }, request);
  return Array.isArray(requests) ? bulk(requests, { ...hitOf(value), ...query }, request) : noList;
};

const noList: Unreadable = { unreadable: 'content', detail: 'The member "requests" must be an array.' };

const single = (hit: Hit, request: HookRequest): Hits => ({
  records: [recordOf(hit)],
  isBulk: false,
  isSilent: request.method !== 'GET' || hit['send_image'] === '0',
  token: tokenOf(hit) ?? bearerOf(request.headers['authorization']),
});

const bulk = (records: readonly unknown[], shared: Hit, request: HookRequest): Hits => ({
  records: records.map(recordOf),
  isBulk: true,
  isSilent: shared['send_image'] === '0',
  token: tokenOf(shared) ?? bearerOf(request.headers['authorization']),
});

/** Matomo calls nobody `anonymous`. */
export const tokenOf = (hit: Hit | undefined): string | undefined => {
  const token = hit?.['token_auth'] ?? '';
  return token === '' || token === 'anonymous' ? undefined : token;
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const recordOf = (record: unknown): HitRecord => {
  const hit = hitOf(record);
  return { record, hit, identity: hit && identityOf(hit) };
};

/** What changes when a record is sent again another way: matomo.js falls back from a beacon to an image. */
const passing = new Set(['send_image', 'queuedtracking', 'debug', 'bots', 'consent']);

/** A record is one of a kind by its own time, or by the random number of most trackers. */
const identityOf = (hit: Hit): string | undefined => {
  if (!hit['cdt'] && !hit['r'] && !hit['rand']) return undefined;
  return sameness(Object.fromEntries(Object.entries(hit).filter(([name]) => !passing.has(name))));
};

/** A record's parameters; undefined for what is neither a query string nor an object. */
const hitOf = (record: unknown): Hit | undefined => {
  if (typeof record === 'string') return parametersOf(record.replace(/^[^?]*\?/, ''));
  if (!isObject(record)) return undefined;
  const entries = Object.entries(record).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
};

/** Of a query string or a form; of a name given twice, the last, as PHP has it. */
export const parametersOf = (text: string): Hit => (text === '' ? {} : Object.fromEntries(new URLSearchParams(text)));
