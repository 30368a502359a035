import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { collect, type Stores } from '#functions/collect/collect.ts';
import { loadAccounts } from '#functions/collect/directory.ts';
import { memoryRates } from '#functions/collect/rates.ts';
import type { HttpRequest, HttpResponse } from '#lambda/http.ts';
import { jsonLog } from '#lambda/log.ts';
import { Problem, problemResponse } from '#lambda/problem.ts';
import { checkOrganisationFile, checkSources } from '#scorecard/check.ts';
import type { Source } from '#scorecard/sourceSchema.ts';
import { memoryBatches } from '#store/memoryBatches.ts';
import { memoryConfigStore } from '#store/memoryConfigStore.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';
import { memoryQuarantine } from '#store/memoryQuarantine.ts';
import { signers } from '#test/hooks/sign.ts';

/**
 * `NAME.request.json`: one request, or several in the order that they are sent. In every text, `{token}` and `{signing}`
 * stand for the source's own keys.
 */
export interface SampleRequest {
  /** Of scorecards/example/sources.yaml; its first of this adapter that may send every type when left out. */
  readonly source?: string;
  /** POST when left out. */
  readonly method?: string;
  /** What follows the source in the path, such as `/matomo.php`. */
  readonly rest?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** One of the four: text, JSON that is written out, a file beside this one, or what Amazon Data Firehose delivers. */
  readonly body?: string;
  readonly json?: unknown;
  readonly bodyFile?: string;
  /** Each record a text or an object, or several, which are joined by line breaks; put into base64 here. */
  readonly records?: readonly unknown[];
  readonly compress?: 'gzip';
  /** A name of test/hooks/sign.ts: signs what is sent. */
  readonly sign?: string;
  /** 2025-05-01T09:00:00Z when left out. */
  readonly now?: string;
  /** The sender's; 203.0.113.9 when left out. */
  readonly address?: string;
}

/** `NAME.facts.json`: what must come of it. Objects need only agree in what they name; null is what must be absent. */
export interface SampleOutcome {
  /** Of the last request, or of each; 202 when left out. */
  readonly status?: number | readonly number[];
  /** Of the last answer. */
  readonly reply?: { readonly headers?: object; readonly body?: unknown };
  /** Every fact that is stored in the end, and no other. */
  readonly facts?: readonly object[];
  /** What is in quarantine: `reason` and `body` are parts of it. */
  readonly refused?: readonly { readonly reason?: string; readonly pointer?: string; readonly body?: string }[];
  readonly leftOut?: number;
  /** Texts that must be in no fact and in no log. The source's own keys must be nowhere, quarantine included. */
  readonly never?: readonly string[];
}

export interface Sample {
  readonly adapter: string;
  /** `good-answered`, `restated-…`, `malformed-…`, `hostile-…`. */
  readonly name: string;
  readonly requests: readonly SampleRequest[];
  readonly expected: SampleOutcome;
  readonly folder: string;
}

const folderOfAll = 'events/hooks';
const usualNow = '2025-05-01T09:00:00Z';
const organisation = 'example';

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

export const samples = (): readonly Sample[] =>
  globSync(`${folderOfAll}/*/*.request.json`)
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => {
      const request: SampleRequest | readonly SampleRequest[] = readJson(path);
      const facts = path.replace('.request.json', '.facts.json');
      if (!existsSync(facts)) throw new Error(`${path} has no ${basename(facts)} beside it`);
      const folder = dirname(path);
      const requests = Array.isArray(request) ? request : [request];
      return {
        adapter: basename(folder),
        name: basename(path, '.request.json'),
        requests,
        expected: readJson(facts),
        folder,
      };
    });

const checked = <Value>(result: { readonly value: Value } | { readonly problems: unknown }): Value => {
  if ('value' in result) return result.value;
  throw new Error(JSON.stringify(result.problems));
};

const exampleFile = (name: string) => readFileSync(`scorecards/example/${name}`, 'utf8');
let parsedSources: readonly Source[] | undefined;
export const exampleSources = (): readonly Source[] => {
  parsedSources ??= checked(checkSources('example/sources.yaml', exampleFile('sources.yaml')));
  return parsedSources;
};

/** Test keys in each vendor's form: 32 hex digits, but for Standard Webhooks. */
export const keysOf = ({ id, secret = id, adapter }: Source) => ({
  signing: [
    adapter === 'cloudevents'
      ? `whsec_${Buffer.from(`a key for the source ${secret}`.padEnd(32)).toString('base64')}`
      : Buffer.from(secret.padEnd(16, '.')).toString('hex').slice(0, 32),
  ],
  tokens: [`token-of-${secret}-9f4c2a`],
});

/** A place to send requests to, in memory, with the example's sources. */
export const hookDesk = async (sources: readonly Source[] = exampleSources()) => {
  const config = memoryConfigStore();
  const of = checked(checkOrganisationFile('example/organisation.yaml', exampleFile('organisation.yaml')));
  await config.push({ organisation: of, sources, scorecards: [] });
  const keys = Object.fromEntries(sources.map((source) => [source.secret ?? source.id, keysOf(source)]));
  const secrets = { hashKey: 'the hash key of the samples, 32 c', sources: keys };
  const lines: string[] = [];
  const eventLog = memoryEventLog();
  const quarantine = memoryQuarantine();
  const stores: Stores = {
    directory: { accounts: () => loadAccounts(config), secrets: { of: async () => secrets } },
    eventLog,
    batches: memoryBatches(),
    quarantine,
    rates: memoryRates(),
    log: jsonLog((line) => lines.push(line)),
  };
  return { stores, quarantine, lines, facts: () => eventLog.stored().map(({ fact }) => fact) };
};

