import type { RequestListener } from 'node:http';
import { type Listening, serve } from '#local/server.ts';
import type { SiteFile } from '#store/website.ts';

/** Beside the site's and the ingest address's own. */
const usualPort = 4002;

const pathOf = (url: string): string => {
  const { pathname } = new URL(url, 'http://draft');
  return (pathname.endsWith('/') ? `${pathname}index.html` : pathname).slice(1);
};

/** The files themselves, from memory: nothing beside them can be asked for. */
const answering =
  (files: ReadonlyMap<string, SiteFile>): RequestListener =>
  ({ method, url = '/' }, response) => {
    const file = files.get(pathOf(url));
    const status = file ? 200 : 404;
    const shown = file ?? files.get('404.html');
    response.writeHead(status, {
      'content-type': shown?.contentType ?? 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    });
    response.end(method === 'HEAD' ? undefined : (shown?.body ?? 'Not found'));
  };

export const serveFiles = (files: ReadonlyMap<string, SiteFile>): Promise<Listening> =>
  serve(answering(files), usualPort);
