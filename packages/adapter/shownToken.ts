import type { AdapterContext, HookRequest } from '#adapter/adapter.ts';
import { bearerOf, isOneOf } from '#adapter/bearer.ts';

type Headers = HookRequest['headers'];

/** Headers in which tools show a key, whatever they call it: `x-api-key`, `api-key`, `x-auth-token`. */
const isKeyHeader = (name: string): boolean => /(^|[-_])(api-?key|key|token|secret)$/.test(name);

/** The password of basic authentication; the user may be any. */
const passwordOf = (authorization = ''): string | undefined => {
  const encoded = /^basic +([A-Za-z0-9+/_=-]+) *$/i.exec(authorization)?.[1];
  const pair = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  return pair.includes(':') ? pair.slice(pair.indexOf(':') + 1) : undefined;
};

const shownIn = (headers: Headers): readonly string[] => {
  const { authorization } = headers;
  const keys = Object.entries(headers).flatMap(([name, value]) => (isKeyHeader(name) && value ? [value.trim()] : []));
  return [bearerOf(authorization), passwordOf(authorization), ...keys].filter((token) => token !== undefined);
};

/** Why a request shows none of a source's tokens; undefined when it does, as a bearer, a password or a key header. */
export const tokenProblem = ({ headers }: HookRequest, { credentials }: AdapterContext): string | undefined => {
  const shown = shownIn(headers);
  if (shown.length === 0)
    return 'Show the token of this source: Authorization: Bearer, a basic password, or a header such as X-Api-Key.';
  if (shown.some((token) => isOneOf(token, credentials.tokens))) return undefined;
  return 'The token shown is not one of this source.';
};
