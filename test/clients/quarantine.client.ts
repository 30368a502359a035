import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import { main } from '#cli/main.ts';
import type { ClientRun, ClientStack } from '#test/clients/client.ts';
import { curl } from '#test/clients/curl.ts';

const source = 'cdn-to-mend';
const day = '2025-04-29';
const columns = ['timestamp', 'cs-method', 'sc-status', 'cs-host', 'cs-uri-stem', 'cs-user-agent', 'c-ip'];

/** Its mapping lists no columns, so that it expects CloudFront's forty. */
export const sources = [{ id: source, adapter: 'firehose', trust: 'token' }];

const lineOf = (path: string, second: number): string =>
  [
    Date.parse(`${day}T09:00:00Z`) / 1000 + second,
    'GET',
    '200',
    'www.northmoor.example',
    path,
    'Mozilla/5.0%20(X11)%20Firefox/138.0',
    '203.0.113.77',
  ].join('\t');

const deliver = async (stack: ClientStack, lines: readonly string[]): Promise<void> => {
  const records = lines.map((line) => ({ data: Buffer.from(line).toString('base64') }));
  const key = `X-Amz-Firehose-Access-Key: ${stack.keys(source).tokens[0]}`;
  const body = JSON.stringify({ requestId: 'r', timestamp: Date.now(), records });
  const { status } = await curl(
    ['-H', key, '-H', 'Content-Type: application/json', '--data-binary', '@-', stack.address(source)],
    body,
  );
  assert.equal(status, 200);
};

/** The command itself, against the stack that is up; what it prints with --json. */
async function quarterlight(stack: ClientStack, words: readonly string[]) {
  const printed = { out: '', err: '' };
  const screen = (name: keyof typeof printed) => ({
    isTTY: false,
    write(text: string) {
      printed[name] += text;
      return true;
    },
  });
  const root = dirname(stack.folder);
  const code = await main([...words, '--json'], {
    root,
    folder: stack.folder,
    here: root,
    now: () => new Date(),
    stdout: screen('out'),
    stderr: screen('err'),
  });
  assert.equal(code, 0, printed.err);
  return JSON.parse(printed.out);
}

const pushColumns = async (stack: ClientStack): Promise<void> => {
  const file = join(dirname(stack.folder), 'scorecards', 'example', 'sources.yaml');
  const document = parseDocument(readFileSync(file, 'utf8'));
  const entries = document.toJS().sources as readonly { id: string }[];
  document.setIn(['sources', entries.findIndex(({ id }) => id === source), 'mapping'], { fields: columns });
  writeFileSync(file, String(document));
  await quarterlight(stack, ['push', 'example']);
};

const replayed: ClientRun = {
  name: 'quarterlight quarantine: a log of other columns is listed, its mapping mended and pushed, and replayed, twice',
  async run(stack) {
    await deliver(stack, [lineOf('/bins', 1), lineOf('/jobs', 2), lineOf('/style.css', 3)]);
    const { groups } = await quarterlight(stack, ['quarantine', 'example', '--source', source]);
    assert.deepEqual([groups.length, groups[0].count], [1, 3]);
    assert.match(groups[0].reason, /7 columns and not 40/);
    const shown = await quarterlight(stack, ['quarantine', '--show', groups[0].example.slice(0, 8)]);
    assert.match(shown.body, /203\.0\.113\.77/);

    await pushColumns(stack);
    const replay = ['quarantine', '--replay', '--source', source];
    assert.deepEqual(await quarterlight(stack, replay), { accepted: 2, duplicates: 0, leftOut: 1, refused: 0 });
    assert.deepEqual(await quarterlight(stack, replay), { accepted: 0, duplicates: 0, leftOut: 0, refused: 0 });
    const facts = (await stack.facts('web', day)).filter((fact) => fact.source === source);
    assert.deepEqual(facts.map(({ data }) => data['path']).sort(), ['/bins', '/jobs']);
    return undefined;
  },
};

export const clients: readonly ClientRun[] = [replayed];
