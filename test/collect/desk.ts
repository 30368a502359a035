import { createHmac } from 'node:crypto';
import { collect, type Stores } from '#functions/collect/collect.ts';
import { loadAccounts } from '#functions/collect/directory.ts';
import { memoryRates } from '#functions/collect/rates.ts';
import type { HttpRequest, HttpResponse } from '#lambda/http.ts';
import { jsonLog } from '#lambda/log.ts';
import { Problem, problemResponse } from '#lambda/problem.ts';
import type { Source } from '#scorecard/sourceSchema.ts';
import { cached } from '#store/cached.ts';
import { memoryBatches } from '#store/memoryBatches.ts';
import { memoryConfigStore } from '#store/memoryConfigStore.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';
import { memoryQuarantine } from '#store/memoryQuarantine.ts';
import type { OrganisationSecrets } from '#store/secrets.ts';

export const now = new Date('2024-04-02T09:00:00Z');
export const token = 'token-of-telephony';
export const signing = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`;
export const retiring = `whsec_${Buffer.from('another secret of 24 bytes').toString('base64')}`;

const source = (id: string, types?: string[]): Source => ({ id, adapter: 'cloudevents', trust: 'signed', types });
const organisation = (id: string, sources: Source[]) => ({
  organisation: { id, name: id, dimensions: {}, expected: {} },
  sources,
  scorecards: [],
});

const secrets: Record<string, OrganisationSecrets> = {
  example: {
    hashKey: 'a key of thirty-two characters..',
    sources: {
      telephony: { signing: [signing, retiring], tokens: [token] },
      default: { tokens: ['token-of-default'] },
      website: { tokens: ['token-of-website'] },
    },
  },
  other: { hashKey: 'the other key of thirty-two char', sources: { telephony: { tokens: ['token-of-other'] } } },
};

/** Two organisations with a `telephony` each; `example` also has `default`, a `website` of two types, and one without keys. */
export const config = async () => {
  const store = memoryConfigStore();
  const website = source('website', ['web.interaction', 'survey.responded']);
  await store.push(organisation('example', [source('telephony'), source('default'), website, source('keyless')]));
  await store.push(organisation('other', [source('telephony')]));
  return store;
};

/** Everything that collect needs, in memory; `more` puts something else in a part's place. */
export const desk = async (more: Partial<Stores> = {}) => {
  const store = await config();
  const lines: string[] = [];
  const eventLog = memoryEventLog();
  const quarantine = memoryQuarantine();
  const stores: Stores = {
    directory: {
      accounts: cached(() => loadAccounts(store)),
      secrets: { of: async (name) => secrets[name] },
    },
    eventLog,
    batches: memoryBatches(),
    quarantine,
    rates: memoryRates(),
    log: jsonLog((line) => lines.push(line)),
    ...more,
  };
  return { store, lines, facts: () => eventLog.stored().map(({ fact }) => fact), quarantine, stores };
};

export const structured = 'application/cloudevents+json';
export const batch = 'application/cloudevents-batch+json';

export const posted = (body: unknown, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'POST',
  path: '/events/telephony',
  body: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
  ...more,
  headers: {
    'content-type': Array.isArray(body) ? batch : structured,
    authorization: `Bearer ${token}`,
    ...more.headers,
  },
});

export const signedHeaders = (body: Buffer, secret = signing, sentAt = now) => {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`msg_1.${timestamp}.`).update(body).digest('base64');
  return { 'webhook-id': 'msg_1', 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
};

/** What the sender sees; a problem as the middleware would answer it. */
export const answered = async (request: HttpRequest, stores: Stores, at = now) => {
  const answer: HttpResponse = await collect(request, stores, at).catch((error: unknown) => {
    if (error instanceof Problem) return problemResponse(error);
    throw error;
  });
  return { status: answer.statusCode, headers: answer.headers ?? {}, body: JSON.parse(answer.body) };
};
