import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { CsvConfig } from '#adapter/csv/config.ts';
import { drop, type Stores } from '#functions/drop/drop.ts';
import type { DropState, ObjectCreated } from '#functions/payloads.ts';
import type { Source } from '#scorecard/sourceSchema.ts';
import type { Drops } from '#store/drops.ts';
import { memoryBatches } from '#store/memoryBatches.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';
import { s3Drops } from '#store/s3Drops.ts';
import { undoBatch } from '#store/undoBatch.ts';
import { bucketNames, type S3, startS3 } from '#test/support/s3rver.ts';

/** Thousands of rows take a while where others work too. */
jest.setTimeout(30_000);

const telephony: CsvConfig = { preset: 'telephony' };
const sources = [
  { id: 'phones', adapter: 'csv', trust: 'token', csv: telephony },
  { id: 'values', adapter: 'csv', trust: 'token', csv: { preset: 'officers' } },
  { id: 'plain', adapter: 'cloudevents', trust: 'token' },
] as unknown as readonly Source[];
const scorecards = [
  {
    id: 'service',
    groups: [
      { id: 'calls', title: 'Calls', measures: [{ id: 'calls-answered' }, { id: 'abandoned' }], milestones: [] },
    ],
  },
];
const configuration = { organisation: { dimensions: { queue: ['Waste'] } }, sources, scorecards };
const now = () => new Date('2024-03-04T10:00:00Z');

function memoryDrops(): Drops & { readonly files: Map<string, string> } {
  const files = new Map<string, string>();
  async function* bytesOf(text: string) {
    yield Buffer.from(text);
  }
  return {
    files,
    async read({ key }) {
      const text = files.get(key);
      return text === undefined ? undefined : bytesOf(text);
    },
    async write(key, text) {
      files.set(key, text);
    },
    text: async (key) => files.get(key) ?? '',
    async remove(key) {
      files.delete(key);
    },
  };
}

const desk = () => {
  const drops = memoryDrops();
  const eventLog = memoryEventLog();
  const batches = memoryBatches();
  const lines: string[] = [];
  const stores: Stores = {
    config: { read: async (name) => (name === 'town' ? configuration : undefined) as never },
    secrets: { of: async () => ({ hashKey: 'a hash key of thirty-two letters', sources: {} }) },
    eventLog,
    batches,
    drops,
    log: { info: (message, fields) => lines.push(JSON.stringify({ message, ...fields })), error: () => undefined },
  };
  /** As the state machine does: until it is done; the time is up after so many parts. */
  const put = async (key: string, text: string, partsAtOnce = 1000): Promise<DropState> => {
    drops.files.set(key, text);
    let input: ObjectCreated | DropState = {
      time: '2024-03-04T09:59:58Z',
      detail: { object: { key, etag: String(text.length) } },
    };
    for (;;) {
      let left = partsAtOnce;
      const state: DropState = await drop(input, stores, { now, hasTime: () => --left > 0 });
      if (state.done) return state;
      input = JSON.parse(JSON.stringify(state)) as DropState;
    }
  };
  const standing = () => eventLog.stored().filter(({ fact }) => !fact.withdrawn).length;
  return { put, stores, drops, batches, eventLog, standing, lines };
};

const key = 'drop/town/phones/calls.csv';
const head = 'Call ID,Queue,Date,Time,Result,Wait,Talk time,Caller\n';
const call = (id: string, wait = '00:00:30', queue = 'Waste') =>
  `${id},${queue},13/02/2024,09:41,Answered,${wait},00:01:00,07700 900123\n`;
const many = (count: number) => head + Array.from({ length: count }, (_, n) => call(`C${n}`)).join('');

