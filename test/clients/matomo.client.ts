import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { ClientRun, ClientStack } from '#test/clients/client.ts';
import { curl } from '#test/clients/curl.ts';
import { onServedPage } from '#test/clients/servedPage.ts';
import { arrived, assertNowhere, deeds, seen } from '#test/clients/webFacts.ts';

/** It comes without types. */
interface Tracker {
  on(name: 'error', take: (problem: unknown) => void): void;
  track(options: string | Readonly<Record<string, string>>): void;
  trackBulk(events: readonly object[], take: (answer: string) => void): void;
}
const MatomoTracker: new (siteId: number, address: string) => Tracker = createRequire(import.meta.url)(
  'matomo-tracker',
);

const source = 'web-analytics';
const www = 'https://www.northmoor.example';
const tokenOf = (stack: ClientStack): string => stack.keys(source).tokens[0] ?? '';

const single: ClientRun = {
  name: 'matomo-tracker, one at a time',
  async run(stack) {
    const path = '/matomo-single';
    const tracker = new MatomoTracker(1, `${stack.address(source)}/matomo.php`);
    const problems: unknown[] = [];
    tracker.on('error', (problem) => problems.push(problem));
    tracker.track(`${www}${path}?email=jane.single@x.example`);
    tracker.track({
      url: `${www}${path}`,
      action_name: 'jane.single',
      e_c: 'Map',
      e_a: 'Zoom',
      e_n: 'jane.single',
      uid: 'jane.single',
    });
    assert.deepEqual(deeds(await arrived(stack, source, path, 2)), [
      { site: 'main', kind: 'event', name: 'Map: Zoom' },
      { site: 'main', kind: 'page' },
    ]);
    assert.deepEqual(problems, []);
    assertNowhere(stack, 'jane.single');
    return undefined;
  },
};

const bulk: ClientRun = {
  name: 'matomo-tracker, many at once: one of last year without a token, one with it',
  async run(stack) {
    const path = '/matomo-bulk';
    const tracker = new MatomoTracker(2, `${stack.address(source)}/piwik.php`);
    const url = `${www}${path}`;
    const cdt = '2024-11-04 12:00:00';
    const answer = await new Promise<string>((resolve) =>
      tracker.trackBulk([{ url }, { url, cdt }, { url, cdt, token_auth: tokenOf(stack) }], resolve),
    );
    assert.deepEqual(JSON.parse(answer), { status: 'success', tracked: 2, invalid: 1, invalid_indices: [1] });
    assert.deepEqual(deeds(await arrived(stack, source, path, 1)), [{ site: 'my-account', kind: 'page' }]);
    assert.equal((await seen(stack, source, path, '2024-11-04')).length, 1);
    assertNowhere(stack, tokenOf(stack));
    return undefined;
  },
};

/** As matomo.js 5 sends: a beacon with everything in the address and an empty body, many as JSON called a form, an image. */
const module = (address: string) => `
  const form = 'application/x-www-form-urlencoded; charset=UTF-8';
  const hit = (own, r) => own + '&idsite=1&rec=1&r=' + r + '&h=10&m=4&s=9&url=' + encodeURIComponent(location.href) + '&_id=6b1d0f2a7c3e4d58&send_image=0';
  const address = '${address}/matomo.php';
  navigator.sendBeacon(address + '?' + hit('action_name=jane.script', 1), new Blob([], { type: form }));
  navigator.sendBeacon(address, new Blob(['{"requests":["?' + hit('search=Bins', 2) + '","?' + hit('ping=1', 3) + '"],"send_image":0}'], { type: form }));
  const request = new XMLHttpRequest();
  request.open('POST', address, true);
  request.onreadystatechange = () => { if (request.readyState === 4) window.posted = request.status; };
  request.setRequestHeader('Content-Type', form);
  request.withCredentials = true;
  request.send(hit('e_c=Map&e_a=Zoom', 4));
  const image = new Image(1, 1);
  image.onload = () => { window.image = [image.naturalWidth, image.naturalHeight]; };
  image.src = address + '?' + hit('idgoal=5', 5).replace('send_image=0', 'send_image=1');`;

