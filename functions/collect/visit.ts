import type { Adapter, AdapterContext, HookRequest, Limits } from '#adapter/adapter.ts';
import { adapters } from '#adapter/adapters.ts';
import { events, eventsOfAnother } from '#adapter/cloudevents.ts';
import { usualDepth } from '#adapter/json.ts';
import { keyedHash } from '#event/personal.ts';
import type { Account } from '#functions/collect/directory.ts';
import type { Route } from '#functions/collect/route.ts';
import { decompressed } from '#lambda/decompress.ts';
import type { HttpRequest } from '#lambda/http.ts';
import type { Source } from '#scorecard/sourceSchema.ts';
import type { OrganisationSecrets } from '#store/secrets.ts';

/** A request as one source's adapter sees it. */
export interface Visit extends Account {
  readonly adapter: Adapter;
  readonly adapterName: string;
  readonly limits: Limits;
  readonly request: HookRequest;
  readonly context: AdapterContext;
  readonly hashKey: string;
}

const usualLimits: Limits = {
  mostBytes: 1_048_576,
  mostDecompressedBytes: 8_388_608,
  mostRecords: 1_000,
  mostDepth: usualDepth,
};

export const visitOf = (
  account: Account,
  secrets: OrganisationSecrets,
  { route, request, now }: { readonly route: Route; readonly request: HttpRequest; readonly now: Date },
): Visit => {
  const adapterName = adapterNameOf(route, account.source);
  const adapter = route.way === 'events' ? eventsOf(account.source) : adapterNamed(adapterName, account.source);
  const limits = { ...usualLimits, ...adapter.limits };
  const context = contextOf(account.source, secrets, now);
  return {
    ...account,
    adapter,
    adapterName,
    limits,
    context,
    hashKey: secrets.hashKey,
    request: arrived(request, route, account.source, limits),
  };
};

/** Sources that were pushed before there were adapters name none. */
const nameIn = ({ adapter = 'cloudevents' }: Source): string => adapter;
const adapterNameOf = ({ way }: Route, source: Source): string => (way === 'events' ? 'cloudevents' : nameIn(source));

const eventsOf = (source: Source): Adapter => (nameIn(source) === 'cloudevents' ? events : eventsOfAnother);

const adapterNamed = (name: string, { id }: Source): Adapter => {
  const adapter = adapters[name];
  if (!adapter) throw new Error(`${id} names the adapter ${name}, which this version does not have`);
  return adapter;
};

export const contextOf = (source: Source, { hashKey, sources }: OrganisationSecrets, now: Date): AdapterContext => {
  const { signing = [], tokens = [] } = sources[source.secret ?? source.id] ?? {};
  const { id, trust = 'signed', origins = [], mapping = {}, csv } = source;
  return {
    source: { id, trust, origins, mapping, csv },
    credentials: { signing, tokens },
    now,
    hash: (kind, value) => keyedHash(hashKey, kind, value),
  };
};

/** Compressed bodies are for `/hooks` only. Nothing is decompressed before somebody reads it. */
const arrived = (request: HttpRequest, { way, rest }: Route, source: Source, limits: Limits): HookRequest => {
  const { method, headers, body: rawBody, query = '', address = '', requestId = '' } = request;
  let body = way === 'events' ? rawBody : undefined;
  return {
    method,
    rest,
    query,
    url: publicUrlOf(request, source),
    headers,
    rawBody,
    get body() {
      body ??= decompressed(rawBody, headers['content-encoding'], limits.mostDecompressedBytes);
      return body;
    },
    address,
    requestId,
  };
};

/** The address as the sender called it. Not by forwarded headers, which anybody may write. */
const publicUrlOf = ({ path, query = '', host = '' }: HttpRequest, { publicUrl }: Source): string => {
  const scheme = /^(127\.0\.0\.1|localhost)(:|$)/.test(host) ? 'http' : 'https';
  const start = publicUrl?.replace(/\/+$/, '') ?? `${scheme}://${host}`;
  return `${start}${path}${query === '' ? '' : `?${query}`}`;
};
