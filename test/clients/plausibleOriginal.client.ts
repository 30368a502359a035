import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { ClientRun, ClientStack } from '#test/clients/client.ts';
import { nothingPersonal } from '#test/clients/search.ts';
import { onServedPage } from '#test/clients/servedPage.ts';
import { arrived, deeds, seen } from '#test/clients/webFacts.ts';

// Plausible's own scripts, unchanged: whoever has them says where. PLAUSIBLE_JS is the one made for a site (pa-….js),
// PLAUSIBLE_LEGACY_JS script.exclusions.file-downloads.local.outbound-links.pageview-props.revenue.tagged-events.js and
// PLAUSIBLE_HASH_JS script.compat.exclusions.hash.local.outbound-links.js.

const source = 'web-plausible';
const { PLAUSIBLE_JS: siteFile, PLAUSIBLE_LEGACY_JS: legacyFile, PLAUSIBLE_HASH_JS: hashFile } = process.env;

const controls = `<a id="out" href="https://www.gov.uk/renew?name=jane.plausible" target="_blank">Renew</a>
  <a id="file" href="/plausible-budget.pdf?name=jane.plausible" target="_blank">Budget</a>
  <button id="tagged" class="plausible-event-name=Open+map plausible-event-who=jane.plausible">Map</button>
  <form id="form" onsubmit="return false"><input name="who" value="jane.plausible"><button id="send">Send</button></form>`;

type Work = (page: Page, errors: readonly string[]) => Promise<void>;

const opened = (
  stack: ClientStack,
  file: string | undefined,
  path: string,
  before: string,
  tag: string,
  work: Work,
): Promise<'skipped' | undefined> | 'skipped' => {
  if (file === undefined) return 'skipped';
  return onServedPage(stack, before, path, work, {
    body: tag + controls,
    scripts: { '/plausible.js': readFileSync(file, 'utf8') },
  });
};

/** What stands before the script on the site's pages: calls are queued until it is there. */
const snippet = (stack: ClientStack, options: string): string => `
  window.plausible = window.plausible || function () { (window.plausible.q = window.plausible.q || []).push(arguments); };
  window.plausible.init = window.plausible.init || function (given) { window.plausible.o = given || {}; };
  window.plausible.init({ endpoint: '${stack.address(source)}/api/event', captureOnLocalhost: true, logging: false, ${options} });`;

const ofSite = (stack: ClientStack, path: string, options: string, work: Work) =>
  opened(stack, siteFile, path, snippet(stack, options), '<script async src="/plausible.js"></script>', work);

const legacy = (stack: ClientStack, file: string | undefined, path: string, attributes: string, work: Work) => {
  const address = `${stack.address(source)}/api/event`;
  const tag = `<script defer id="plausible" data-domain="www.northmoor.example" data-api="${address}" ${attributes} src="/plausible.js"></script>`;
  return opened(stack, file, path, '', tag, work);
};

const isReady = 'window.plausible && (window.plausible.l || window.plausible.v)';
const query = '?email=jane.plausible@x.example#jane.plausible';

/** What both generations do when a page is worked with; the download has a path of its own. */
const workWith = async (stack: ClientStack, page: Page, path: string): Promise<void> => {
  await page.waitForFunction(isReady);
  await arrived(stack, source, path, 1);
  for (const id of ['out', 'file', 'tagged']) await page.click(`#${id}`, { modifiers: ['Alt'] });
  await page.evaluate(`window.plausible('Paid', {
    props: { who: 'jane.plausible' }, revenue: { currency: 'GBP', amount: 1322.22 }, interactive: false })`);
  await page.evaluate(
    `window.plausible('404', { props: { path: document.location.pathname, who: 'jane.plausible' } })`,
  );
};

const events = ['404', 'Open map', 'Paid', 'link to www.gov.uk'].map((name) => ({ site: 'main', kind: 'event', name }));

