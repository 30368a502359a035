import { bearerOf, isOneOf } from '#adapter/bearer.ts';
import { signatureProblem } from '#adapter/standardWebhooks.ts';
import { type Account, accountsNamed } from '#functions/collect/directory.ts';
import type { HttpRequest } from '#lambda/http.ts';
import { Problem } from '#lambda/problem.ts';
import { stored } from '#lambda/unavailable.ts';
import type { OrganisationSecrets } from '#store/secrets.ts';

/** An account with the secrets that proved it. */
export type Authenticated = Account & { readonly secrets: OrganisationSecrets };

export type Directory = (now: Date, mostAgeMs: number) => Promise<readonly Account[]>;

const usualAgeMs = 60_000;
/** A source or key pushed a moment ago should work; a stranger's guesses should not have everything read each time. */
const secondLookAgeMs = 5_000;

/** Whose credential the request shows: 404 when no source has that name, 401 when none of them vouches for it. */
export const authenticate = async (
  request: HttpRequest,
  name: string,
  directory: Directory,
  now: Date,
): Promise<Authenticated> => {
  const first = identify(request, name, await stored(directory(now, usualAgeMs)), now);
  const found =
    first instanceof Problem ? identify(request, name, await stored(directory(now, secondLookAgeMs)), now) : first;
  if (found instanceof Problem) throw found;
  return found;
};

const identify = (
  request: HttpRequest,
  name: string,
  accounts: readonly Account[],
  now: Date,
): Authenticated | Problem => {
  const candidates = accountsNamed(name, accounts);
  if (candidates.length === 0) return new Problem(404, 'There is no source of this name.');
  const problems: string[] = [];
  for (const { secrets, ...account } of candidates) {
    const problem = credentialProblem(request, secrets?.sources[account.source.id], now);
    if (secrets && problem === undefined) return { ...account, secrets };
    if (problem !== undefined) problems.push(problem);
  }
  return unauthorised(problems[0]);
};

type Credentials = OrganisationSecrets['sources'][string] | undefined;

/** A signature, where one is shown, must hold whatever else is shown: the body may have been tampered with. */
const credentialProblem = (request: HttpRequest, credentials: Credentials, now: Date): string | undefined => {
  if (request.headers['webhook-signature'] !== undefined)
    return signatureProblem(request, credentials?.signing ?? [], now);
  const token = bearerOf(request.headers.authorization);
  if (token === undefined) return 'sign the request with Standard Webhooks headers, or send Authorization: Bearer';
  return isOneOf(token, credentials?.tokens ?? []) ? undefined : 'the bearer token is not one of this source';
};

const unauthorised = (detail = 'this source has no credentials yet'): Problem =>
  new Problem(401, detail, { headers: { 'www-authenticate': 'Bearer realm="events"' } });
