import type { HttpRequest } from '#lambda/http.ts';
import { Problem } from '#lambda/problem.ts';

/** What a path says: which way in, which source, and what a vendor's own client puts behind it (`/matomo.php`). */
export interface Route {
  readonly way: 'events' | 'hooks';
  readonly name: string;
  readonly rest: string;
}

const defaultSource = 'default';
const hookMethods = ['GET', 'HEAD', 'OPTIONS', 'POST'];

/** Plain `/events` is the source `default`. */
export const routeOf = ({ method, path }: Pick<HttpRequest, 'method' | 'path'>): Route => {
  const hook = /^\/hooks\/([^/]+)(\/.*)?$/.exec(path);
  const match = hook ?? /^\/events(?:\/([^/]+))?$/.exec(path);
  if (!match) throw new Problem(404, 'There is nothing here. Post events to /events/{source}.');
  if (!hook && method !== 'POST') throw new Problem(405, 'Events are posted.', { headers: { allow: 'POST' } });
  if (hook && !hookMethods.includes(method)) throw notAllowed(hookMethods);
  return { way: hook ? 'hooks' : 'events', name: match[1] ?? defaultSource, rest: match[2] ?? '' };
};

export const notAllowed = (methods: readonly string[]): Problem =>
  new Problem(405, `Ask by ${methods.join(' or ')}.`, { headers: { allow: methods.join(', ') } });
