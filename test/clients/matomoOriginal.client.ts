import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { ClientRun, ClientStack } from '#test/clients/client.ts';
import { nothingPersonal } from '#test/clients/search.ts';
import { onServedPage } from '#test/clients/servedPage.ts';
import { arrived, assertNowhere, deeds, seen } from '#test/clients/webFacts.ts';

// Matomo's own tracker, unchanged. It is not on npm: whoever has it says where, MATOMO_JS=/path/matomo.js. What an older one
// cannot do is skipped.

const source = 'web-analytics';
const { MATOMO_JS: trackerFile } = process.env;

/** Matomo's own snippet: what is to be done is queued, and the tracker loaded beside the page. */
const snippet = (stack: ClientStack, calls: readonly (readonly unknown[])[]): string => `
  window._paq = ${JSON.stringify([['setTrackerUrl', `${stack.address(source)}/matomo.php`], ['setSiteId', '1'], ...calls])};
  const script = document.createElement('script');
  script.async = true;
  script.src = '/matomo.js';
  document.head.append(script);`;

const links = `<a id="out" href="https://www.gov.uk/renew?name=jane.original" target="_blank">Renew</a>
  <a id="file" href="/budget-2025.pdf" target="_blank">Budget</a>
  <a id="other" href="https://my.northmoor.example/pay" target="_blank">Pay</a>
  <div data-track-content data-content-name="advert"><a id="in" href="https://www.nhs.uk/flu" target="_blank">Flu</a></div>`;

const tracked = async (
  stack: ClientStack,
  path: string,
  calls: readonly (readonly unknown[])[],
  work: (page: Page, errors: readonly string[]) => Promise<void>,
): Promise<'skipped' | undefined> => {
  if (trackerFile === undefined) return 'skipped';
  const script = readFileSync(trackerFile, 'utf8');
  if (calls.some(([method]) => !script.includes(String(method)))) return 'skipped';
  const scripts = { '/matomo.js': script };
  return onServedPage(stack, snippet(stack, calls), `${path}?email=jane.original@x.example#jane.original`, work, {
    body: links,
    scripts,
  });
};

const isReady = 'window.Matomo && window.Matomo.initialized';

const tracker: ClientRun = {
  name: 'matomo.js: page, event, search, goal, links, queue, heartbeat, leaving the page',
  run: (stack) => {
    const path = '/matomo-original';
    const calls = [
      ['enableLinkTracking'],
      ['enableHeartBeatTimer', 5],
      ['setUserId', 'jane.original'],
      ['setCustomDimension', 1, 'jane.original'],
      ['trackPageView'],
      ['trackEvent', 'Map', 'Zoom', 'jane.original', 3],
      ['trackSiteSearch', 'Bin Days', 'all', 3],
      ['trackGoal', 3],
      ['trackContentImpression', 'advert', 'jane.original'],
      ['trackContentInteraction', 'click', 'advert', 'jane.original', 'https://x.example'],
      ['queueRequest', 'e_c=Form&e_a=Begun&ca=1'],
    ];
    return tracked(stack, path, calls, async (page, errors) => {
      await page.waitForFunction(isReady);
      for (const id of ['out', 'file', 'in']) await page.click(`#${id}`, { modifiers: ['Alt'] });
      await page.evaluate(
        `new Promise((resolve) => setTimeout(() => { window.dispatchEvent(new Event('blur')); resolve(); }, 6000))`,
      );
      await page.evaluate(`_paq.push(['queueRequest', 'e_c=Form&e_a=Left&ca=1'])`);
      await page.goto('about:blank');
      const facts = await arrived(stack, source, path, 8);
      assert.deepEqual(deeds(facts), [
        { site: 'main', kind: 'event', name: 'Form: Begun' },
        { site: 'main', kind: 'event', name: 'Form: Left' },
        { site: 'main', kind: 'event', name: 'Map: Zoom' },
        { site: 'main', kind: 'event', name: 'link to www.gov.uk' },
        { site: 'main', kind: 'event', name: 'link to www.nhs.uk' },
        { site: 'main', kind: 'form', name: 'goal 3' },
        { site: 'main', kind: 'page' },
        { site: 'main', kind: 'search', name: 'bin days' },
      ]);
      const [download, ...others] = await seen(stack, source, '/budget-2025.pdf');
      assert.deepEqual([download?.data['kind'], others], ['download', []]);
      assert.equal(new Set(facts.map(({ data }) => data['visitorKey'])).size, 1);
      assert.deepEqual(errors, []);
      assertNowhere(stack, 'jane.original');
    });
  },
};

