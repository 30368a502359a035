import { type Account, accountsNamed } from '#functions/collect/directory.ts';
import type { Route } from '#functions/collect/route.ts';
import { type Visit, visitOf } from '#functions/collect/visit.ts';
import type { HttpRequest } from '#lambda/http.ts';
import { Problem } from '#lambda/problem.ts';
import { stored } from '#lambda/unavailable.ts';
import type { Secrets } from '#store/secrets.ts';

export interface Directory {
  /** Every source that may post, as known at most so long ago. */
  readonly accounts: (now: Date, mostAgeMs: number) => Promise<readonly Account[]>;
  readonly secrets: Secrets;
}

const usualAgeMs = 60_000;
/** A source pushed a moment ago should work; a stranger's guesses should not have everything read each time. */
const secondLookAgeMs = 5_000;

export interface Arrival {
  readonly route: Route;
  readonly request: HttpRequest;
  readonly now: Date;
}

/** The request as each source would see it that the path may mean: 404 when no source has that name, 401 when none has keys. */
export const visitsOf = async (
  arrival: Arrival,
  directory: Directory,
): Promise<readonly [Visit, ...(readonly Visit[])]> => {
  const candidates = await candidatesFor(arrival, directory);
  const visits = await Promise.all(
    candidates.map(async (account) => {
      const secrets = await secretsFor(account, directory);
      return secrets ? [visitOf(account, secrets, arrival)] : [];
    }),
  );
  const [first, ...others] = visits.flat();
  if (!first) throw unproved('This source has no credentials yet.', arrival.route.way);
  return [first, ...others];
};

/** Keys that were made a moment ago should work too. */
const secretsFor = async ({ organisation, source }: Account, { secrets }: Directory) => {
  const known = await stored(secrets.of(organisation, usualAgeMs));
  const hasKeys = known?.sources[source.secret ?? source.id] !== undefined;
  return hasKeys || source.trust === 'browser' ? known : stored(secrets.of(organisation, secondLookAgeMs));
};

const candidatesFor = async ({ route, now }: Arrival, { accounts }: Directory): Promise<readonly Account[]> => {
  for (const mostAgeMs of [usualAgeMs, secondLookAgeMs]) {
    const found = accountsNamed(route.name, await stored(accounts(now, mostAgeMs)));
    if (found.length > 0) return found;
  }
  throw new Problem(404, 'There is no source of this name.');
};

/** Whose credential the request shows. A page that may not post is forbidden, since it has nothing to prove itself with. */
export const admitted = (visits: readonly Visit[], { way }: Route): Visit => {
  const problems: Problem[] = [];
  for (const visit of visits) {
    const detail = visit.adapter.problem(visit.request, visit.context);
    if (detail === undefined) return visit;
    problems.push(visit.context.source.trust === 'browser' ? new Problem(403, detail) : unproved(detail, way));
  }
  throw problems[0];
};

const unproved = (detail: string, realm: string): Problem =>
  new Problem(401, detail, { headers: { 'www-authenticate': `Bearer realm="${realm}"` } });
