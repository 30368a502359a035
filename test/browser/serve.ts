import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface Served {
  readonly body: string | Uint8Array;
  readonly contentType: string;
}

/** What is at a path such as `wirral/index.html`. */
export type Source = (path: string) => Served | undefined;

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

export const folderSource =
  (folder: string): Source =>
  (path) => {
    const file = join(folder, normalize(`/${path}`));
    if (!existsSync(file) || !statSync(file).isFile()) return undefined;
    return { body: readFileSync(file), contentType: types[extname(file)] ?? 'application/octet-stream' };
  };

// As CloudFront sends it: a meta element alone would not stop a script that comes before it.
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const pathOf = (url: string): string => {
  const { pathname } = new URL(url, 'http://site');
  return `${decodeURIComponent(pathname)}${pathname.endsWith('/') ? 'index.html' : ''}`.replace(/^\//, '');
};

const serverOf = (source: Source): Server =>
  createServer((request, response) => {
    const found = source(pathOf(request.url ?? '/'));
    const file = found ?? source('404.html');
    response.writeHead(found ? 200 : 404, {
      'content-type': file?.contentType ?? 'text/plain',
      'content-security-policy': policy,
    });
    response.end(file?.body ?? 'not found');
  });

export const serve = async (source: Source): Promise<{ readonly origin: string; readonly close: () => void }> => {
  const server = serverOf(source);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
};
