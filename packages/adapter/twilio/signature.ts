import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { HookRequest } from '#adapter/adapter.ts';

type Signed = Pick<HookRequest, 'method' | 'url' | 'query' | 'headers' | 'rawBody'>;

/** An auth token has 32 characters; one as short as this is a mistake, and an empty one would fit anybody. */
const shortestKey = 16;

/**
 * Why a request is not signed as Twilio signs; undefined when it is. A form is signed with its fields after the address,
 * sorted; JSON by its hash in the address. The address may have been signed with or without the usual port.
 */
export const signatureProblem = (request: Signed, keys: readonly string[]): string | undefined => {
  const signature = request.headers['x-twilio-signature'];
  if (!signature) return 'The header X-Twilio-Signature must be given.';
  const hash = bodyHashIn(request.query);
  if (hash === undefined && isJson(request.rawBody))
    return 'JSON must be signed with bodySHA256 in the address, as Twilio does.';
  if (hash !== undefined && !isEqual(hash.toLowerCase(), sha256(request.rawBody)))
    return 'The body is not the one whose hash the address carries as bodySHA256.';
  const fields = hash === undefined && request.method !== 'GET' ? sortedFields(request.rawBody) : '';
  const matches = addressesOf(request.url).some((address) =>
    keys.some((key) => key.length >= shortestKey && isEqual(signature, signatureOf(key, address + fields))),
  );
  if (matches) return undefined;
  return 'X-Twilio-Signature does not match: check the auth token, and that publicUrl is the address Twilio calls.';
};

const isJson = (body: Buffer): boolean => /^\s*[[{]/.test(body.toString('latin1', 0, 64));

const bodyHashIn = (query: string): string | undefined => new URLSearchParams(query).get('bodySHA256') ?? undefined;

const sha256 = (body: Buffer): string => createHash('sha256').update(body).digest('hex');
const signatureOf = (key: string, text: string): string => createHmac('sha1', key).update(text).digest('base64');

const isEqual = (given: string, expected: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** Names in the order of their characters; each value of a repeated name once. */
const sortedFields = (body: Buffer): string => {
  const form = new URLSearchParams(body.toString('utf8'));
  const names = [...new Set(form.keys())].toSorted(byCharacter);
  const valuesOf = (name: string): readonly string[] => [...new Set(form.getAll(name))].toSorted(byCharacter);
  return names.flatMap((name) => valuesOf(name).map((value) => name + value)).join('');
};

const byCharacter = (one: string, other: string): number => Number(one > other) - Number(one < other);

/** As it is, without a port, and with the port that its scheme has by itself. */
const addressesOf = (url: string): readonly string[] => {
  const [, scheme = '', host = '', rest = ''] = /^(https?:\/\/)([^/?#]*?)(?::\d+)?([/?#].*)?$/is.exec(url) ?? [];
  const port = scheme.toLowerCase() === 'https://' ? ':443' : ':80';
  return [...new Set([url, scheme + host + rest, scheme + host + port + rest])];
};