describe('a file that is put under drop/', () => {
  test('is imported, told beside it, and gone', async () => {
    const { put, drops, standing, lines } = desk();
    const rows = call('C1') + call('C2', '=a while') + call('C3', '30:00:00') + call('C4', '00:00:30', '07700 900456');
    const { batch } = await put(key, head + rows);
    expect(standing()).toBe(1);
    expect(drops.files.get(`${key}.report.csv`)?.split('\r\n')).toEqual([
      'Call ID,Queue,Date,Time,Result,Wait,Talk time,rejected line,rejected because',
      `C… (2 characters),Waste,13/02/2024,09:41,Answered,'=… (8 characters),00:01:00,3,"column Wait: ""=… (8 characters)"" is no number"`,
      expect.stringMatching(/^C.*,4,column Wait: data\.waitSeconds must be whole seconds/),
      expect.stringMatching(
        /^C.*,0… \(12 characters\),.*,5,"column Queue: what it holds looks like a telephone number/,
      ),
      '',
    ]);
    expect(drops.files.get(`${key}.summary.txt`)).toBe(
      `calls.csv: 4 rows\n1 accepted, 0 unchanged, 0 left out, 3 rejected\nBatch ${batch}: quarterlight import --undo ${batch} takes it back.\n`,
    );
    expect([...drops.files.keys()]).toEqual([`${key}.report.csv`, `${key}.summary.txt`]);
    expect([...drops.files.values()].join('\n')).not.toContain('07700');
    expect(lines).toEqual([expect.stringContaining('"accepted":1')]);
  });

  test('whose columns are mapped wrongly tells nobody’s name, number or address', async () => {
    const { put, drops, lines, batches } = desk();
    const planted = [
      'Jane Example',
      '07700 900987',
      '12 High Street, Seacombe CH44 1AA',
      'jane@x.example',
      'Mr Example',
    ];
    const rows = planted.flatMap((text) => [
      `"${text}",Waste,"${text}",09:41,Answered,00:00:30,00:01:00,x\n`,
      `C1,Waste,"13/02/2024 ${text}",09:41,Answered,00:00:30,00:01:00,x\n`,
      `C1,Waste,13/02/2024,"${text}",Answered,00:00:30,00:01:00,x\n`,
      `C1,"${text}",13/02/2024,09:41,"${text}",00:00:30,00:01:00,x\n`,
      `C1,Waste,13/02/2024,09:41,Answered,"${text}","${text}","${text}"\n`,
    ]);
    expect(await put(key, head + rows.join(''))).toMatchObject({ counts: { rejected: rows.length, accepted: 0 } });
    const kept = [...drops.files.values(), ...lines, JSON.stringify(batches)].join('\n');
    for (const text of [...planted, 'Jane', '900987', 'Seacombe', 'CH44']) expect(kept).not.toContain(text);
    expect(drops.files.get(`${key}.report.csv`)).toContain(
      'J… (12 characters),Waste,J… (12 characters),09:41,Answered',
    );
  });

  test('without a header tells nothing of its first row', async () => {
    const { put, drops } = desk();
    await put(key, 'Jane Example,07700 900987,Seacombe,13/02/2024\n'.repeat(3));
    const summary = drops.files.get(`${key}.summary.txt`) ?? '';
    expect(summary).toContain('Line 1 has: J… (12 characters),0… (12 characters),S… (8 characters)');
    expect(summary).not.toMatch(/Jane|900987|Seacombe/);
  });

  test('of a figure whose measure no scorecard has is stored, and the summary warns of it', async () => {
    const { put, drops, standing } = desk();
    const at = 'drop/town/values/march.csv';
    const value = (id: string) => `measure,service,${id},2023-24-q3,count,85\n`;
    const text = `kind,scorecard,id,period,unit,value\n${value('calls-answered')}${value('calls-answerd')}${value('Jane Example')}`;
    const { warnings } = await put(at, text);
    expect({ standing: standing(), warned: warnings?.length }).toEqual({ standing: 3, warned: 2 });
    const summary = drops.files.get(`${at}.summary.txt`) ?? '';
    expect(summary).toContain(
      'Warning: Line 3, column id: service has no measure "c… (13 characters)": is it calls-answered',
    );
    expect(summary).not.toContain('Jane');
  });

  test('goes on from where the time was up, with the same result', async () => {
    const [once, often] = [desk(), desk()];
    const text = many(2_100) + call('X', 'a while') + call('C1');
    const [whole, sliced] = [await once.put(key, text), await often.put(key, text, 1)];
    expect(sliced.counts).toEqual({ rows: 2_102, accepted: 2_100, unchanged: 1, leftOut: 0, rejected: 1 });
    expect(sliced.counts).toEqual(whole.counts);
    expect([...often.drops.files]).toEqual([...once.drops.files]);
    expect(often.standing()).toBe(2_100);
  });

  test('is imported once however often the event comes', async () => {
    const { put, standing } = desk();
    const first = await put(key, many(3));
    const second = await put(key, many(3));
    expect(second.batch).toBe(first.batch);
    expect(second.counts).toMatchObject({ accepted: 0, unchanged: 3 });
    expect(standing()).toBe(3);
  });

  test('that was taken away, or imported by an attempt whose answer was lost, is done', async () => {
    const { stores } = desk();
    const state = await drop({ time: '2024-03-04T09:59:58Z', detail: { object: { key } } }, stores, {
      now,
      hasTime: () => true,
    });
    expect(state).toMatchObject({ done: true, counts: { rows: 0 } });
  });

  test('can be taken back', async () => {
    const { put, batches, eventLog, standing } = desk();
    const { batch } = await put(key, many(1_010), 1);
    const undone = await undoBatch({ organisation: 'town', batch }, { batches, log: eventLog }, { now: now() });
    expect(undone).toMatchObject({ withdrawn: 1_010 });
    expect(standing()).toBe(0);
  });

  test.each([
    ['an empty one', key, '', /calls\.csv was not imported\. The file is empty\./],
    [
      'one with a date of the other order',
      key,
      many(1_010) + call('X').replace('13/02', '02/13'),
      /Line 1012, column Date/,
    ],
    ['one of no source', 'drop/town/phone/calls.csv', many(1), /There is no source "phone" of "town"/],
    ['one of no organisation', 'drop/city/phones/calls.csv', many(1), /There is no source "phones" of "city"/],
    ['one of a source that takes no sheets', 'drop/town/plain/calls.csv', many(1), /takes what cloudevents posts/],
  ])('%s is not, and it says why', async (_, at, text, why) => {
    const { put, drops, standing } = desk();
    expect(await put(at, text)).toMatchObject({ done: true });
    expect(drops.files.get(`${at}.summary.txt`)).toMatch(why);
    expect(standing()).toBe(0);
  });

  test.each([
    `${key}.report.csv`,
    `${key}.summary.txt`,
    'drop/town/phones/calls.xlsx',
    'drop/town/calls.csv',
    'config/town/phones/calls.csv',
  ])('%s is none', async (at) => {
    const { put, drops } = desk();
    expect(await put(at, many(1))).toMatchObject({ done: true, counts: { rows: 0 } });
    expect([...drops.files.keys()]).toEqual([at]);
  });

  test('a broken store is thrown, for the state machine to try again', async () => {
    const { put, stores } = desk();
    Object.assign(stores, { batches: { put: () => Promise.reject(new Error('down')) } });
    await expect(put(key, many(1))).rejects.toThrow('down');
  });
});

