import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Adapter, AdapterContext, HookRequest, Item, Reply, Unreadable } from '#adapter/adapter.ts';
import { isOneOf } from '#adapter/bearer.ts';
import { jsonOf } from '#adapter/json.ts';
import { fieldsOf } from '#adapter/meta/fields.ts';
import { itemAgain, itemOf } from '#adapter/meta/itemOf.ts';
import { noticesOf } from '#adapter/meta/notices.ts';

/** Facebook pages, Messenger and Instagram: Meta's webhooks, signed with the app's secret. */
export const meta: Adapter = {
  // Meta gathers up to 1,000 notices of each entry.
  limits: { mostBytes: 4_000_000, mostRecords: 5_000 },
  greet: challenge,
  problem: signatureProblem,
  read,
  again: itemAgain,
  // Anything else, and Meta sends it again, and in the end switches the subscription off.
  reply: () => ({ status: 200, headers: { 'content-type': 'text/plain' }, body: 'EVENT_RECEIVED' }),
};

/** When the address is entered, Meta asks whether it is meant to be called: it must echo the challenge. */
function challenge({ method, query }: HookRequest, { credentials }: AdapterContext): Reply | undefined {
  if (method !== 'GET') return undefined;
  const asked = new URLSearchParams(query);
  const text = asked.get('hub.challenge') ?? '';
  const isMeant =
    asked.get('hub.mode') === 'subscribe' && isOneOf(asked.get('hub.verify_token') ?? '', credentials.tokens);
  const plain = { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' };
  if (isMeant && /^[\w.-]{1,200}$/.test(text)) return { status: 200, headers: plain, body: text };
  return { status: 403, headers: plain, body: 'The verify token is not one of this source.' };
}

/** SHA-256 only: the older header, X-Hub-Signature, is SHA-1's. */
function signatureProblem({ headers, rawBody }: HookRequest, { credentials }: AdapterContext): string | undefined {
  const shown = /^sha256=([0-9a-f]{64})$/i.exec(headers['x-hub-signature-256'] ?? '')?.[1];
  if (shown === undefined)
    return 'Sign the body with X-Hub-Signature-256: sha256= and the HMAC under the app secret, in hex.';
  const isOf = (secret: string): boolean =>
    timingSafeEqual(createHmac('sha256', secret).update(rawBody).digest(), Buffer.from(shown, 'hex'));
  const matches = credentials.signing.filter((secret) => secret !== '' && isOf(secret));
  return matches.length > 0 ? undefined : 'The signature in X-Hub-Signature-256 matches no app secret of this source.';
}

function read({ body }: HookRequest, context: AdapterContext): readonly Item[] | Unreadable {
  const content = fieldsOf(jsonOf(body.toString('utf8'))?.value);
  if (!Array.isArray(content['entry']))
    return { unreadable: 'content', detail: 'The body is no notification of Meta: {object, entry:[…]} in JSON.' };
  return noticesOf(content, content['entry']).map((notice) => itemOf(notice, context));
}
