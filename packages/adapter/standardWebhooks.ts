import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedRequest {
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** As it arrived: a byte more or less, and no signature matches. */
  readonly body: Buffer;
}

const toleranceSeconds = 300;
/** Standard Webhooks asks for 24 to 64 bytes; a key as short as this is a mistake, and an empty one would fit anybody. */
const shortestKeyBytes = 16;

/**
 * Why a request is not signed as Standard Webhooks has it; undefined when it is. Each of the secrets (`whsec_` and
 * base64; two while keys rotate) may have made any of the signatures.
 */
export const signatureProblem = (
  { headers, body }: SignedRequest,
  secrets: readonly string[],
  now: Date,
): string | undefined => {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  if (!id || !timestamp || !signatures)
    return 'The headers webhook-id, webhook-timestamp and webhook-signature must all be given.';
  if (!isTimely(timestamp, now))
    return 'The header webhook-timestamp must be the time of sending, in seconds since 1970, within 5 minutes of now.';
  const given = signaturesIn(signatures);
  const expected = secrets
    .map(keyOf)
    .filter(isLongEnough)
    .map((key) => signatureOf(key, `${id}.${timestamp}.`, body));
  const matches = expected.some((one) => given.some((other) => isEqual(one, other)));
  return matches ? undefined : 'No signature in the header webhook-signature matches the body.';
};

const isTimely = (timestamp: string, now: Date): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(Math.floor(now.getTime() / 1000) - Number(timestamp)) <= toleranceSeconds;

const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
const isLongEnough = (key: Buffer): boolean => key.length >= shortestKeyBytes;

const signatureOf = (key: Buffer, before: string, body: Buffer): Buffer =>
  createHmac('sha256', key).update(before).update(body).digest();

/** `v1,` and base64 each, parted by spaces; other versions are passed over. */
const signaturesIn = (header: string): readonly Buffer[] =>
  header
    .split(' ')
    .filter((signature) => signature.startsWith('v1,'))
    .map((signature) => Buffer.from(signature.slice('v1,'.length), 'base64'));

const isEqual = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other);
