import { describe, expect, test } from '@jest/globals';
import { contactCentre, contactCentreRunning, inputs } from '#test/site/fixtures.ts';
import { filesFor, fixtureFiles, textAt } from '#test/site/pages.ts';
import { invalidHtml } from '#test/support/htmlRules.ts';

const files = fixtureFiles();
const pages = [...files.values()].filter(({ path }) => path.endsWith('.html'));
const drawings = [...files.values()].filter(({ path }) => path.endsWith('.svg'));

/** One of each kind: the rules are slow, and pages of a kind share their markup. */
const kinds = [
  'index.html',
  '404.html',
  'how-we-rate/index.html',
  'accessibility/index.html',
  'wirral/index.html',
  'wirral/customer-experience/index.html',
  'wirral/customer-experience/milestones/index.html',
  'wirral/customer-experience/measures/complaints-in-15-days/index.html',
  'example/contact-centre/measures/index.html',
  'example/contact-centre/measures/calls-answered-80s/index.html',
  'example/contact-centre/2025-26-q1/1/measures/forms-completed/index.html',
  'bare/plan/index.html',
  'example/contact-centre/changes/index.html',
  'example/data/index.html',
];

describe('every page', () => {
  test.each(kinds)('%s is valid HTML', async (path) => {
    expect(await invalidHtml(textAt(files, path))).toEqual([]);
  });

  test('has no inline style, script or handler, and asks nothing of another host', () => {
    for (const { path, body } of pages) {
      const html = String(body);
      expect([
        path,
        html.match(/ style=| on[a-z]+=|<style|<script(?! src="\/| type="application\/ld\+json">)/),
      ]).toEqual([path, null]);
      expect([path, html.match(/(src|<link[^>]* href)="(?!\/)[^"]*"/)]).toEqual([path, null]);
    }
  });

  test('uses each id once, and refers only to ids that it has', () => {
    for (const { path, body } of [...pages, ...drawings]) {
      const html = String(body);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      const used = [...html.matchAll(/(?:href="#|url\(#|aria-(?:labelledby|describedby)=")([^")]+)/g)].map(
        (match) => match[1],
      );
      expect([path, ids.length]).toEqual([path, new Set(ids).size]);
      expect([path, used.filter((id) => !ids.includes(id))]).toEqual([path, []]);
    }
  });

  test('of a scorecard prints its notice, its dates and its edition', () => {
    for (const { path, body } of pages.filter((each) => each.path.startsWith('wirral/'))) {
      expect([path, String(body)]).toEqual([path, expect.stringContaining('not published by Wirral Council')]);
      expect([path, String(body)]).toEqual([path, expect.stringContaining('Figures as at 25 January 2024')]);
    }
  });

  test('that shows a status explains its marks', () => {
    const withStatus = pages.filter(({ body }) => String(body).includes('class="tag '));
    expect(withStatus.length).toBeGreaterThan(20);
    for (const { path, body } of withStatus)
      expect([path, String(body).includes('class="meanings"')]).toEqual([path, true]);
  });

  test('links only to pages and files that are there', () => {
    const missing = pages.flatMap(({ path, body }) =>
      [...String(body).matchAll(/href="(\/[^"#]*)/g)]
        .map((match) => match[1] ?? '')
        .filter((href) => !files.has(`${href}${href.endsWith('/') ? 'index.html' : ''}`.slice(1)))
        .map((href) => `${path} -> ${href}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('a drawing that stands alone', () => {
  test('carries its own colours, title and description', () => {
    expect(drawings.length).toBeGreaterThan(10);
    for (const { path, body } of drawings.filter((each) => !each.path.startsWith('assets/'))) {
      expect([path, String(body).match(/var\(|class="ink|<use/)]).toEqual([path, null]);
      expect(String(body)).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*><title>[^<]+<\/title><desc>[^<]+</,
      );
    }
  });
});

describe('what is read as XML', () => {
  test('has a value in quotes for every attribute, and closes every element', () => {
    const documents = [...files.values()].filter(({ path }) => /\.(svg|xml)$/.test(path));
    for (const { path, body } of documents) {
      const tags = [...String(body).matchAll(/<[^>]*>/g)].map(([tag]) => tag);
      const wellFormed = /^<(\?xml [^>]*\?|\/[\w]+|[\w]+( [\w:-]+="[^"<]*")*\/?)>$/;
      expect([path, tags.filter((tag) => !wellFormed.test(tag))]).toEqual([path, []]);
      const open = tags.filter((tag) => /^<\w/.test(tag) && !tag.endsWith('/>')).length;
      expect([path, open]).toEqual([path, tags.filter((tag) => tag.startsWith('</')).length]);
    }
  });
});

describe('the shelves of a scorecard', () => {
  test('show the last complete period now, and the running one under its own address', () => {
    expect(textAt(files, 'example/contact-centre/index.html')).toContain('January to March 2025');
    const banner = 'April to June 2025 (quarter 1) is not finished';
    expect(textAt(files, 'example/contact-centre/2025-26-q1/index.html').includes(banner)).toBe(true);
    expect(textAt(files, 'example/contact-centre/index.html').includes(banner)).toBe(false);
  });

  test('hold the same edition.json four times', () => {
    const under = ['', '2024-25-q4/', '2024-25-q4/2/', 'latest/'];
    const texts = under.map((folder) => textAt(files, `example/contact-centre/${folder}edition.json`));
    expect(new Set(texts).size).toBe(1);
    expect(JSON.parse(texts[0] ?? '')).toMatchObject({ edition: 2, period: { id: '2024-25-q4' } });
  });

  test('show the newest while no period is complete', () => {
    const only = filesFor({ editions: [contactCentreRunning], scorecards: [contactCentreRunning], organisations: [] });
    expect(textAt(only, 'example/contact-centre/index.html')).toContain('is not finished');
  });

  test('are in whatever order the editions come', () => {
    const [first] = inputs;
    if (first === undefined) throw new Error('no fixtures');
    const backwards = { ...first, editions: [contactCentreRunning, contactCentre] };
    expect(new Map([...filesFor(backwards)].sort())).toEqual(new Map([...filesFor(first)].sort()));
  });

  test('with one organisation, the start page is its overview', () => {
    const alone = filesFor({
      editions: [contactCentre],
      scorecards: [contactCentre],
      organisations: [{ id: 'example', name: 'Example', scorecards: [] }],
    });
    expect(textAt(alone, 'index.html')).toContain('How we are doing');
  });

  test('with a known origin, pages and sitemap have whole addresses', () => {
    const known = filesFor({
      editions: [contactCentre],
      scorecards: [contactCentre],
      organisations: [],
      origin: 'https://performance.example.org',
    });
    expect(textAt(known, 'example/contact-centre/2024-25-q4/index.html')).toContain(
      '<link rel="canonical" href="https://performance.example.org/example/contact-centre/2024-25-q4/"',
    );
    expect(textAt(known, 'example/data/contact-centre-sitemap.xml')).toContain(
      '<loc>https://performance.example.org/example/contact-centre/measures/calls-answered-80s/</loc>',
    );
  });
});

describe('what Wirral did not publish', () => {
  const page = textAt(files, 'wirral/customer-experience/measures/complaints-in-15-days/index.html').replaceAll(
    /<[^>]*>/g,
    '',
  );

  test('is said in words, with the change that was', () => {
    expect(page).toContain('The paper printed only the change, not the value.');
    expect(page).toContain('18.8% worse than 12 months before (value not published)');
    expect(page).toContain('There is no chart, because no value has been published.');
  });
});
