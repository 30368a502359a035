import assert from 'node:assert/strict';
import { type ClientRun, eventually } from '#test/clients/client.ts';
import { curl } from '#test/clients/curl.ts';
import { onServedPage } from '#test/clients/servedPage.ts';
import { arrived, assertNowhere, deeds, seen } from '#test/clients/webFacts.ts';

const source = 'web-plausible';

const newer: ClientRun = {
  name: '@plausible-analytics/tracker in Chromium: a page, an event, a download, and a visit’s end',
  async run(stack) {
    const path = '/plausible-newer';
    const module = `
      import { init, track } from '@plausible-analytics/tracker';
      const answer = (name) => ({ callback: (said) => { window.answers = { ...window.answers, [name]: said }; } });
      init({ domain: 'www.northmoor.example', endpoint: '${stack.address(source)}/api/event', captureOnLocalhost: true, fileDownloads: true });
      track('Sign up', { props: { email: 'jane.newer@x.example' }, ...answer('event') });
      track('File Download', { props: { url: 'https://www.northmoor.example${path}?token=jane.newer' }, ...answer('download') });`;
    return onServedPage(stack, module, `${path}?email=jane.newer@x.example#top`, async (page, errors) => {
      const facts = await arrived(stack, source, path, 3);
      assert.deepEqual(deeds(facts), [
        { site: 'main', kind: 'download' },
        { site: 'main', kind: 'event', name: 'Sign up' },
        { site: 'main', kind: 'page' },
      ]);
      assert.equal(new Set(facts.map(({ data }) => data['visitorKey'])).size, 1);
      const answers = await eventually(async () =>
        page.evaluate('window.answers && window.answers.download && window.answers'),
      );
      assert.deepEqual(answers, { event: { status: 202 }, download: { status: 202 } });
      const leaving = page.waitForResponse((response) => (response.request().postData() ?? '').includes('engagement'));
      await page.evaluate("history.pushState({}, '', '/plausible-newer-next')");
      const left = await leaving;
      assert.deepEqual([left.status(), left.headers()['x-plausible-dropped']], [202, '1']);
      await arrived(stack, source, '/plausible-newer-next', 1);
      assert.equal((await seen(stack, source, path)).length, 3);
      assert.deepEqual(errors, []);
      assertNowhere(stack, 'jane.newer');
    });
  },
};

const older: ClientRun = {
  name: 'plausible-tracker in Chromium: a page and an event, its properties as text',
  async run(stack) {
    const path = '/plausible-older';
    const module = `
      import Plausible from 'plausible-tracker';
      const { trackPageview, trackEvent } = Plausible({ domain: 'my.northmoor.example', apiHost: '${stack.address(source)}', trackLocalhost: true });
      trackPageview();
      trackEvent('Outbound Link: Click', { props: { url: 'https://www.gov.uk/renew?name=jane.older' } });`;
    return onServedPage(stack, module, path, async (_, errors) => {
      const facts = await arrived(stack, source, path, 2);
      assert.deepEqual(deeds(facts), [
        { site: 'my-account', kind: 'event', name: 'link to www.gov.uk' },
        { site: 'my-account', kind: 'page' },
      ]);
      assert.deepEqual(errors, []);
      assertNowhere(stack, 'jane.older');
    });
  },
};

const foreign: ClientRun = {
  name: 'curl as a page of another site, and as a crawler: not counted',
  async run(stack) {
    const path = '/plausible-foreign';
    const body = JSON.stringify({
      n: 'pageview',
      u: `https://www.northmoor.example${path}`,
      d: 'www.northmoor.example',
    });
    const address = `${stack.address(source)}/api/event`;
    const refused = await curl(
      ['-H', 'origin: https://other.example', '-H', 'content-type: text/plain', '--data-binary', '@-', address],
      body,
    );
    assert.equal(refused.status, 403);
    assert.equal(refused.headers['access-control-allow-origin'], undefined);
    const bot = await curl(['-A', 'Mozilla/5.0 (compatible; Googlebot/2.1)', '--data-binary', '@-', address], body);
    assert.deepEqual([bot.status, bot.body, bot.headers['x-plausible-dropped']], [202, 'ok', '1']);
    assert.deepEqual(await seen(stack, source, path), []);
    return undefined;
  },
};

export const clients: readonly ClientRun[] = [newer, older, foreign];