describe('drops in S3', () => {
  let s3: S3;
  beforeAll(async () => {
    s3 = await startS3();
  });
  afterAll(() => s3.stop());

  const contentOf = async (drops: Drops, at: string) => {
    const parts = [];
    for await (const part of (await drops.read({ key: at })) ?? []) parts.push(part);
    return { text: Buffer.concat(parts).toString('utf8'), parts: parts.length };
  };

  test.each([
    ['nothing', '', 0],
    ['a little', 'a,b\n1,2\n', 1],
    ['just one piece', 'x'.repeat(4_194_304), 1],
    ['a byte more', `${'x'.repeat(4_194_304)}y`, 2],
  ])('%s is read as it was put', async (_, text, parts) => {
    const drops = s3Drops(s3.client(), bucketNames.data);
    await drops.write('drop/town/phones/a b.csv', text, 'text/csv');
    expect(await contentOf(drops, 'drop/town/phones/a b.csv')).toEqual({ text, parts });
  });

  test('what is removed, or was never put, is not there', async () => {
    const drops = s3Drops(s3.client(), bucketNames.data);
    await drops.write('drop/town/phones/c.csv', 'a', 'text/csv');
    expect(await drops.text('drop/town/phones/c.csv')).toBe('a');
    await drops.remove('drop/town/phones/c.csv');
    await drops.remove('drop/town/phones/c.csv');
    expect(await drops.read({ key: 'drop/town/phones/c.csv' })).toBeUndefined();
    expect(await drops.text('drop/town/phones/c.csv')).toBe('');
  });
});
