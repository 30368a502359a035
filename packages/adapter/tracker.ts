import type { AdapterContext, HookRequest, Reply } from '#adapter/adapter.ts';
import { isOneOf } from '#adapter/bearer.ts';
import { isAllowedOrigin, originOf, originProblem } from '#adapter/origin.ts';

/**
 * Why a tracker's request is refused: it shows a token that is none, or comes from another site's page. What names no page
 * at all is taken, where the source trusts browsers: a page may hide its address, and a program could write any.
 */
export const trackerProblem = (
  { headers }: HookRequest,
  { source, credentials }: AdapterContext,
  token: string | undefined,
): string | undefined => {
  if (token !== undefined)
    return isOneOf(token, credentials.tokens) ? undefined : 'The token is not one of this source.';
  if (source.trust !== 'browser') return 'This source takes requests with a token only.';
  const isPage = headers['origin'] !== undefined || headers['referer'] !== undefined;
  return isPage ? originProblem(headers, source.origins) : undefined;
};

/** What a page of one of the source's own sites needs to read the answer, and to be let send cookies with its request. */
export const corsHeaders = ({ headers }: HookRequest, { source }: AdapterContext): Readonly<Record<string, string>> => {
  const origin = originOf({ origin: headers['origin'] });
  if (origin === undefined || !isAllowedOrigin(origin, source.origins)) return { vary: 'origin' };
  return { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', vary: 'origin' };
};

/**
 * The headers that a page asks to send, if they are names: each version of a tracker adds its own, and a browser that is let
 * send one less posts nothing at all. None is believed here but the token and Umami's cache.
 */
const headersAsked = ({ headers }: HookRequest): string => {
  const asked = headers['access-control-request-headers'] ?? '';
  return asked.length <= mostHeaderCharacters && headerNames.test(asked) ? asked : usualHeaders;
};

const mostHeaderCharacters = 500;
const headerNames = /^[a-z0-9-]+( ?, ?[a-z0-9-]+)*$/i;
const usualHeaders = 'authorization, content-type, x-umami-cache';

/** The answer to a browser that asks before it posts. */
export const preflight = (request: HookRequest, context: AdapterContext): Reply | undefined => {
  if (request.method !== 'OPTIONS') return undefined;
  const headers = corsHeaders(request, context);
  if (!('access-control-allow-origin' in headers)) return { status: 403, headers };
  return {
    status: 204,
    headers: {
      ...headers,
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers': headersAsked(request),
      'access-control-max-age': '86400',
    },
  };
};