const script: ClientRun = {
  name: 'Chromium as matomo.js does it: beacon, bulk, cross-origin form with cookies, image',
  async run(stack) {
    const path = '/matomo-script';
    return onServedPage(
      stack,
      module(stack.address(source)),
      `${path}?email=jane.script@x.example`,
      async (page, errors) => {
        await page.waitForFunction('window.posted && window.image');
        assert.deepEqual(await page.evaluate('[window.posted, window.image]'), [204, [1, 1]]);
        const facts = await arrived(stack, source, path, 4);
        assert.deepEqual(deeds(facts), [
          { site: 'main', kind: 'event', name: 'Map: Zoom' },
          { site: 'main', kind: 'form', name: 'goal 5' },
          { site: 'main', kind: 'page' },
          { site: 'main', kind: 'search', name: 'bins' },
        ]);
        assert.equal(new Set(facts.map(({ data }) => data['visitorKey'])).size, 1);
        assert.deepEqual(errors, []);
        assertNowhere(stack, 'jane.script', '6b1d0f2a7c3e4d58');
      },
    );
  },
};

const asImporter = (address: string, body: string | object) => {
  const type = typeof body === 'string' ? 'application/x-www-form-urlencoded' : 'application/json';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return curl(['-A', 'Matomo/LogImport', '-H', `content-type: ${type}`, '--data-binary', '@-', address], text);
};

const importer: ClientRun = {
  name: 'curl as Matomo’s log importer: its questions, then lines of a log, twice',
  async run(stack) {
    const address = stack.address(source);
    const ask = async (method: string, rest: string) => {
      const answer = await asImporter(
        `${address}/`,
        `module=API&format=json&method=${method}&filter_limit=-1&token_auth=${tokenOf(stack)}&${rest}`,
      );
      assert.equal(answer.status, 200);
      return JSON.parse(answer.body);
    };
    const { main_url } = await ask('SitesManager.getSiteFromId', 'idSite=1');
    assert.equal(main_url, www);
    assert.deepEqual(await ask('SitesManager.getSitesIdFromSiteUrl', 'url=other.example'), []);
    const path = '/matomo-log';
    const line = {
      rec: '1',
      apiv: '1',
      url: `${main_url}${path}?email=jane.log@x.example`,
      cip: '192.0.2.44',
      cdt: '2024-10-27 00:30:00',
      idsite: '1',
      ua: 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
    };
    const lines = {
      token_auth: tokenOf(stack),
      requests: [line, line, { ...line, cip: '192.0.2.45' }, { ...line, ua: 'Googlebot/2.1' }, null],
    };
    for (const _ of [1, 2]) {
      const answer = await asImporter(`${address}/piwik.php?queuedtracking=0`, lines);
      assert.deepEqual(
        [answer.status, JSON.parse(answer.body)],
        [200, { status: 'success', tracked: 5, invalid: 0, invalid_indices: [] }],
      );
    }
    const facts = await seen(stack, source, path, '2024-10-27');
    assert.equal(facts.length, 3);
    assert.equal(new Set(facts.map(({ data }) => data['visitorKey'])).size, 2);
    assertNowhere(stack, tokenOf(stack), 'jane.log', '192.0.2.44');
    return undefined;
  },
};

const image: ClientRun = {
  name: 'curl, an image of 43 bytes, and a page of another site',
  async run(stack) {
    const path = '/matomo-image';
    const address = `${stack.address(source)}/matomo.php?idsite=1&rec=1&url=${www}${path}`;
    const answer = await curl([address]);
    assert.deepEqual(
      [answer.status, answer.headers['content-type'], answer.headers['content-length']],
      [200, 'image/gif', '43'],
    );
    const foreign = await curl(['-H', 'referer: https://other.example/', address]);
    assert.equal(foreign.status, 403);
    assert.equal((await seen(stack, source, path)).length, 1);
    return undefined;
  },
};

export const clients: readonly ClientRun[] = [single, bulk, script, importer, image];
