import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { Failure, messageOf } from '#local/failure.ts';
import type { LocalSource } from '#local/upFile.ts';

export type CloudEvent = Readonly<Record<string, unknown>>;

export interface Rejection {
  readonly index: number;
  readonly id?: string;
  readonly reason: string;
  readonly pointer: string;
}

export interface Posted {
  readonly requests: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: readonly Rejection[];
  /** Of events that were stored all the same. */
  readonly warnings: readonly Rejection[];
}

/** The contract's limits, with room to spare. */
const eventsAtMost = 500;
const bytesAtMost = 900_000;
const requestsAtOnce = 4;
const attempts = 6;
const firstPauseMs = 200;

export const nothingPosted: Posted = { requests: 0, accepted: 0, duplicates: 0, rejected: [], warnings: [] };

export const addPosted = (one: Posted, other: Posted): Posted => ({
  requests: one.requests + other.requests,
  accepted: one.accepted + other.accepted,
  duplicates: one.duplicates + other.duplicates,
  rejected: [...one.rejected, ...other.rejected],
  warnings: [...one.warnings, ...other.warnings],
});

export interface Parcel {
  readonly source: LocalSource;
  readonly events: readonly CloudEvent[];
}

/** Posts all, several requests at once; a sender need not keep any order. */
export async function postAll(parcels: Iterable<Parcel>, now: () => Date): Promise<Posted> {
  const requests = requestsOf(parcels);
  let total = nothingPosted;
  const sendOn = async () => {
    for (const parcel of requests) {
      const posted = await post(parcel, now);
      total = addPosted(total, posted);
    }
  };
  await Promise.all(Array.from({ length: requestsAtOnce }, sendOn));
  return total;
}

function* requestsOf(parcels: Iterable<Parcel>): Generator<Parcel> {
  for (const { source, events } of parcels) {
    for (const part of partsOf(events)) yield { source, events: part };
  }
}

function* partsOf(events: readonly CloudEvent[]): Generator<CloudEvent[]> {
  let part: CloudEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    const size = Buffer.byteLength(JSON.stringify(event)) + 1;
    if (part.length > 0 && (part.length === eventsAtMost || bytes + size > bytesAtMost)) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(event);
    bytes += size;
  }
  if (part.length > 0) yield part;
}

/** One request, sent again where the answer says that it may work later. Each attempt is signed anew. */
async function post(parcel: Parcel, now: () => Date): Promise<Posted> {
  let problem = '';
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) await sleep(firstPauseMs * 2 ** (attempt - 1));
    const answer = await attemptOf(parcel, now());
    if (typeof answer === 'object') return answer;
    problem = answer;
  }
  throw new Failure(`${parcel.source.address} did not take the events after ${attempts} attempts: ${problem}`);
}

/** What it says instead when another attempt is worth while. */
async function attemptOf({ source, events }: Parcel, at: Date): Promise<Posted | string> {
  const body = JSON.stringify(events);
  let response: Response;
  try {
    response = await fetch(source.address, { method: 'POST', headers: headersOf(source, body, at), body });
  } catch (error) {
    return messageOf(error);
  }
  const answer = await response.text();
  if (response.status === 429 || response.status >= 500) return `${response.status} ${answer}`;
  if (response.status === 202 || response.status === 422) return { requests: 1, ...readAnswer(answer) };
  throw new Failure(`${source.address} refused the events: ${response.status} ${detailOf(answer)}`);
}

/** Other vendors' keys sign no CloudEvents. */
const isWebhookKey = (key: string) => key.startsWith('whsec_');

function headersOf({ organisation, source, signing, tokens: [token] }: LocalSource, body: string, at: Date) {
  const secret = signing.find(isWebhookKey);
  const headers = { 'content-type': 'application/cloudevents-batch+json' };
  if (secret) return { ...headers, ...signatureOf(secret, body, at) };
  if (token) return { ...headers, authorization: `Bearer ${token}` };
  throw new Failure(`${organisation}.${source} has no local secret: delete its entry in .quarterlight/secrets.json.`);
}

export function signatureOf(secret: string, body: string, at: Date) {
  const id = `msg_${randomUUID()}`;
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
}

function readAnswer(answer: string): Omit<Posted, 'requests'> {
  const { accepted = 0, duplicates = 0, rejected = [], warnings = [] } = JSON.parse(answer);
  return { accepted, duplicates, rejected, warnings };
}

function detailOf(answer: string): string {
  try {
    const { title, detail } = JSON.parse(answer);
    return detail ?? title ?? answer;
  } catch {
    return answer;
  }
}
