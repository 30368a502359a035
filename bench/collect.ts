import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Webhook } from 'standardwebhooks';
import { costOf } from '#bench/cpu.ts';
import { withDynalite } from '#bench/dynalite.ts';
import { now } from '#bench/facts.ts';
import { type Line, perEvent } from '#bench/table.ts';
import { calls } from '#events/example/calls.ts';
import { collect, type Stores } from '#functions/collect/collect.ts';
import { memoryRates } from '#functions/collect/rates.ts';
import type { HttpRequest } from '#lambda/http.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import type { EventLog } from '#store/eventLog.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';

const secret = `whsec_${Buffer.from('not a secret: for the benchmark').toString('base64')}`;
const rounds = 5;
const batchSize = 100;

/** From the request's bytes to its answer: signature, schema, hashing, writes and marks. */
export async function collectLines(): Promise<readonly Line[]> {
  return [
    await measure('collect, single, memory store', 1000, 1, () => memoryEventLog()),
    await measure('collect, batches of 100, memory store', 4000, batchSize, () => memoryEventLog()),
    ...(await withDynalite(dynaliteLines)),
  ];
}

async function dynaliteLines(client: DynamoDBClient): Promise<readonly Line[]> {
  const log = () => dynamoEventLog(client, 'events');
  return [
    await measure('collect, single, DynamoDB client', 500, 1, log),
    await measure('collect, batches of 100, DynamoDB client', 2000, batchSize, log),
  ];
}

async function measure(what: string, events: number, size: number, eventLog: () => EventLog): Promise<Line> {
  const requests = requestsOf(events, size);
  const prepare = (round: number) => storesFor(`${what} ${round}`, eventLog());
  const cost = await costOf(rounds, prepare, async (stores) => {
    for (const request of requests) expectAccepted(await collect(request, stores, now), size);
  });
  return perEvent(what, cost, events);
}

/** An organisation of its own for every round, so that no event is a duplicate. */
function storesFor(organisation: string, eventLog: EventLog): Stores {
  const source = { id: 'telephony', adapter: 'cloudevents', trust: 'signed' } as const;
  const secrets = { hashKey: secret, sources: { telephony: { signing: [secret] } } };
  return {
    directory: { accounts: async () => [{ organisation, source }], secrets: { of: async () => secrets } },
    eventLog,
    batches: { put: async () => undefined },
    quarantine: { put: async () => undefined },
    rates: memoryRates(),
    log: { info: () => undefined, error: (message, error) => console.error(message, error) },
  };
}

function requestsOf(events: number, size: number): readonly HttpRequest[] {
  const drawn = calls().slice(0, events);
  return Array.from({ length: events / size }, (_, index) => {
    const some = drawn.slice(index * size, (index + 1) * size);
    return size === 1
      ? signed('application/cloudevents+json', some[0])
      : signed('application/cloudevents-batch+json', some);
  });
}

function signed(type: string, content: unknown): HttpRequest {
  const body = JSON.stringify(content);
  const headers = {
    'content-type': type,
    'webhook-id': 'bench',
    'webhook-timestamp': String(now.getTime() / 1000),
    'webhook-signature': new Webhook(secret).sign('bench', now, body),
  };
  return { method: 'POST', path: '/events/telephony', headers, body: Buffer.from(body) };
}

function expectAccepted({ statusCode, body }: { statusCode: number; body: string }, events: number): void {
  if (statusCode !== 202 || JSON.parse(body).accepted !== events)
    throw new Error(`not accepted: ${statusCode} ${body}`);
}
