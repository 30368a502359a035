import { describe, expect, test } from '@jest/globals';
import { inputs } from '#test/site/inputs.ts';
import { filesFor, textAt } from '#test/site/pages.ts';

const origin = 'https://performance.example.org';
const files = new Map(inputs.flatMap((input) => [...filesFor({ ...input, origin })]));
const located = (path: string): string[] =>
  [...textAt(files, path).matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1] ?? '');
const pathOf = (address: string): string =>
  `${address.slice(origin.length + 1)}${address.endsWith('/') ? 'index.html' : ''}`;

describe('the site maps', () => {
  test('are all in the index, and robots.txt names it', () => {
    const maps = [...files.keys()].filter((path) => path.endsWith('-sitemap.xml') || path === 'sitemap-general.xml');
    expect(located('sitemap.xml').map(pathOf).toSorted()).toEqual(maps.toSorted());
    expect(textAt(files, 'robots.txt')).toBe(
      'User-agent: *\nAllow: /\nSitemap: https://performance.example.org/sitemap.xml\n',
    );
  });

  test('name pages that are there, each once', () => {
    const all = located('sitemap.xml').flatMap((map) => located(pathOf(map)));
    expect(all.filter((address) => !files.has(pathOf(address)))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  test('name every page that is not a copy or a period’s own', () => {
    const all = new Set(located('sitemap.xml').flatMap((map) => located(pathOf(map)).map(pathOf)));
    const pages = [...files.keys()].filter((path) => path.endsWith('/index.html'));
    const own = pages.filter((path) => !/^[^/]+\/[^/]+\/(\d{4}[^/]*|latest)\//.test(path));
    expect(own.filter((path) => !all.has(path))).toEqual([]);
    expect(own.length).toBeGreaterThan(40);
  });

  test('are not written where the site’s own address is not known', () => {
    const unknown = new Map(inputs.flatMap((input) => [...filesFor(input)]));
    expect([...unknown.keys()].filter((path) => path.includes('sitemap'))).toEqual([]);
    expect(textAt(unknown, 'robots.txt')).toBe('User-agent: *\nAllow: /\n');
  });
});
