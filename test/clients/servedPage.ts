import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { projectRoot } from '#infra/bundle.ts';
import type { ClientStack } from '#test/clients/client.ts';

/** A module and the packages that it imports, for a browser. */
async function bundled(contents: string): Promise<string> {
  const stdin = { contents, resolveDir: projectRoot, loader: 'js' } as const;
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'iife', logLevel: 'error' });
  return outputFiles[0]?.text ?? '';
}

const html = '<!doctype html><html lang="en-GB"><title>Bins for Jane Example</title><body>';

/** What else is on the page, and scripts that it loads, by path, each served as it is. */
export interface Extras {
  readonly body?: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

/**
 * Opens a page that runs a module, on a port of its own, so that whatever it posts to the stack goes to another origin.
 * Every other path is the same page.
 */
export async function onServedPage(
  stack: ClientStack,
  module: string,
  path: string,
  work: (page: Page, errors: readonly string[]) => Promise<void>,
  { body = '', scripts = {} }: Extras = {},
): Promise<'skipped' | undefined> {
  const browser = await stack.browser();
  if (!browser) return 'skipped';
  const served: Readonly<Record<string, string>> = { ...scripts, '/page.js': await bundled(module) };
  const server = createServer(({ url = '' }, response) => {
    const script = served[url];
    response.setHeader('content-type', `${script === undefined ? 'text/html' : 'text/javascript'}; charset=utf-8`);
    response.end(script ?? `${html}${body}<script src="/page.js"></script></body></html>`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
    await work(page, errors);
  } finally {
    await context.close();
    server.close();
  }
  return undefined;
}
