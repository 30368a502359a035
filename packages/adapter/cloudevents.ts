import type { Adapter, AdapterContext, Credentials, HookRequest, Item, Unreadable } from '#adapter/adapter.ts';
import { bearerOf, isOneOf } from '#adapter/bearer.ts';
import { binaryAttributes } from '#adapter/binaryMode.ts';
import { batchType, cloudEventsOf, isJson, structuredType } from '#adapter/contentModes.ts';
import { jsonOf } from '#adapter/json.ts';
import { mediaTypeOf } from '#adapter/mediaType.ts';
import { signatureProblem } from '#adapter/standardWebhooks.ts';

/** `/events`: CloudEvents in their three content modes, uncompressed, as docs/sending-events.md promises. */
export const events: Adapter = {
  problem: (request, { credentials, now }) => credentialProblem(request, credentials, now),
  read: (request) => itemsOf(request),
  again: (text) => {
    const json = jsonOf(text);
    return json ? itemOf(json.value, text) : { events: [], refused: notJson, text: () => text };
  },
};

/** `/events` for a source whose adapter is another: only what its trust says, since its tokens may be shown in clear elsewhere. */
export const eventsOfAnother: Adapter = {
  ...events,
  problem: (request, { source, credentials, now }) => {
    if (source.trust === 'signed') return credentialProblem(request, { ...credentials, tokens: [] }, now);
    if (source.trust === 'token') return credentialProblem(request, { ...credentials, signing: [] }, now);
    return 'This source takes what browsers post to /hooks, and no events.';
  },
};

/** `/hooks`: the same, compressed or labelled as plain JSON, and the payload that Standard Webhooks recommends. */
export const cloudevents: Adapter = {
  ...events,
  read: (request, context) => {
    const decompressed = { ...request, headers: { ...request.headers, 'content-encoding': undefined } };
    return isPlainJson(request) ? plainJson(decompressed, context) : itemsOf(decompressed);
  },
};

const notJson = { reason: 'the event is not JSON', pointer: '' };

/** A signature, where one is shown, must hold whatever else is shown: the body may have been tampered with. */
const credentialProblem = (request: HookRequest, { signing, tokens }: Credentials, now: Date): string | undefined => {
  const { headers, rawBody } = request;
  if (headers['webhook-signature'] !== undefined)
    return signatureProblem({ headers, body: rawBody }, signing.filter(isWebhookKey), now);
  const token = bearerOf(headers['authorization']);
  if (token === undefined) return 'Sign the request with Standard Webhooks headers, or send Authorization: Bearer.';
  return isOneOf(token, tokens) ? undefined : 'The bearer token is not one of this source.';
};

/** Other vendors' keys sign nothing here: they may be short. */
const isWebhookKey = (key: string): boolean => key.startsWith('whsec_');

const itemsOf = (request: HookRequest): readonly Item[] | Unreadable => {
  const posted = cloudEventsOf(request);
  return 'unreadable' in posted ? posted : posted.map(({ input, text }) => ({ events: [input as object], text }));
};

/** Whether it is an object at all is said with everything else that is wrong with an event. */
const itemOf = (input: unknown, text: string): Item => ({ events: [input as object], text: () => text });

const isPlainJson = ({ headers }: HookRequest): boolean => {
  const { type } = mediaTypeOf(headers['content-type']);
  const isLabelled = type === structuredType || type === batchType;
  return isJson(type) && !isLabelled && binaryAttributes(headers) === undefined;
};

/** What it is shows in the body: senders label everything as application/json. */
const plainJson = (request: HookRequest, { source }: AdapterContext): readonly Item[] | Unreadable => {
  const json = jsonOf(request.body.toString('utf8'));
  if (!json) return labelled(request, structuredType);
  if (Array.isArray(json.value)) return labelled(request, batchType);
  const payload = payloadIn(json.value);
  const id = request.headers['webhook-id'];
  if (!payload || id === undefined) return labelled(request, structuredType);
  const event = { ...payload, specversion: '1.0', id, source: source.id };
  return [itemOf(event, JSON.stringify(event))];
};

const labelled = (request: HookRequest, type: string): readonly Item[] | Unreadable =>
  itemsOf({ ...request, headers: { ...request.headers, 'content-type': type } });

/** `{ type, timestamp, data }`; undefined for what says itself that it is CloudEvents, or is neither. */
const payloadIn = (value: unknown): object | undefined => {
  if (typeof value !== 'object' || value === null || 'specversion' in value || !('type' in value)) return undefined;
  const { timestamp, ...attributes } = { timestamp: undefined, ...value };
  return { time: timestamp, ...attributes };
};
