import { bearerOf, isOneOf } from '#adapter/bearer.ts';
import { signatureProblem } from '#adapter/standardWebhooks.ts';
import { type Account, accountsNamed } from '#functions/collect/directory.ts';
import type { HttpRequest } from '#lambda/http.ts';
import { Problem } from '#lambda/problem.ts';
import { stored } from '#lambda/unavailable.ts';
import type { OrganisationSecrets, Secrets } from '#store/secrets.ts';

/** An account that the request has proved to be its own. */
export interface Authenticated extends Account {
  readonly hashKey: string;
}

export interface Directory {
  /** Every source that may post, as known at most so long ago. */
  readonly accounts: (now: Date, mostAgeMs: number) => Promise<readonly Account[]>;
  readonly secrets: Secrets;
}

const usualAgeMs = 60_000;
/** A source pushed a moment ago should work; a stranger's guesses should not have everything read each time. */
const secondLookAgeMs = 5_000;

/** Whose credential the request shows: 404 when no source has that name, 401 when none of them vouches for it. */
export const authenticate = async (
  request: HttpRequest,
  name: string,
  directory: Directory,
  now: Date,
): Promise<Authenticated> => {
  const candidates = await candidatesFor(name, directory, now);
  const problems: string[] = [];
  for (const account of candidates) {
    const secrets = await stored(directory.secrets.of(account.organisation));
    const problem = credentialProblem(request, secrets?.sources[account.source.id], now);
    if (secrets && problem === undefined) return { ...account, hashKey: secrets.hashKey };
    problems.push(problem ?? 'This source has no credentials yet.');
  }
  throw new Problem(401, problems[0] ?? '', { headers: { 'www-authenticate': 'Bearer realm="events"' } });
};

const candidatesFor = async (name: string, { accounts }: Directory, now: Date): Promise<readonly Account[]> => {
  for (const mostAgeMs of [usualAgeMs, secondLookAgeMs]) {
    const found = accountsNamed(name, await stored(accounts(now, mostAgeMs)));
    if (found.length > 0) return found;
  }
  throw new Problem(404, 'There is no source of this name.');
};

type Credentials = OrganisationSecrets['sources'][string] | undefined;

/** A signature, where one is shown, must hold whatever else is shown: the body may have been tampered with. */
const credentialProblem = (request: HttpRequest, credentials: Credentials, now: Date): string | undefined => {
  if (request.headers['webhook-signature'] !== undefined)
    return signatureProblem(request, credentials?.signing ?? [], now);
  const token = bearerOf(request.headers['authorization']);
  if (token === undefined) return 'Sign the request with Standard Webhooks headers, or send Authorization: Bearer.';
  return isOneOf(token, credentials?.tokens ?? []) ? undefined : 'The bearer token is not one of this source.';
};
