import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page, Response } from 'playwright-core';
import type { ClientRun, ClientStack } from '#test/clients/client.ts';
import { nothingPersonal } from '#test/clients/search.ts';
import { onServedPage } from '#test/clients/servedPage.ts';
import { arrived, deeds, seen } from '#test/clients/webFacts.ts';

// Umami's own script, unchanged. It is not on npm: whoever has it says where, UMAMI_JS=/path/script.js.

const source = 'web-umami';
const websiteId = '4b8a6f0e-2f0d-4f43-9d4e-0c1a5b7e9d21';
const { UMAMI_JS: trackerFile } = process.env;

type Attributes = Readonly<Record<string, string>>;

const tag = (stack: ClientStack, attributes: Attributes): string => {
  const all = { 'website-id': websiteId, 'host-url': stack.address(source), ...attributes };
  const written = Object.entries(all).map(([name, value]) => `data-${name}="${value}"`);
  return `<script defer src="/umami.js" ${written.join(' ')}></script>`;
};

const controls = `<button id="button" data-umami-event="Open map" data-umami-event-who="jane.umami">Map</button>
  <div data-umami-event="Open list"><b id="inner">List</b></div>
  <a id="link" href="/umami-linked?name=jane.umami" data-umami-event="Read more">More</a>`;

/** The session that the page showed, and the one that it was told; undefined once the page is gone. */
interface Exchange {
  readonly shown: string | undefined;
  readonly told: string | undefined;
}

const exchangeOf = async (response: Response): Promise<Exchange> => {
  const shown = (await response.request().allHeaders())['x-umami-cache'];
  const answer = (await response.json().catch(() => ({}))) as { cache?: string };
  return { shown, told: answer.cache };
};

const listenTo = (page: Page): readonly Promise<Exchange>[] => {
  const exchanges: Promise<Exchange>[] = [];
  page.on('response', (response) => {
    if (response.request().method() === 'POST') exchanges.push(exchangeOf(response));
  });
  return exchanges;
};

const tracked = async (
  stack: ClientStack,
  path: string,
  attributes: Attributes,
  work: (page: Page, errors: readonly string[]) => Promise<void>,
  before = '',
): Promise<'skipped' | undefined> => {
  if (trackerFile === undefined) return 'skipped';
  return onServedPage(stack, before, `${path}?email=jane.umami@x.example#jane.umami`, work, {
    body: controls + tag(stack, attributes),
    scripts: { '/umami.js': readFileSync(trackerFile, 'utf8') },
  });
};

const clicks: ClientRun = {
  name: 'Umami’s script: a page, clicks, single-page navigation, and the session of each answer sent back',
  run: (stack) => {
    const path = '/umami-original';
    return tracked(stack, path, {}, async (page, errors) => {
      await arrived(stack, source, path, 1);
      const exchanges = listenTo(page);
      await page.click('#button');
      await arrived(stack, source, path, 2);
      await page.click('#inner');
      await arrived(stack, source, path, 3);
      await page.evaluate(`history.pushState({}, '', '/umami-original/next?name=jane.umami')`);
      await arrived(stack, source, `${path}/next`, 1);
      await page.evaluate(`history.replaceState({}, '', '/umami-original/next?name=jane.umami')`);
      await page.click('#link');
      await page.waitForURL('**/umami-linked?*');
      await arrived(stack, source, '/umami-linked', 1);
      const facts = [path, `${path}/next`, '/umami-linked'].map((at) => seen(stack, source, at));
      const [first, next] = await Promise.all(facts);
      assert.deepEqual(deeds(first ?? []), [
        { site: 'main', kind: 'event', name: 'Open list' },
        { site: 'main', kind: 'event', name: 'Open map' },
        { site: 'main', kind: 'page' },
      ]);
      assert.deepEqual(deeds(next ?? []), [
        { site: 'main', kind: 'event', name: 'Read more' },
        { site: 'main', kind: 'page' },
      ]);
      assertOneSession(await Promise.all(exchanges), 4);
      assert.deepEqual(errors, []);
    });
  },
};

