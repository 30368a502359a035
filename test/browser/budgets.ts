import { gzipSync } from 'node:zlib';
import type { Page, Visit } from '#test/browser/crawl.ts';

/** First views, gzip. */
const limits = { html: 20_000, css: 12_000, js: 5_000, total: 70_000 } as const;

export const mostElements = 1500;

const sizeOf = (text: string | Uint8Array): number => gzipSync(text).length;

const bytesAt = async (address: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(address)).arrayBuffer());

const sizesAt = async (origin: string, paths: readonly string[]): Promise<number> => {
  const bodies = await Promise.all(paths.map((path) => bytesAt(`${origin}${path}`)));
  return bodies.reduce((total, body) => total + sizeOf(body), 0);
};

const found = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, path = '']) => path);

const over = (sizes: Readonly<Record<keyof typeof limits, number>>): string[] =>
  (Object.keys(limits) as (keyof typeof limits)[])
    .filter((part) => sizes[part] > limits[part])
    .map((part) => `${part} is ${sizes[part]} bytes gzip, over ${limits[part]}`);

/** What a reader's first view weighs, a council's theme and logo with it; a line for each budget that is broken. */
export const overBudget = async (origin: string, { html: text }: Page): Promise<string[]> => {
  const css = await sizesAt(origin, found(text, /<link rel="stylesheet" href="([^"]+)"/g));
  const js = await sizesAt(origin, found(text, /<script src="([^"]+)"/g));
  const images = await sizesAt(origin, found(text, /<img[^>]* src="([^"]+)"/g));
  const html = sizeOf(text);
  return over({ html, css, js, total: html + css + js + images });
};

/** Every page that the crawler saw, where a closer look is for one of each kind. */
export const heavyPages = (visits: readonly Visit[]): string[] =>
  visits.flatMap(({ path, weight: { gzipBytes, elements } = { gzipBytes: 0, elements: 0 } }) => [
    ...(gzipBytes > limits.html ? [`${path} is ${gzipBytes} bytes gzip, over ${limits.html}`] : []),
    ...(elements > mostElements ? [`${path} has ${elements} elements, over ${mostElements}`] : []),
  ]);
