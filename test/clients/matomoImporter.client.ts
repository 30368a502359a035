import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { ClientRun, ClientStack } from '#test/clients/client.ts';
import { nothingPersonal } from '#test/clients/search.ts';
import { assertNowhere, deeds, seen } from '#test/clients/webFacts.ts';

// Matomo's own log importer, unchanged. It is not on npm, and its licence is not ours: whoever has it says where,
// MATOMO_IMPORT=/path/import_logs.py.

const source = 'web-analytics';
const { MATOMO_IMPORT: importerFile } = process.env;
const tokenOf = (stack: ClientStack): string => stack.keys(source).tokens[0] ?? '';

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
  importing('logs of nginx as JSON, of the W3C and of CloudFront', async (stack, token) => {
    const path = '/log-formats';
    const nginx = (second: number) =>
      JSON.stringify({
        ip: '192.0.2.61',
        host: 'www.northmoor.example',
        path: `${path}?q=jane.line`,
        status: '200',
        referrer: 'https://x.example/?q=jane.line',
        user_agent: firefox,
        length: 512,
        generation_time_milli: 0.012,
        date: `${day}T09:00:0${second}+00:00`,
      });
    const w3c = `#Version: 1.0\n#Fields: date time cs-uri-stem cs-uri-query c-ip cs(User-Agent) cs(Referer) sc-status sc-bytes cs-host time-taken
${day} 09:00:02 ${path} q=jane.line 192.0.2.61 "${firefox}" https://x.example/ 200 512 www.northmoor.example 0.012\n`;
    const cloudFront = [
      '#Version: 1.0',
      '#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken',
      [
        ...[day, '09:00:03', 'LHR50-C1', '512', '192.0.2.61', 'GET', 'd1.cloudfront.net', path, '200', '-'],
        ...[
          encodeURIComponent(firefox),
          'q=jane.line',
          '-',
          'Hit',
          'jane.line==',
          'www.northmoor.example',
          'https',
          '99',
          '0.012',
        ],
      ].join('\t'),
      '',
    ].join('\n');
    const own = [`--token-auth=${token}`, '--idsite=1'];
    assert.equal(await imported(stack, `${nginx(0)}\n${nginx(1)}\n`, [...own, '--log-format-name=nginx_json']), 2);
    assert.equal(await imported(stack, w3c, own), 1);
    assert.equal(await imported(stack, cloudFront, own), 1);
    assert.deepEqual(deeds(await seen(stack, source, path, day)), Array(4).fill({ site: 'main', kind: 'page' }));
  }),
  importing('a trial, small bundles, what broke off taken up again, lines that are none', async (stack, token) => {
    const path = '/log-resumed';
    const lines = Array.from({ length: 100 }, (_, second) => lineOf({ path: `${path}?q=jane.line`, second }));
    const log = [...lines.slice(0, 50), 'jane.line is no line of a log\n', '\n', ...lines.slice(50)].join('');
    const own = [`--token-auth=${token}`, '--idsite=1', '--log-format-name=ncsa_extended', '--strip-query-string'];
    await imported(stack, log, [...own, '--dry-run']);
    assert.equal(await countAt(stack, path), 0);
    assert.equal(await imported(stack, lines.slice(0, 40).join(''), [...own, '--recorder-max-payload-size=7']), 40);
    assert.equal(await countAt(stack, path), 40);
    assert.equal(await imported(stack, log, [...own, '--skip=30', '--recorder-max-payload-size=1']), 70);
    assert.equal(await countAt(stack, path), 100);
  }),
  importing('errors and redirects, paths and hosts', async (stack, token) => {
    const path = '/log-chosen';
    const log = logOf([
      { path, host: 'www.northmoor.example' },
      { path, host: 'www.northmoor.example', second: 1, status: 404 },
      { path, host: 'www.northmoor.example', second: 2, status: 301 },
      { path, host: 'my.northmoor.example', second: 3 },
      { path: '/log-not-chosen', host: 'www.northmoor.example', second: 4 },
    ]);
    const chosen = [`--token-auth=${token}`, '--hostname=www.northmoor.example', '--include-path=/log-chosen*'];
    assert.equal(await imported(stack, log, [...chosen, '--enable-http-errors', '--enable-http-redirects']), 3);
    assert.deepEqual(deeds(await seen(stack, source, path, day)), Array(3).fill({ site: 'main', kind: 'page' }));
    assert.equal(await countAt(stack, '/log-not-chosen'), 0);
    const alone = [`--token-auth=${token}`, '--log-hostname=my.northmoor.example'];
    assert.equal(await imported(stack, logOf([{ path, second: 9 }]), alone), 1);
    assert.equal((await seen(stack, source, path, day)).filter(({ data }) => data['site'] === 'my-account').length, 1);
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

const privacy = nothingPersonal('Matomo’s log importer', importerFile !== undefined, (stack) => [
  'jane.line',
  '192.0.2.61',
  '6b1d0f2a7c3e4d58',
  'x.example',
  tokenOf(stack),
]);

export const clients: readonly ClientRun[] = [...importers, privacy];