const newest: ClientRun = {
  name: 'Plausible’s script of a site: page, links, tags, form, revenue, navigation, leaving',
  run: async (stack) => {
    const path = '/plausible-site';
    const options = `fileDownloads: true, outboundLinks: true, formSubmissions: true, customProperties: { who: 'jane.plausible' }`;
    return ofSite(stack, path + query, options, async (page, errors) => {
      await workWith(stack, page, path);
      await page.click('#send');
      const facts = await arrived(stack, source, path, 6);
      assert.deepEqual(deeds(facts), [
        ...events,
        { site: 'main', kind: 'form', name: path },
        { site: 'main', kind: 'page' },
      ]);
      const ended = page.waitForResponse((response) => (response.request().postData() ?? '').includes('"engagement"'));
      await page.evaluate(`history.pushState({}, '', '${path}/next${query}')`);
      const end = await ended;
      const { e, sd } = JSON.parse(end.request().postData() ?? '{}');
      assert.deepEqual(
        [typeof e, typeof sd, end.status(), end.headers()['x-plausible-dropped']],
        ['number', 'number', 202, '1'],
      );
      await arrived(stack, source, `${path}/next`, 1);
      await page.goto('about:blank');
      await page.waitForTimeout(500);
      assert.equal((await seen(stack, source, `${path}/next`)).length, 1);
      const downloads = await arrived(stack, source, '/plausible-budget.pdf', 1);
      assert.deepEqual(deeds(downloads), [{ site: 'main', kind: 'download' }]);
      assert.equal(new Set(facts.map(({ data }) => data['visitorKey'])).size, 1);
      assert.deepEqual(errors, []);
    });
  },
};

const before: ClientRun = {
  name: 'Plausible’s script before: page, links, tags, revenue, navigation',
  run: async (stack) => {
    const path = '/plausible-legacy';
    const attributes = 'event-who="jane.plausible" data-exclude="/plausible-legacy/not*"';
    return legacy(stack, legacyFile, path + query, attributes, async (page, errors) => {
      await workWith(stack, page, path);
      assert.deepEqual(deeds(await arrived(stack, source, path, 5)), [...events, { site: 'main', kind: 'page' }]);
      await page.evaluate(`history.pushState({}, '', '${path}/not-this')`);
      await page.evaluate(`window.plausible('Seen all the same')`);
      const excluded = await arrived(stack, source, `${path}/not-this`, 1);
      assert.deepEqual(deeds(excluded), [{ site: 'main', kind: 'event', name: 'Seen all the same' }]);
      assert.deepEqual(errors, []);
    });
  },
};

const pages = (count: number) => Array(count).fill({ site: 'main', kind: 'page' });

const hashes: readonly ClientRun[] = [
  {
    name: 'Plausible’s script of a site, in a page of hashes: each is a page, its fragment dropped',
    run: async (stack) => {
      const path = '/plausible-site-hash';
      return ofSite(stack, `${path}#/jane.plausible`, 'hashBasedRouting: true', async (page) => {
        await arrived(stack, source, path, 1);
        await page.evaluate(`location.hash = '#/jane.plausible/2'`);
        assert.deepEqual(deeds(await arrived(stack, source, path, 2)), pages(2));
      });
    },
  },
  {
    name: 'Plausible’s script before, in a page of hashes, by XMLHttpRequest',
    run: async (stack) => {
      const path = '/plausible-legacy-hash';
      return legacy(stack, hashFile, `${path}#/jane.plausible`, 'data-exclude="/**#/not"', async (page) => {
        await arrived(stack, source, path, 1);
        await page.evaluate(`location.hash = '#/not'`);
        await page.evaluate(`location.hash = '#/jane.plausible/2'`);
        assert.deepEqual(deeds(await arrived(stack, source, path, 2)), pages(2));
      });
    },
  },
];

/** Each: the options, what the page does before, and the pages that arrive. */
const settings = [
  ['which sends nothing of its own', 'autoCapturePageviews: false', 0],
  ['whose requests are stopped', 'transformRequest: () => null', 0],
  ['whose requests are changed', "transformRequest: (own) => ({ ...own, p: { who: 'jane.plausible' } })", 1],
  ['of a visitor who is left out', "...(localStorage.setItem('plausible_ignore', 'true') ?? {})", 0],
] as const;

const bySetting = settings.map(
  ([setting, options, count]): ClientRun => ({
    name: `Plausible’s script of a site ${setting}`,
    run: async (stack) => {
      const path = `/plausible-${setting.replaceAll(' ', '-')}`;
      return ofSite(stack, path, options, async (page) => {
        await page.waitForFunction(isReady);
        if (count === 0) await page.waitForTimeout(1000);
        assert.deepEqual(deeds(await arrived(stack, source, path, count)), pages(count));
      });
    },
  }),
);

const privacy = nothingPersonal(
  'Plausible’s scripts',
  [siteFile, legacyFile, hashFile].some((file) => file !== undefined),
  () => ['jane.plausible', 'x.example'],
);

export const clients: readonly ClientRun[] = [newest, before, ...hashes, ...bySetting, privacy];