export const nowOf = ({ now = usualNow }: SampleRequest): Date => new Date(now);

const sourceOf = ({ source }: SampleRequest, adapter: string): Source => {
  const isUsual = (one: Source) => one.adapter === adapter && one.types === undefined && one.id !== 'default';
  const found = exampleSources().find((one) => (source === undefined ? isUsual(one) : one.id === source));
  if (!found) throw new Error(`scorecards/example/sources.yaml has no source ${source ?? `of ${adapter}`}`);
  return found;
};

/** What a test does otherwise than the sample says, before a request is compressed and signed. */
export interface Change {
  /** Of the body, or of each record of a delivery. */
  readonly content?: (bytes: Buffer) => Buffer;
  readonly query?: (text: string) => string;
  /** Of another installation: `http://127.0.0.1:4001`, its source's keys, and its clock. */
  readonly start?: string;
  readonly keys?: (source: string) => Keys;
  readonly now?: Date;
}

interface Keys {
  readonly signing: readonly string[];
  readonly tokens: readonly string[];
}

const unchanged = <Value>(value: Value): Value => value;

const delivered = (records: readonly unknown[], change: (bytes: Buffer) => Buffer): string => {
  const textOf = (one: unknown): string => (typeof one === 'string' ? one : JSON.stringify(one));
  const dataOf = (record: unknown): string => (Array.isArray(record) ? record.map(textOf).join('\n') : textOf(record));
  const data = records.map((record) => ({ data: change(Buffer.from(dataOf(record))).toString('base64') }));
  return JSON.stringify({
    requestId: 'b1d0c6a5-0000-4000-8000-00000000f1e5',
    timestamp: 1_746_090_000_000,
    records: data,
  });
};

const bodyOf = (
  { body, json, bodyFile, records }: SampleRequest,
  folder: string,
  change: (bytes: Buffer) => Buffer,
): string | Buffer => {
  if (bodyFile !== undefined) return readFileSync(join(folder, bodyFile));
  if (records) return delivered(records, change);
  return body ?? (json === undefined ? '' : JSON.stringify(json));
};

const host = 'hooks.northmoor.example';

/** The request as it arrives at the function. */
export const requestOf = (
  sample: SampleRequest,
  { adapter, folder }: Pick<Sample, 'adapter' | 'folder'>,
  { content: change = unchanged, query: changeQuery = unchanged, start = `https://${host}`, keys, now }: Change = {},
): HttpRequest => {
  const source = sourceOf(sample, adapter);
  const { signing, tokens } = keys?.(source.id) ?? keysOf(source);
  const filled = (text: string): string =>
    text.replaceAll('{token}', tokens[0] ?? '').replaceAll('{signing}', signing[0] ?? '');
  const content = bodyOf(sample, folder, change);
  const whole =
    typeof content === 'string' || content.includes('{token}') ? Buffer.from(filled(String(content))) : content;
  const plain = sample.records ? whole : change(whole);
  const body = sample.compress === 'gzip' ? gzipSync(plain) : plain;
  const path = `/hooks/${source.id}${sample.rest ?? ''}`;
  const query = changeQuery(filled(sample.query ?? ''));
  const headers = Object.fromEntries(
    Object.entries(sample.headers ?? {}).map(([name, value]) => [name.toLowerCase(), filled(value)]),
  );
  const url = `${start}${path}${query === '' ? '' : `?${query}`}`;
  const unsigned = { url, query, headers, body, key: signing[0] ?? '', now: now ?? nowOf(sample) };
  const signed = sample.sign === undefined ? {} : signers[sample.sign]?.(unsigned);
  if (!signed) throw new Error(`test/hooks/sign.ts knows no ${sample.sign}`);
  return {
    method: sample.method ?? 'POST',
    path,
    query: signed.query ?? query,
    host,
    address: sample.address ?? '203.0.113.9',
    requestId: 'a0b1c2d3-0000-4000-8000-000000000001',
    headers: { ...headers, ...signed.headers, ...(sample.compress && { 'content-encoding': sample.compress }) },
    body,
  };
};

/** What the sender sees. */
export const answered = async (request: HttpRequest, stores: Stores, now: Date): Promise<HttpResponse> =>
  collect(request, stores, now).catch((error: unknown) => {
    if (error instanceof Problem) return problemResponse(error);
    throw error;
  });

/** Sends a sample's requests in order to a new desk, and tells what came of them. */
export const play = async (sample: Sample) => {
  const desk = await hookDesk();
  const answers: HttpResponse[] = [];
  for (const [index, each] of sample.requests.entries()) {
    const request = requestOf(each, sample);
    const answer = await answered({ ...request, requestId: `${request.requestId}${index}` }, desk.stores, nowOf(each));
    answers.push(answer);
  }
  const days = [...new Set(sample.requests.map((each) => nowOf(each).toISOString().slice(0, 10)))];
  const aside = (await Promise.all(days.map((day) => desk.quarantine.list(organisation, day)))).flat();
  const entries = desk.lines.map((line) => JSON.parse(line));
  const leftOut = entries.reduce((total, { leftOut: count = 0 }) => total + count, 0);
  return { answers, facts: desk.facts(), aside, leftOut, lines: desk.lines };
};
