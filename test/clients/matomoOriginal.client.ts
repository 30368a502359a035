import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { ClientRun, ClientStack } from '#test/clients/client.ts';
import { everythingKept, placesOf } from '#test/clients/search.ts';
import { onServedPage } from '#test/clients/servedPage.ts';
import { arrived, assertNowhere, deeds, seen } from '#test/clients/webFacts.ts';

// Matomo's own tracker and log importer, unchanged. Neither is on npm, and the importer's licence is not ours: whoever has
// them says where, MATOMO_JS=/path/matomo.js MATOMO_IMPORT=/path/import_logs.py.

const source = 'web-analytics';
const { MATOMO_JS: trackerFile, MATOMO_IMPORT: importerFile } = process.env;
const tokenOf = (stack: ClientStack): string => stack.keys(source).tokens[0] ?? '';

/** Matomo's own snippet: what is to be done is queued, and the tracker loaded beside the page. */
const snippet = (stack: ClientStack, calls: readonly (readonly unknown[])[]): string => `
  window._paq = ${JSON.stringify([['setTrackerUrl', `${stack.address(source)}/matomo.php`], ['setSiteId', '1'], ...calls])};
  const script = document.createElement('script');
  script.async = true;
  script.src = '/matomo.js';
  document.head.append(script);`;

const links = `<a id="out" href="https://www.gov.uk/renew?name=jane.original" target="_blank">Renew</a>
  <a id="file" href="/budget-2025.pdf" target="_blank">Budget</a>
  <div data-track-content data-content-name="advert"><a id="in" href="https://www.nhs.uk/flu" target="_blank">Flu</a></div>`;

