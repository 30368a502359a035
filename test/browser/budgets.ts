import { gzipSync } from 'node:zlib';
import type { Page } from '#test/browser/crawl.ts';

/** First views, gzip. */
const limits = { html: 20_000, css: 12_000, js: 5_000, total: 70_000 } as const;

const sizeOf = (text: string): number => gzipSync(text).length;

const textOf = async (origin: string, path: string | undefined): Promise<string> =>
  path === undefined ? '' : (await fetch(`${origin}${path}`)).text();

const over = (sizes: Readonly<Record<keyof typeof limits, number>>): string[] =>
  (Object.keys(limits) as (keyof typeof limits)[])
    .filter((part) => sizes[part] > limits[part])
    .map((part) => `${part} is ${sizes[part]} bytes gzip, over ${limits[part]}`);

/** What a reader's first view weighs; a line for each budget that is broken. */
export const overBudget = async (origin: string, page: Page): Promise<string[]> => {
  const css = sizeOf(
    await textOf(
      origin,
      page.links.find((path) => path.endsWith('.css')),
    ),
  );
  const script = /<script src="([^"]+)"/.exec(page.html)?.[1];
  const js = sizeOf(await textOf(origin, script));
  const html = sizeOf(page.html);
  return over({ html, css, js, total: html + css + js });
};
