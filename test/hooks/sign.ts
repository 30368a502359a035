import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { getExpectedBodyHash, getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';

export interface Unsigned {
  /** The whole address, query included. */
  readonly url: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly key: string;
  readonly now: Date;
}
type Signed = Partial<Pick<Unsigned, 'url' | 'query' | 'headers'>>;

const formOf = (body: Buffer): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(body.toString('utf8')).entries());

/** How each vendor's own code signs, by the word that a sample writes under `sign`. */
export const signers: Readonly<Record<string, (request: Unsigned) => Signed>> = {
  standardwebhooks: ({ headers, body, key, now }) => {
    const id = headers['webhook-id'] ?? 'msg_sample';
    return {
      headers: {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': new Webhook(key).sign(id, now, body),
      },
    };
  },
  meta: ({ body, key }) => ({
    headers: { 'x-hub-signature-256': `sha256=${createHmac('sha256', key).update(body).digest('hex')}` },
  }),
  /** A form: over the address and the fields. */
  twilio: ({ url, body, key }) => ({
    headers: { 'x-twilio-signature': getExpectedTwilioSignature(key, url, formOf(body)) },
  }),
  /** JSON: over the address, which carries the body's hash. */
  'twilio-json': ({ url, query, body, key }) => {
    const hash = `bodySHA256=${getExpectedBodyHash(body.toString('utf8'))}`;
    const hashed = { url: `${url}${query === '' ? '?' : '&'}${hash}`, query: query === '' ? hash : `${query}&${hash}` };
    return { ...hashed, headers: { 'x-twilio-signature': getExpectedTwilioSignature(key, hashed.url, {}) } };
  },
};