const tracked = async (
  stack: ClientStack,
  path: string,
  calls: readonly (readonly unknown[])[],
  work: (page: Page, errors: readonly string[]) => Promise<void>,
): Promise<'skipped' | undefined> => {
  if (trackerFile === undefined) return 'skipped';
  const scripts = { '/matomo.js': readFileSync(trackerFile, 'utf8') };
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

const ways = [
  ['without cookies', [['disableCookies']]],
  ['by images', [['setRequestMethod', 'GET']]],
  ['by forms', [['setRequestMethod', 'POST'], ['disableAlwaysUseSendBeacon']]],
] as const;

const byWay = ways.map(
  ([way, calls]): ClientRun => ({
    name: `matomo.js ${way}`,
    run: (stack) => {
      const path = `/matomo-${way.replaceAll(' ', '-')}`;
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

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0';
const day = '2024-11-06';

interface Line {
  readonly path: string;
  readonly second?: number;
  readonly address?: string;
  readonly agent?: string;
  readonly status?: number;
  readonly user?: string;
  readonly host?: string;
}

/** As Apache and nginx write by default. */
const lineOf = ({
  path,
  second = 0,
  address = '192.0.2.61',
  agent = firefox,
  status = 200,
  user = '-',
  host,
}: Line) => {
  const time = new Date(Date.UTC(2024, 10, 6, 9, 0, second)).toISOString().slice(11, 19);
  const request = `"GET ${path} HTTP/1.1" ${status} 512 "https://x.example/?q=jane.line" "${agent}"`;
  return `${host ? `${host} ` : ''}${address} - ${user} [06/Nov/2024:${time} +0000] ${request}\n`;
};
const logOf = (lines: readonly Line[]): string => lines.map(lineOf).join('');

const run = promisify(execFile);

/** What the importer says when it is done. */
async function imported(stack: ClientStack, log: string | Buffer, options: readonly string[], name = 'access.log') {
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-log-'));
  const file = join(folder, name);
  writeFileSync(file, log);
  const url = `--url=${stack.address(source)}`;
  try {
    const { stdout } = await run('python3', [importerFile ?? '', url, '--retry-delay=1', ...options, file]);
    return Number(/(\d+) requests imported successfully/.exec(stdout)?.[1]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const importing = (name: string, work: (stack: ClientStack, token: string) => Promise<void>): ClientRun => ({
  name: `Matomo’s log importer: ${name}`,
  async run(stack) {
    if (importerFile === undefined) return 'skipped';
    await work(stack, tokenOf(stack));
    assertNowhere(stack, tokenOf(stack), 'jane.line', '192.0.2.61');
    return undefined;
  },
});

const countAt = async (stack: ClientStack, path: string): Promise<number> =>
  (await seen(stack, source, path, day)).length;

const importers: readonly ClientRun[] = [
  importing('a log, and the same again', async (stack, token) => {
    const path = '/log-again';
    const pages = Array.from({ length: 450 }, (_, second) => ({ path: `${path}?email=jane.line@x.example`, second }));
    const log = logOf([
      ...pages,
      { path, second: 1000, agent: 'Googlebot/2.1' },
      { path, second: 1001, status: 404 },
      { path: '/site.css', second: 1002 },
      { path: '/log-again.pdf', second: 1003, user: 'jane.line' },
      { path, second: 1004 },
      { path, second: 1004 },
    ]);
    for (const _ of [1, 2]) {
      assert.equal(await imported(stack, log, [`--token-auth=${token}`, '--idsite=1']), 453);
      assert.equal(await countAt(stack, path), 452);
      assert.equal(await countAt(stack, '/log-again.pdf'), 1);
    }
  }),
  importing('eight recorders, bots and files, from one address', async (stack, token) => {
    const path = '/log-recorders';
    const pages = Array.from({ length: 1600 }, (_, second) => ({ path, second }));
    const log = logOf([...pages, { path: '/log.css', second: 1 }, { path, second: 2000, agent: 'Googlebot/2.1' }]);
    const options = [`--token-auth=${token}`, '--idsite=1', '--recorders=8', '--enable-bots', '--enable-static'];
    assert.equal(await imported(stack, log, options), 1602);
    assert.equal(await countAt(stack, path), 1600);
    assert.equal(await countAt(stack, '/log.css'), 1);
  }),
  importing('two recorders, a packed log, some paths left out', async (stack, token) => {
    const lines = Array.from({ length: 300 }, (_, second) => ({
      path: second % 3 === 0 ? '/log-packed/admin/x' : '/log-packed',
      address: `192.0.2.${second % 50}`,
      second,
    }));
    const options = [`--token-auth=${token}`, '--idsite=1', '--recorders=2', '--exclude-path=*/admin/*'];
    assert.equal(await imported(stack, gzipSync(logOf(lines)), options, 'access.log.gz'), 200);
    assert.equal(await countAt(stack, '/log-packed'), 200);
    assert.equal(await countAt(stack, '/log-packed/admin/x'), 0);
  }),
  importing('hosts that it asks for, with the token as password', async (stack, token) => {
    const path = '/log-hosts';
    const log = logOf([
      { path, host: 'www.northmoor.example' },
      { path, host: 'my.northmoor.example' },
      { path, host: 'other.example' },
    ]);
    assert.equal(await imported(stack, log, ['--login=any', `--password=${token}`]), 3);
    assert.deepEqual(deeds(await seen(stack, source, path, day)), [
      { site: 'main', kind: 'page' },
      { site: 'my-account', kind: 'page' },
    ]);
  }),
  importing('a log of IIS', async (stack, token) => {
    const path = '/log-iis';
    const fields =
      'date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer)';
    const line = (time: string, query: string) =>
      `${day} ${time} 10.0.0.1 GET ${path} ${query} 443 - 192.0.2.61 ${firefox.replaceAll(' ', '+')} - 200 0 0 15\r\n`;
    const head = `#Software: Microsoft Internet Information Services 10.0\r\n#Version: 1.0\r\n#Date: ${day} 09:00:00\r\n`;
    const log = `${head}#Fields: ${fields} sc-status sc-substatus sc-win32-status time-taken\r\n${line('09:00:00', '-')}${line('09:00:01', 'email=jane.line@x.example')}`;
    assert.equal(await imported(stack, log, [`--token-auth=${token}`, '--idsite=1']), 2);
    assert.deepEqual(deeds(await seen(stack, source, path, day)), Array(2).fill({ site: 'main', kind: 'page' }));
  }),
  importing('requests of trackers, sent on from a log', async (stack, token) => {
    const path = '/log-replayed';
    const hit = (own: string) =>
      `/matomo.php?${own}&idsite=1&rec=1&url=${encodeURIComponent(`https://www.northmoor.example${path}?q=jane.line`)}&_id=6b1d0f2a7c3e4d58&uid=jane.line&send_image=0`;
    const log = logOf([
      { path: hit('action_name=jane.line&r=1') },
      { path: hit('e_c=Map&e_a=Zoom&ca=1&r=2'), status: 204 },
      { path: hit('ping=1&r=3') },
      { path },
    ]);
    for (const _ of [1, 2]) {
      assert.equal(await imported(stack, log, [`--token-auth=${token}`, '--replay-tracking']), 3);
      assert.deepEqual(deeds(await seen(stack, source, path, day)), [
        { site: 'main', kind: 'event', name: 'Map: Zoom' },
        { site: 'main', kind: 'page' },
      ]);
    }
  }),
  importing('a token that is not the source’s', async (stack) => {
    const log = logOf([{ path: '/log-refused' }]);
    await assert.rejects(imported(stack, log, ['--token-auth=not-ours', '--idsite=1']), /not one of this source/);
  }),
];

/** Not as the files stand only, but unpacked and item by item. */
const privacy: ClientRun = {
  name: 'matomo.js and the importer: nothing personal of theirs is kept',
  async run(stack) {
    if (trackerFile === undefined && importerFile === undefined) return 'skipped';
    const kept = await everythingKept(stack);
    const planted = ['jane.original', 'jane.line', '192.0.2.61', '6b1d0f2a7c3e4d58', 'x.example', tokenOf(stack)];
    for (const text of planted) assert.deepEqual(placesOf(text, kept), [], text);
    return undefined;
  },
};

export const clients: readonly ClientRun[] = [tracker, ...byWay, consent, ...importers, privacy];
