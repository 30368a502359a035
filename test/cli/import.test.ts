import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { batchId } from '#adapter/csv/batch.ts';
import type { CsvConfig } from '#adapter/csv/config.ts';
import { importFile } from '#cli/import/run.ts';
import { undo } from '#cli/import/undo.ts';
import { silentOutput } from '#cli/output.ts';
import { bodyOf, type Listening, serve } from '#local/server.ts';
import type { Source } from '#scorecard/sourceSchema.ts';
import { memoryBatches } from '#store/memoryBatches.ts';
import { project, quarterlight } from '#test/cli/commandLine.ts';
import { answered, hookDesk, keysOf } from '#test/hooks/samples.ts';

const calls: CsvConfig = { preset: 'telephony' };
const sourceOf = (csv: CsvConfig): Source => ({
  id: 'sheets',
  adapter: 'csv',
  trust: 'token',
  csv: csv as Source['csv'],
});

/** Thousands of rows take a while where others work too. */
jest.setTimeout(30_000);

let server: Listening | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Collect in memory, over HTTP, and an import of a file into it. */
async function office(csv: CsvConfig = calls) {
  const source = sourceOf(csv);
  const desk = await hookDesk([source]);
  const batches = memoryBatches();
  const stores = { ...desk.stores, batches };
  let now = new Date('2024-03-04T10:00:00Z');
  server = await serve(async (request, response) => {
    const body = (await bodyOf(request)) ?? Buffer.alloc(0);
    const { pathname, search } = new URL(request.url ?? '', 'http://here');
    const headers = request.headers as Record<string, string>;
    const answer = await answered(
      {
        method: 'POST',
        path: pathname,
        query: search.slice(1),
        headers,
        body,
        host: 'here',
        address: '',
        requestId: '',
      },
      stores,
      now,
    );
    response.writeHead(answer.statusCode, answer.headers as Record<string, string>).end(answer.body);
  });
  const target = { address: `${server.address}/hooks/sheets`, key: keysOf(source).tokens[0] ?? '', now: () => now };
  const root = project();
  let batch = '';
  return {
    root,
    facts: () => desk.facts().filter(({ withdrawn }) => !withdrawn),
    quarantined: () => desk.quarantine.list('example', '2024-03-04'),
    async import(text: string, name = 'calls.csv') {
      now = new Date(now.getTime() + 60_000);
      batch = batchId(now, '0a1b2c3d');
      const file = { path: join(root, name), shownAs: name };
      writeFileSync(file.path, text);
      const sheet = { organisation: 'example', source, config: csv, mapping: {}, scorecards: [] };
      return importFile({ file, source: sheet, preset: undefined, batch }, target, silentOutput);
    },
    undo: (which = batch) =>
      undo(
        { output: silentOutput, now: () => now },
        { organisations: async () => ['other', 'example'], batches, log: desk.stores.eventLog },
        which,
      ),
  };
}

const head = 'Call ID,Queue,Date,Time,Result,Wait,Talk time\n';
const call = (id: string, wait = '00:00:30', result = 'Answered') =>
  `${id},Waste,13/02/2024,09:41,${result},${wait},00:01:00\n`;
const many = (count: number) => head + Array.from({ length: count }, (_, n) => call(`C${n}`)).join('');