/** What the first answer said is shown with every request that comes after it, and answered with itself. */
const assertOneSession = (exchanges: readonly Exchange[], atLeast: number): void => {
  const later = exchanges.filter(({ shown }) => shown !== undefined);
  assert.ok(later.length >= atLeast, `${later.length} of ${exchanges.length} showed a session`);
  const sessions = later.flatMap(({ shown, told }) => [shown, told ?? shown]);
  assert.equal(new Set(sessions).size, 1);
};

const ways: ClientRun = {
  name: 'Umami’s script: track in each of its forms, identify, performance and errors',
  run: (stack) => {
    const path = '/umami-ways';
    const attributes = { 'auto-track': 'false', performance: 'true', errors: 'true', tag: 'jane.umami' };
    return tracked(stack, path, attributes, async (page, errors) => {
      await page.waitForFunction('window.umami');
      const asked = page.waitForRequest((request) => (request.postData() ?? '').includes('"type":"error"'));
      await page.evaluate(`(async () => {
        await umami.track();
        await umami.track('Begun');
        await umami.track('Sent', { email: 'jane.umami@x.example' });
        await umami.track('Paid', { commerce: { currency: 'GBP', orderId: 'jane.umami', items: [] } });
        await umami.track({ website: '${websiteId}', url: '${path}?who=jane.umami', title: 'jane.umami' });
        await umami.track((own) => ({ ...own, name: 'Made', data: { who: 'jane.umami' } }));
        await umami.identify({ email: 'jane.umami@x.example' });
        await umami.identify('jane.umami', { plan: 'jane.umami' });
        await umami.track('As somebody');
        await umami.identify({ id: 'jane.umami.other' });
        await umami.track('As somebody else');
        await umami.captureException?.(new Error('jane.umami was here'));
      })()`);
      const error = await (await asked).response();
      assert.equal(error?.status(), 200);
      const facts = await arrived(stack, source, path, 8);
      const named = ['As somebody else', 'As somebody', 'Begun', 'Made', 'Paid', 'Sent'];
      assert.deepEqual(deeds(facts), [
        ...named.map((name) => ({ site: 'main', kind: 'event', name })),
        { site: 'main', kind: 'page' },
        { site: 'main', kind: 'page' },
      ]);
      assert.equal(new Set(facts.map(({ data }) => data['visitorKey'])).size, 3);
      assert.deepEqual(errors, []);
    });
  },
};

const refusing = "Object.defineProperty(navigator, 'doNotTrack', { value: '1' });";

/** Each: its attributes, what the page does before, and the addresses that arrive. */
const settings: readonly (readonly [string, Attributes, string, number])[] = [
  ['without query and fragment', { 'exclude-search': 'true', 'exclude-hash': 'true' }, '', 1],
  ['for this host among others', { domains: 'www.northmoor.example, 127.0.0.1' }, '', 1],
  ['for another host', { domains: 'www.northmoor.example' }, '', 0],
  ['switched off in this browser', {}, "localStorage.setItem('umami.disabled', '1');", 0],
  ['where it heeds do not track', { 'do-not-track': 'true' }, refusing, 0],
  ['where it does not', {}, refusing, 1],
  ['with cookies of the endpoint', { 'fetch-credentials': 'include' }, '', 1],
  ['with the visitor’s own id', { 'distinct-id': 'jane.umami' }, '', 1],
  ['with a page that changes what is sent', { 'before-send': 'change' }, 'window.change = (_, own) => own;', 1],
  ['with a page that sends nothing', { 'before-send': 'change' }, 'window.change = () => null;', 0],
];

const bySetting = settings.map(
  ([setting, attributes, before, count]): ClientRun => ({
    name: `Umami’s script ${setting}: ${count === 0 ? 'nothing' : 'a page'}`,
    run: (stack) => {
      const path = `/umami-${setting.replace(/[^a-z]+/g, '-')}`;
      return tracked(
        stack,
        path,
        attributes,
        async (page, errors) => {
          await page.waitForFunction('window.umami');
          if (count === 0) await page.waitForTimeout(1000);
          assert.deepEqual(
            deeds(await arrived(stack, source, path, count)),
            Array(count).fill({ site: 'main', kind: 'page' }),
          );
          assert.deepEqual(errors, []);
        },
        before,
      );
    },
  }),
);

const privacy = nothingPersonal('Umami’s script', trackerFile !== undefined, () => ['jane.umami', 'x.example']);

export const clients: readonly ClientRun[] = [clicks, ways, ...bySetting, privacy];
