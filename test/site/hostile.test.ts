import { describe, expect, test } from '@jest/globals';
import { hostile, hostileInputs, plainInputs } from '#test/site/hostile.ts';
import { filesFor } from '#test/site/pages.ts';

const filesOf = (inputs: typeof hostileInputs) =>
  new Map(inputs.flatMap((input) => [...filesFor(input)].map(([path, { body }]) => [path, String(body)] as const)));

const [spoilt, plain] = [filesOf(hostileInputs), filesOf(plainInputs)];
const pages = [...spoilt].filter(([path]) => path.endsWith('.html'));

const elements = /<(\/?[a-zA-Z][a-zA-Z0-9]*)/g;
/** Markdown of a paper may make paragraphs and links of a text; nothing else may become markup. */
const ofPapers = /^\/?(p|a|li|ul|ol|em|strong|code|h[1-6]|br|div|span|nav|table|thead|tbody|tr|th|td|section)$/;

const countsOf = (html: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const [, name = ''] of html.matchAll(elements)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

const isPaper = (path: string): boolean => path.includes('/papers/');

test('every page of the fixtures is there', () => {
  expect(pages.length).toBeGreaterThan(150);
  expect(pages.map(([path]) => path).sort()).toEqual([...plain.keys()].filter((path) => path.endsWith('.html')).sort());
});

describe('a page written by somebody who means harm', () => {
  test('has the elements that it would have, and no others', () => {
    const differing = pages.flatMap(([path, html]) => {
      const [is, was] = [countsOf(html), countsOf(plain.get(path) ?? '')];
      const names = [...new Set([...is.keys(), ...was.keys()])].filter((name) => is.get(name) !== was.get(name));
      return names.filter((name) => !(isPaper(path) && ofPapers.test(name))).map((name) => `${path}: ${name}`);
    });
    expect(differing).toEqual([]);
  });

  test('runs nothing: no handler, no script but ours, no address but of the web', () => {
    for (const [path, html] of pages) {
      const tags = [...html.matchAll(/<[a-zA-Z](?:"[^"]*"|[^">])*>/g)].map(([tag]) => tag);
      const attributes = tags.map((tag) => tag.replaceAll(/"[^"]*"/g, '""'));
      expect([path, attributes.filter((tag) => /\s(on[a-z]+|style|srcdoc|autofocus)(=|\s|>)/i.test(tag))]).toEqual([
        path,
        [],
      ]);
      const addresses = tags.flatMap((tag) =>
        [...tag.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, url = '']) => url),
      );
      expect([path, addresses.filter((url) => !/^(\/|#|https?:\/\/)/.test(url))]).toEqual([path, []]);
      const scripts = html.match(/<script[^>]*>/g) ?? [];
      expect([path, scripts.filter((tag) => !/ src="\/assets\/|type="application\/ld\+json"/.test(tag))]).toEqual([
        path,
        [],
      ]);
    }
  });

  test('prints what was written, letter by letter', () => {
    const decoded = (html: string) => html.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    const strategy = decoded(spoilt.get('example/contact-centre/index.html') ?? '');
    const measures = decoded(spoilt.get('wirral/customer-experience/measures/index.html') ?? '');
    for (const text of hostile) expect([text, (strategy + measures).includes(text)]).toEqual([text, true]);
  });
});

test('structured data holds no end of a script', () => {
  const blocks = pages.flatMap(([, html]) => [
    ...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g),
  ]);
  expect(blocks.length).toBeGreaterThan(0);
  for (const [, json = ''] of blocks) {
    expect(json).not.toContain('<');
    expect(() => JSON.parse(json)).not.toThrow();
  }
});

test('no cell of a table begins a formula', () => {
  for (const [path, csv] of spoilt)
    if (path.endsWith('.csv')) expect([path, csv.match(/(^|,|\n)"?=HYPERLINK/)]).toEqual([path, null]);
});

test('data keeps every letter', () => {
  const json = spoilt.get('example/contact-centre/edition.json') ?? '';
  expect(JSON.parse(json).scorecard.title).toBe(hostileInputs[0]?.editions[0]?.scorecard.title);
});