describe('an import', () => {
  test('of more rows than go in one request: each once', async () => {
    const { import: read, facts } = await office();
    expect(await read(many(1_100))).toMatchObject({ rows: 1_100, accepted: 1_100, unchanged: 0, rejected: 0 });
    expect(new Set(facts().map(({ data }) => data['callId'])).size).toBe(1_100);
  });

  test('again changes nothing; of a row that changed, that row', async () => {
    const { import: read, facts } = await office();
    await read(many(3));
    const before = facts();
    expect(await read(many(3))).toMatchObject({ accepted: 0, unchanged: 3 });
    expect(facts()).toEqual(before);
    expect(await read(head + call('C0') + call('C1', '00:00:45') + call('C2'))).toMatchObject({
      accepted: 1,
      unchanged: 2,
    });
    expect(
      facts()
        .map(({ data }) => data['waitSeconds'])
        .sort(),
    ).toEqual([30, 30, 45]);
  });

  test('of rows without an id counts equal rows, across requests, and again as many', async () => {
    const whole: CsvConfig = {
      type: 'gauge.read',
      fields: { time: 'Date', gauge: { constant: 'visits' }, value: 'Count' },
    };
    const { import: read, facts } = await office(whole);
    const text = `Date,Count\n${'13/02/2024,5\n'.repeat(1_020)}`;
    expect(await read(text)).toMatchObject({ accepted: 1_020 });
    expect(await read(text)).toMatchObject({ accepted: 0, unchanged: 1_020 });
    expect(facts()).toHaveLength(1_020);
  });

  test('writes what was rejected beside the file, ready to be mended and imported', async () => {
    const { import: read, facts, root, quarantined } = await office();
    const rows = call('C1') + call('C2', 'a while') + call('C3', '25:00:00') + call('C4', '00:00:30', '=cmd()');
    const result = await read(`A report\n\n${head}${rows}`);
    expect(result).toMatchObject({ rows: 4, accepted: 1, rejected: 3, rejectedFile: join(root, 'calls.rejected.csv') });
    const rejected = readFileSync(join(root, 'calls.rejected.csv'), 'utf8');
    expect(rejected.split('\r\n')).toEqual([
      'Call ID,Queue,Date,Time,Result,Wait,Talk time,rejected line,rejected because',
      'C2,Waste,13/02/2024,09:41,Answered,a while,00:01:00,5,"column Wait: ""a… (7 characters)"" is no number"',
      expect.stringMatching(/^C3,.*,6,column Wait: data\.waitSeconds must be whole seconds from 0 to 86400$/),
      expect.stringMatching(/^C4,Waste,13\/02\/2024,09:41,'=cmd\(\),.*,7,"column Result: /),
      '',
    ]);
    // Whoever imports has the file: nothing of it is set aside.
    expect(await quarantined()).toEqual([]);
    const mended = rejected
      .replace('a while', '00:00:31')
      .replace('25:00:00', '00:00:32')
      .replace("'=cmd()", 'Answered');
    expect(await read(mended)).toMatchObject({ accepted: 3, rejected: 0 });
    expect(existsSync(join(root, 'calls.rejected.csv'))).toBe(false);
    expect(facts()).toHaveLength(4);
  });

  test('sends nothing of a file in which one date has the other order', async () => {
    const { import: read, facts } = await office();
    const text = many(2_000) + call('X').replace('13/02/2024', '02/13/2024');
    await expect(read(text)).rejects.toThrow(/^calls\.csv: Line 2002, column Date: 02\/13\/2024 has the month first/);
    expect(facts()).toEqual([]);
  });

  test.each([
    ['', /^calls\.csv: The file is empty\.$/],
    [head, /^calls\.csv has a header and no rows: nothing was imported\.$/],
    ['a,b\n1,2\n', /No row names the columns that are expected/],
  ])('of %j fails with one sentence', async (text, sentence) => {
    await expect((await office()).import(text)).rejects.toThrow(sentence);
  });
});

describe('an import that is taken back', () => {
  test('counts nowhere, and can be imported again', async () => {
    const { import: read, facts, undo: takeBack } = await office();
    await read(many(1_010));
    expect(await takeBack()).toMatchObject({ withdrawn: 1_010, left: 0, lasting: 0 });
    expect(await takeBack()).toMatchObject({ withdrawn: 0, left: 1_010 });
    expect(facts()).toEqual([]);
    expect(await read(many(1_010))).toMatchObject({ accepted: 1_010 });
    expect(facts()).toHaveLength(1_010);
  });

  test('leaves alone the rows that it did not change', async () => {
    const { import: read, facts, undo: takeBack } = await office();
    await read(many(2));
    await read(many(5));
    expect(await takeBack()).toMatchObject({ withdrawn: 3, left: 2 });
    expect(
      facts()
        .map(({ data }) => data['callId'])
        .sort(),
    ).toEqual(['C0', 'C1']);
  });

  test('leaves alone what a later import changed', async () => {
    const { import: read, facts, undo: takeBack } = await office();
    const { batch } = await read(many(2));
    await read(head + call('C0', '00:00:45'));
    expect(await takeBack(batch)).toMatchObject({ withdrawn: 1, left: 1 });
    expect(facts().map(({ data }) => data['waitSeconds'])).toEqual([45]);
  });

  test('of officers’ values brings back those before', async () => {
    const { import: read, facts, undo: takeBack } = await office({ preset: 'officers' });
    const values = (value: number) =>
      `kind,scorecard,id,period,unit,value\nmeasure,cx,calls,2023-24-q3,count,${value}\n`;
    await read(values(85));
    expect(await read(values(85))).toMatchObject({ accepted: 0, unchanged: 1 });
    await read(values(87));
    expect(facts().map(({ data }) => data['value'])).toEqual([85, 87]);
    await takeBack();
    expect(facts().map(({ data }) => data['value'])).toEqual([85]);
  });

  test('of a figure whose measure no scorecard has is stored, and warned of', async () => {
    const { import: read, facts } = await office({ preset: 'officers' });
    const { accepted, warnings } = await read(
      'kind,scorecard,id,period,unit,value\nmeasure,cx,calls,2023-24-q3,count,85\n',
    );
    expect({ accepted, stored: facts().length }).toEqual({ accepted: 1, stored: 1 });
    expect(warnings).toEqual([{ row: 2, reason: expect.stringMatching(/there is no scorecard "cx"/) }]);
  });

  test.each([['20240304T100000-ffffffff', /There is no batch/]])('%s', async (batch, sentence) => {
    await expect((await office()).undo(batch)).rejects.toThrow(sentence);
  });
});

describe('quarterlight import', () => {
  const yaml = {
    organisation: 'id: town\nname: Town\n',
    sources: `sources:
  - { id: phones, adapter: csv, trust: token, csv: { preset: telephony } }
  - { id: plain, trust: token }
  - { id: sheets, adapter: csv, trust: token }
`,
    scorecard: `id: service
title: Service
groups:
  - id: calls
    title: Calls
    measures:
      - { id: calls, title: Calls, unit: count, polarity: none, frequency: quarter, value: { recorded: true } }
`,
  };
  const town = (text: string) =>
    project({
      'scorecards/town/organisation.yaml': yaml.organisation,
      'scorecards/town/sources.yaml': yaml.sources,
      'calls.csv': text.replaceAll('13/02/2024', '13/01/2024'),
    });

  test('--preview shows the first events and what would be refused, and changes nothing', async () => {
    const root = town(
      `${head.trim()},Agent\n${[call('C1'), call('C2', 'x')].map((row) => `${row.trim()},A. Name\n`).join('')},,,,,,,\n`,
    );
    const { code, out, err } = await quarterlight(['import', 'calls.csv', '--source', 'phones', '--preview'], root);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('3 rows: 1 would be accepted (1 contact.call.completed), 1 refused, 1 left out');
    expect(out).toContain('line 2: contact.call.completed 2024-01-13T09:42:30.000Z {"callId":"C1"');
    expect(out).toContain('line 3 refused: column Wait: "x… (1 character)" is no number');
    expect(out).toContain('Not read: Agent');
    expect(existsSync(join(root, '.quarterlight'))).toBe(false);
  });

  test('--preview warns of a figure whose measure no scorecard has', async () => {
    const root = project({
      'scorecards/town/organisation.yaml': yaml.organisation,
      'scorecards/town/sources.yaml': yaml.sources,
      'scorecards/town/service.yaml': yaml.scorecard,
      'values.csv':
        'kind,scorecard,id,period,unit,value\nmeasure,service,calls,2023-24-q3,count,85\nmeasure,service,cals,2023-24-q3,count,85\n',
    });
    const words = ['import', 'values.csv', '--source', 'sheets', '--as', 'officers', '--preview'];
    const { out } = await quarterlight(words, root);
    expect(out).toContain('2 would be accepted');
    expect(out).toMatch(/Warning: line 3, column id: service has no measure "cals": is it calls\?/);
    expect(out).not.toContain('line 2, column id');
  });

  test('--preview --json is for machines', async () => {
    const { out } = await quarterlight(
      ['import', 'calls.csv', '-s', 'town.phones', '--preview', '--json'],
      town(head + call('C1')),
    );
    expect(JSON.parse(out)).toMatchObject({
      rows: 1,
      accepted: 1,
      refused: 0,
      first: [{ row: 2, data: { callId: 'C1' } }],
    });
  });

  test.each([
    [['import'], /Name the file and the source/],
    [['import', 'calls.csv'], /Name the file and the source/],
    [['import', 'calls.csv', '-s', 'phone'], /There is no source "phone": did you mean "phones"\?/],
    [
      ['import', 'calls.csv', '-s', 'plain'],
      /takes what cloudevents posts, not sheets: name one that does, such as town\.phones/,
    ],
    [['import', 'calls.csv', '-s', 'sheets'], /does not say what its rows become: write --as/],
    [['import', 'calls.csv', '-s', 'sheets', '--as', 'phones'], /There is no preset "phones": write --as ga4 or/],
    [['import', 'nothing.csv', '-s', 'phones', '--preview'], /nothing\.csv cannot be read/],
    [['import', 'calls.csv', '-s', 'phones', '--url', 'example'], /"example" is no address/],
    [
      ['import', 'calls.csv', '-s', 'phones', '--url', 'http://127.0.0.1:9'],
      /town\.phones has no key here: put it into the environment/,
    ],
    [['import', '--undo', 'it'], /"it" is no batch/],
    [['import', '--undo', '20240304T100000-0a1b2c3d', '--table', 'events'], /At AWS, name both/],
  ])('%j: one sentence', async (words, sentence) => {
    const { code, err } = await quarterlight(words, town(head));
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
  });
});