const shop: ClientRun = {
  name: 'matomo.js: dimensions, pages of one page, a basket, an order, errors, a long request, visits to other sites',
  run: (stack) => {
    const path = '/matomo-shop';
    const who = 'jane.original';
    const calls = [
      ['setDomains', ['127.0.0.1', '*.northmoor.example']],
      ['enableLinkTracking'],
      ['enableCrossDomainLinking'],
      ['enableJSErrorTracking'],
      ['setCustomVariable', 1, 'who', who, 'visit'],
      ['setCustomData', { who }],
      ['setExcludedQueryParams', ['uprn']],
      ['setEcommerceView', who, who, who, 10],
      ['trackPageView', who, { dimension1: who }],
      ['addEcommerceItem', who, who, who, 10, 1],
      ['trackEcommerceCartUpdate', 10],
      ['trackEcommerceOrder', who, 10],
      ['trackAllContentImpressions'],
      ['trackVisibleContentImpressions'],
      ['setPageViewId', 'abc123'],
      ['setCustomUrl', `${path}/next?who=${who}`],
      ['trackPageView'],
      ['trackEvent', 'Map', 'Long', who.repeat(300)],
      ['ping'],
    ];
    return tracked(stack, path, calls, async (page, errors) => {
      await page.waitForFunction(isReady);
      await page.evaluate(`window.onerror('${who}', 'https://www.northmoor.example/pay?who=${who}', 1, 2)`);
      const [first, ...others] = await arrived(stack, source, path, 1);
      assert.deepEqual([first?.data['kind'], others], ['page', []]);
      const next = await arrived(stack, source, `${path}/next`, 3);
      assert.deepEqual(deeds(next), [
        { site: 'main', kind: 'event', name: 'JavaScript Errors: https://www.northmoor.example/pay' },
        { site: 'main', kind: 'event', name: 'Map: Long' },
        { site: 'main', kind: 'page' },
      ]);
      await page.click('#other', { modifiers: ['Alt'] });
      assert.match(await page.evaluate(`document.querySelector('#other').href`), /[?&]pk_vid=[0-9a-f]{16}/);
      await page.waitForTimeout(3000);
      assert.equal((await seen(stack, source, `${path}/next`)).length, 3);
      assert.deepEqual(errors, []);
    });
  },
};

const leaving: ClientRun = {
  name: 'matomo.js: a visitor who opts out, and in again',
  run: (stack) => {
    const path = '/matomo-opt-out';
    return tracked(stack, path, [['trackPageView']], async (page) => {
      await arrived(stack, source, path, 1);
      await page.evaluate(`_paq.push(['optUserOut'], ['trackEvent', 'Map', 'Unseen'])`);
      await page.waitForTimeout(1000);
      assert.equal((await seen(stack, source, path)).length, 1);
      await page.evaluate(`_paq.push(['trackPageView'], ['forgetUserOptOut'], ['trackEvent', 'Map', 'Seen'])`);
      const facts = await arrived(stack, source, path, 3);
      assert.deepEqual(deeds(facts), [
        { site: 'main', kind: 'event', name: 'Map: Seen' },
        { site: 'main', kind: 'page' },
        { site: 'main', kind: 'page' },
      ]);
    });
  },
};

const ways = [
  ['without cookies', [['disableCookies']]],
  ['by images', [['setRequestMethod', 'GET']]],
  ['by forms', [['setRequestMethod', 'POST'], ['disableAlwaysUseSendBeacon']]],
  ['by beacons with a body', [['setRequestMethod', 'POST'], ['alwaysUseSendBeacon']]],
  [
    'as JSON by name',
    [['setRequestMethod', 'POST'], ['disableAlwaysUseSendBeacon'], ['setRequestContentType', 'application/json']],
  ],
  ['without consent to cookies', [['requireCookieConsent']]],
  ['without features of the browser', [['disableBrowserFeatureDetection'], ['disableCookies']]],
  ['with a visitor of the page’s own', [['setVisitorId', '6b1d0f2a7c3e4d58']]],
] as const;

const byWay = ways.map(
  ([way, calls]): ClientRun => ({
    name: `matomo.js ${way}`,
    run: (stack) => {
      const path = `/matomo-${way.replace(/[^a-z]+/gi, '-')}`;
      const event = ['trackEvent', 'Map', 'Pan'];
      return tracked(stack, path, [...calls, ['trackPageView'], event], async (_, errors) => {
        const facts = await arrived(stack, source, path, 2);
        assert.deepEqual(deeds(facts), [
          { site: 'main', kind: 'event', name: 'Map: Pan' },
          { site: 'main', kind: 'page' },
        ]);
        assert.equal(new Set(facts.map(({ data }) => data['visitorKey'])).size, 1);
        assert.deepEqual(errors, []);
      });
    },
  }),
);

const consent: ClientRun = {
  name: 'matomo.js: nothing before consent, and all of it after',
  run: (stack) => {
    const path = '/matomo-consent';
    const calls = [['requireConsent'], ['trackPageView'], ['trackEvent', 'Map', 'Tilt']];
    return tracked(stack, path, calls, async (page) => {
      await page.waitForFunction(isReady);
      await page.waitForTimeout(1500);
      assert.deepEqual(await seen(stack, source, path), []);
      await page.evaluate(`_paq.push(['setConsentGiven'])`);
      assert.equal((await arrived(stack, source, path, 2)).length, 2);
    });
  },
};

const privacy = nothingPersonal('matomo.js', trackerFile !== undefined, () => [
  'jane.original',
  '6b1d0f2a7c3e4d58',
  'x.example',
]);

export const clients: readonly ClientRun[] = [tracker, shop, leaving, ...byWay, consent, privacy];
