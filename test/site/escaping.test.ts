import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Edition } from '#scorecard/edition.ts';
import { contactCentre, wirral } from '#test/site/fixtures.ts';
import { filesFor } from '#test/site/pages.ts';

/** Fields that are ids, dates or closed words: they are not anybody's text. */
const notText =
  /^(id|schema|period|start|end|asOf|publishedAt|frequency|group|measures|milestones|unit|polarity|status|colour|flags|direction|basis|mostImproved|mostWorsened|measure|kind|on|missing|previousQuarterEnd|originalDeadline|currentDeadline|completedOn|website|by|software)$/;

/** The edition with a text put before every text in it. */
const spiked = <T>(value: T, text: string, key = ''): T => {
  if (Array.isArray(value)) return value.map((each) => spiked(each, text, key)) as T;
  if (typeof value === 'string') return (notText.test(key) ? value : `${text}${value}`) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spiked(each, text, name)])) as T;
};

const input = (edition: Edition) => ({
  editions: [edition],
  scorecards: [edition],
  organisations: [
    {
      id: edition.organisation.id,
      name: edition.organisation.name,
      scorecards: [{ id: 'a', title: edition.scorecard.title }],
    },
    { id: 'other', name: edition.organisation.name, scorecards: [] },
  ],
  contact: edition.organisation.name,
});

const pagesOf = (edition: Edition): Map<string, string> =>
  new Map(
    [...filesFor(input(edition)).values()]
      .filter(({ path }) => /\.(html|svg|xml)$/.test(path))
      .map(({ path, body }) => [path, String(body)]),
  );

const tagsOf = (html: string): string[] =>
  [...html.matchAll(/<\/?([a-zA-Z][a-zA-Z0-9]*)/g)].map((match) => match[1] ?? '');
const attributesOf = (html: string): string[] =>
  [...html.matchAll(/ ([a-z-]+)="/g)].map((match) => match[1] ?? '').sort();

const bidi = '\u202e\u2067\u200f';
const hostile = [
  ['a script', '<script>alert(1)</script>'],
  ['markup', '<b>bold</b><img src=x onerror=alert(1)>'],
  ['the end of an attribute', '" onmouseover="alert(1)" x="'],
  ['the end of a comment and of a section', '--> ]]> <!-- '],
  ['entities', '&lt;b&gt; &amp;amp; &#60;'],
  ['a template', '{{1}} <%= 1 %>'],
  ['marks that turn writing round', `${bidi}abc`],
  ['a very long word', 'Donaudampfschiff'.repeat(40)],
  ['other scripts', 'Cyngor Bwrdeistref Siriol Ŵ 日本語 😀 '],
] as const;

const decoded = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** One measure of each look; every page of every measure would only be slow. */
const few = (edition: Edition, ids: readonly string[]): Edition => ({
  ...edition,
  measures: edition.measures.filter(({ id }) => ids.includes(id)),
  milestones: edition.milestones.slice(0, 4),
});

describe.each([
  ['a contact centre', few(contactCentre, ['calls-answered-80s', 'forms-completed', 'web-satisfaction'])],
  ['a strategy', few(wirral, ['complaints-in-15-days', 'generic-calls-handled'])],
])('every text of %s', (_, edition) => {
  const clean = pagesOf(edition);

  test.each(hostile)('with %s in it renders as itself', (_name, text) => {
    for (const [path, html] of pagesOf(spiked(edition, text))) {
      if (!path.startsWith(edition.organisation.id) || path.endsWith('.svg')) continue;
      expect(decoded(html)).toContain(text);
      expect(tagsOf(html).filter((tag) => tag === 'script')).toEqual(
        tagsOf(clean.get(path) ?? '').filter((tag) => tag === 'script'),
      );
      expect(attributesOf(html)).toEqual(attributesOf(clean.get(path) ?? ''));
    }
  });

  test('leaves out of a drawing what XML cannot hold', () => {
    const forbidden = ['\u0000', '\u000b', '\uffff', '\ud800'];
    for (const [path, svg] of pagesOf(spiked(edition, forbidden.join(''))))
      if (/\.(svg|xml)$/.test(path)) expect([path, forbidden.filter((each) => svg.includes(each))]).toEqual([path, []]);
  });

  test('adds no element to a drawing', () => {
    for (const [path, svg] of pagesOf(spiked(edition, '<script>x</script>')))
      if (path.endsWith('.svg')) expect(tagsOf(svg)).not.toContain('script');
  });
});

describe('any text', () => {
  const small = few(contactCentre, ['calls-answered-80s']);
  const tags = new Map([...pagesOf(small)].map(([path, html]) => [path, tagsOf(html)]));

  test('changes no page’s elements', async () => {
    await fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const safe = text.replaceAll(/\s/g, '_');
        for (const [path, html] of pagesOf(spiked(small, safe)))
          if (path.endsWith('.html')) expect(tagsOf(html)).toEqual(tags.get(path));
      }),
      { numRuns: 15 },
    );
  });
});
