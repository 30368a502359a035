import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { projectRoot } from '#infra/bundle.ts';
import { type ClientRun, type ClientStack, eventually } from '#test/clients/client.ts';
import { curl } from '#test/clients/curl.ts';
import { everythingKept, placesOf } from '#test/clients/search.ts';

const source = 'spreadsheets';
/** Entries with columns of their own: one for what is posted, one for what is dropped. */
export const sources = [{ id: 'calls-exported', adapter: 'csv', trust: 'token', csv: { preset: 'telephony' } }];

const head = 'Call ID,Queue,Date,Time,Result,Wait,Talk time,Caller\r\n';
const call = (id: string, day: string, wait = '00:00:30'): string =>
  `${id},Waste,${day},09:41,Answered,${wait},00:01:00,07700 900987\r\n`;

const callsOf = async (stack: ClientStack, day: string) =>
  (await stack.facts('call', day)).filter(({ withdrawn }) => !withdrawn).map(({ data }) => data);

const sample = (name: string): string => join(projectRoot, 'events/hooks/csv', name);
const bearer = (stack: ClientStack, name = source): readonly string[] => [
  '-H',
  `authorization: Bearer ${stack.keys(name).tokens[0]}`,
];

const posted: ClientRun = {
  name: 'curl, a sheet of calls, twice',
  async run(stack) {
    const post = () =>
      curl([
        ...bearer(stack),
        '-H',
        'content-type: text/csv',
        '--data-binary',
        `@${sample('telephony.csv')}`,
        `${stack.address(source)}?preset=telephony`,
      ]);
    const [first, second] = [await post(), await post()];
    assert.deepEqual(
      [first.status, JSON.parse(first.body)],
      [202, { accepted: 4, duplicates: 0, rejected: [], leftOut: 1, warnings: [] }],
    );
    assert.equal(JSON.parse(second.body).duplicates, 4);
    const [, abandoned] = (await callsOf(stack, '2025-04-28')).sort((a, b) =>
      String(a['callId']) < String(b['callId']) ? -1 : 1,
    );
    assert.deepEqual([abandoned?.['outcome'], abandoned?.['waitSeconds']], ['abandoned', 45]);
    return undefined;
  },
};

const half: ClientRun = {
  name: 'curl, Windows-1252, one good row and seven that are not: what is wrong with each',
  async run(stack) {
    const headers = ['-H', 'content-type: application/octet-stream'];
    const address = `${stack.address(source)}?preset=telephony`;
    const answer = await curl([...bearer(stack), ...headers, '--data-binary', `@${sample('half.csv')}`, address]);
    const { accepted, rejected } = JSON.parse(answer.body);
    assert.deepEqual([answer.status, accepted], [202, 1]);
    assert.deepEqual(
      rejected.map(({ row }: { row: number }) => row),
      [3, 4, 5, 6, 7, 8, 9],
    );
    assert.ok((await callsOf(stack, '2025-04-28')).some(({ queue }) => queue === 'Café'));
    assert.equal((await stack.quarantined()).filter(({ adapter }) => adapter === 'csv').length, 7);
    return undefined;
  },
};

const run = promisify(execFile);
const command = (stack: ClientStack, words: readonly string[]) => {
  const url = new URL(stack.address(source)).origin;
  const env = { ...process.env, QUARTERLIGHT_FOLDER: stack.folder, QUARTERLIGHT_TOKEN: stack.keys(source).tokens[0] };
  return run(process.execPath, [join(projectRoot, 'packages/cli/quarterlight.ts'), ...words, '--json'], { env }).then(
    ({ stdout }) => ({ result: JSON.parse(stdout), url }),
  );
};

const imported: ClientRun = {
  name: 'quarterlight import, preview and undo, by address and token',
  async run(stack) {
    const folder = mkdtempSync(join(tmpdir(), 'quarterlight-import-'));
    const day = '2025-03-10';
    const file = join(folder, 'calls.csv');
    const rows = Array.from({ length: 1_500 }, (_, n) => call(`I-${n}`, '10/03/2025'));
    writeFileSync(file, head + rows.join('') + call('I-bad', '10/03/2025', 'a while'));
    try {
      const words = ['import', file, '--source', `example.${source}`, '--as', 'telephony'];
      const preview = await command(stack, [...words, '--preview']);
      assert.deepEqual([preview.result.accepted, preview.result.refused], [1_500, 1]);
      assert.deepEqual(await callsOf(stack, day), []);
      const first = await command(stack, [...words, '--to', preview.url]);
      assert.deepEqual([first.result.accepted, first.result.unchanged, first.result.rejected], [1_500, 0, 1]);
      const second = await command(stack, [...words, '--to', preview.url]);
      assert.deepEqual([second.result.accepted, second.result.unchanged], [0, 1_500]);
      assert.equal((await callsOf(stack, day)).length, 1_500);
      const undone = await command(stack, ['import', '--undo', first.result.batch]);
      assert.equal(undone.result.withdrawn, 1_500);
      assert.deepEqual(await callsOf(stack, day), []);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return undefined;
  },
};

const dropped: ClientRun = {
  name: "Amazon's SDK, a file put under drop/: imported, and reported beside it",
  async run(stack) {
    const { objects } = stack;
    const Key = `drop/example/${sources[0]?.id}/march calls.csv`;
    const Body = head + call('D-1', '11/03/2025') + call('D-2', '31/02/2025');
    await objects.s3.send(new PutObjectCommand({ Bucket: objects.bucket, Key, Body }));
    const read = async (name: string): Promise<string | undefined> =>
      objects.s3
        .send(new GetObjectCommand({ Bucket: objects.bucket, Key: name }))
        .then(({ Body: body }) => body?.transformToString())
        .catch(() => undefined);
    const summary = await eventually(() => read(`${Key}.summary.txt`), 30);
    assert.match(summary, /2 rows\n1 accepted, 0 unchanged, 0 left out, 1 rejected\nBatch /);
    assert.match(
      (await read(`${Key}.report.csv`)) ?? '',
      /D… \(3 characters\),.*,3,column Date: 31\/02\/2025 is no day of the calendar/,
    );
    assert.equal((await callsOf(stack, '2025-03-11')).length, 1);
    assert.deepEqual(placesOf('900987', await everythingKept(stack)), []);
    return undefined;
  },
};

export const clients: readonly ClientRun[] = [posted, half, imported, dropped];
