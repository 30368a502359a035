import assert from 'node:assert/strict';
import { Umami } from '@umami/node';
import type { ClientRun } from '#test/clients/client.ts';
import { curl } from '#test/clients/curl.ts';
import { onServedPage } from '#test/clients/servedPage.ts';
import { arrived, assertNowhere, deeds, seen } from '#test/clients/webFacts.ts';

const source = 'web-umami';
const websiteId = '4b8a6f0e-2f0d-4f43-9d4e-0c1a5b7e9d21';

const node: ClientRun = {
  name: '@umami/node: a page, an event and who it was',
  async run(stack) {
    const url = '/umami-node';
    const umami = new Umami({ websiteId, hostUrl: stack.address(source) });
    const page = await umami.track({
      url: `${url}?email=jane.node@x.example`,
      hostname: 'www.northmoor.example',
      title: 'jane.node',
    });
    assert.equal(page.status, 200);
    const session = await page.json();
    assert.deepEqual(Object.keys(session), ['cache', 'sessionId', 'visitId']);
    await umami.track({ url, name: 'Sign up', data: { email: 'jane.node@x.example' } });
    assert.equal((await umami.identify({ email: 'jane.node@x.example' })).status, 200);
    assert.equal((await umami.track('Without a page')).status, 200);
    assert.deepEqual(deeds(await arrived(stack, source, url, 2)), [
      { site: 'main', kind: 'event', name: 'Sign up' },
      { site: 'main', kind: 'page' },
    ]);
    assertNowhere(stack, 'jane.node');
    return undefined;
  },
};

/** As Umami's own script posts: with a header that makes the browser ask first, and what it was answered in the next. */
const module = (address: string, path: string) => `
  const payload = { website: '${websiteId}', hostname: 'www.northmoor.example', url: location.origin + '${path}?a=jane.page', title: document.title };
  const send = (payload, cache) => fetch('${address}/api/send', {
    keepalive: true,
    method: 'POST',
    body: JSON.stringify({ type: 'event', payload }),
    headers: { 'Content-Type': 'application/json', 'x-umami-website-id': '${websiteId}', 'x-umami-hostname': location.hostname, ...(cache && { 'x-umami-cache': cache }) },
    credentials: 'omit',
  }).then((answer) => answer.json());
  send(payload).then((first) => send({ ...payload, name: 'Open map' }, first.cache).then((second) => { window.answers = [first, second]; }));`;

const page: ClientRun = {
  name: 'fetch in Chromium as Umami’s script does it: preflight, then the session of the first answer',
  async run(stack) {
    const path = '/umami-page';
    return onServedPage(stack, module(stack.address(source), path), path, async (page, errors) => {
      await page.waitForFunction('window.answers');
      const [first, second] = (await page.evaluate('window.answers')) as object[];
      assert.deepEqual(second, first);
      const facts = await arrived(stack, source, path, 2);
      assert.equal(new Set(facts.map(({ data }) => data['visitorKey'])).size, 1);
      assert.deepEqual(errors, []);
      assertNowhere(stack, 'jane.page');
    });
  },
};

const batch: ClientRun = {
  name: 'curl, a batch with one bad record, and a crawler',
  async run(stack) {
    const path = '/umami-batch';
    const record = (url: string) => ({
      type: 'event',
      payload: { website: websiteId, hostname: 'www.northmoor.example', url },
    });
    const json = ['-H', 'content-type: application/json', '--data-binary', '@-'];
    const answer = await curl(
      [...json, `${stack.address(source)}/api/batch`],
      JSON.stringify([record(path), record('javascript:alert(1)'), record(path)]),
    );
    assert.equal(answer.status, 200);
    const { size, processed, errors, details, cache } = JSON.parse(answer.body);
    assert.deepEqual([size, processed, errors, details[0].index, typeof cache], [3, 2, 1, 1, 'string']);
    assert.equal((await seen(stack, source, path)).length, 2);
    const bot = await curl(
      [...json, '-A', 'Mozilla/5.0 (compatible; bingbot/2.0)', `${stack.address(source)}/api/send`],
      JSON.stringify(record(path)),
    );
    assert.deepEqual(JSON.parse(bot.body), { beep: 'boop' });
    assert.equal((await seen(stack, source, path)).length, 2);
    return undefined;
  },
};

export const clients: readonly ClientRun[] = [node, page, batch];
