import type { HttpRequest } from '#lambda/http.ts';
import { Problem } from '#lambda/problem.ts';

const defaultSource = 'default';

/** The source that the path names; plain `/events` is the source `default`. */
export const sourceNamed = ({ method, path }: Pick<HttpRequest, 'method' | 'path'>): string => {
  const match = /^\/events(?:\/([^/]+))?$/.exec(path);
  if (!match) throw new Problem(404, 'There is nothing here. Post events to /events/{source}.');
  if (method !== 'POST') throw new Problem(405, 'Events are posted.', { headers: { allow: 'POST' } });
  return match[1] ?? defaultSource;
};
