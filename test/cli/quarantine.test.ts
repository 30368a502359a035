import { describe, expect, test } from '@jest/globals';
import { silentOutput } from '#cli/output.ts';
import { listEntries } from '#cli/quarantine/list.ts';
import { replayEntries } from '#cli/quarantine/replay.ts';
import { showEntry } from '#cli/quarantine/show.ts';
import { ownersIn } from '#cli/quarantine/wanted.ts';
import type { Source } from '#scorecard/sourceSchema.ts';
import { memoryQuarantine } from '#store/memoryQuarantine.ts';
import { quarterlight } from '#test/cli/commandLine.ts';
import { answered, exampleSources, hookDesk, keysOf, requestOf, type SampleRequest } from '#test/hooks/samples.ts';

const organisation = 'example';
const now = new Date('2025-05-03T09:00:00Z');
const arrived = new Date('2025-05-01T09:00:00Z');
const wanted = { organisations: [organisation], days: ['2025-05-01', '2025-05-02', '2025-05-03'], source: undefined };

const columns = ['timestamp', 'cs-method', 'sc-status', 'cs-host', 'cs-uri-stem', 'cs-user-agent', 'c-ip'];
const firefox = 'Mozilla/5.0%20(X11;%20Linux%20x86_64)%20Firefox/138.0';
const lineOf = (path: string, second = 0, agent = firefox): string =>
  [1_745_830_800 + second, 'GET', '200', 'www.northmoor.example', path, agent, '203.0.113.77'].join('\t');

const firehoseKeys = { 'X-Amz-Firehose-Access-Key': '{token}', 'X-Amz-Firehose-Request-Id': 'r' };
const delivery = (...lines: string[]): SampleRequest => ({ source: 'cdn-logs', headers: firehoseKeys, records: lines });

/** The example with what is pushed of the source `cdn-logs`, and what a replay works on. */
const open = async (change: (source: Source) => Source = (source) => source) => {
  const sources = exampleSources().map((source) => (source.id === 'cdn-logs' ? change(source) : source));
  const desk = await hookDesk(sources);
  const secrets = {
    [organisation]: {
      hashKey: 'the hash key of the samples, 32 c',
      sources: Object.fromEntries(sources.map((source) => [source.id, keysOf(source)])),
    },
  };
  let current: readonly Source[] = sources;
  const config = {
    organisations: async () => [organisation],
    read: async () => ({ organisation: {} as never, sources: current, scorecards: [] }),
  };
  const stores = { config, quarantine: desk.quarantine, eventLog: desk.stores.eventLog, secrets };
  return {
    ...desk,
    stores,
    posting: desk.stores,
    send: (sample: SampleRequest, at = arrived) =>
      answered(requestOf(sample, { adapter: 'firehose', folder: '' }), desk.stores, at),
    push: (better: (source: Source) => Source) => {
      current = current.map((source) => (source.id === 'cdn-logs' ? better(source) : source));
    },
    replay: (over = {}) => replayEntries(wanted, { ...stores, ...over }, silentOutput, () => now),
    aside: () => desk.quarantine.list(organisation, '2025-05-01'),
  };
};

const withColumns = (source: Source): Source => ({ ...source, mapping: { ...source.mapping, fields: columns } });

describe('a replay', () => {
  test('stores what a better mapping makes of it, and takes that away', async () => {
    const desk = await open();
    await desk.send(
      delivery(lineOf('/bins'), lineOf('/bins'), lineOf('/style.css'), lineOf('/jobs', 0, 'Googlebot/2.1'), 'words'),
    );
    expect(desk.facts()).toEqual([]);
    expect(await desk.aside()).toHaveLength(5);
    desk.push(withColumns);
    expect(await desk.replay()).toEqual({ accepted: 2, duplicates: 0, leftOut: 2, refused: 1 });
    expect(desk.facts().map(({ data }) => data['path'])).toEqual(['/bins', '/bins']);
    expect(await desk.aside()).toMatchObject([{ body: expect.stringContaining('words') }]);
    expect(await desk.replay()).toEqual({ accepted: 0, duplicates: 0, leftOut: 0, refused: 1 });
  });

  test('without a better mapping changes nothing but an old reason', async () => {
    const desk = await open();
    await desk.send(delivery(lineOf('/bins')));
    const before = await desk.aside();
    expect(await desk.replay()).toMatchObject({ refused: 1 });
    expect(await desk.aside()).toEqual(before);
    desk.push((source) => ({ ...source, mapping: { fields: ['timestamp'] } }));
    await desk.replay();
    expect(await desk.aside()).toMatchObject([
      { id: before[0]?.id, reason: expect.stringContaining('lacks cs-method') },
    ]);
  });

  test('that is broken off between storing and taking away counts nothing twice', async () => {
    const desk = await open();
    await desk.send(delivery(lineOf('/bins'), lineOf('/jobs', 1)));
    desk.push(withColumns);
    const failing = { ...desk.quarantine, remove: () => Promise.reject(new Error('the lid was closed')) };
    await expect(desk.replay({ quarantine: failing })).rejects.toThrow('the lid');
    expect(desk.facts()).toHaveLength(2);
    expect(await desk.aside()).toHaveLength(2);
    expect(await desk.replay()).toEqual({ accepted: 0, duplicates: 2, leftOut: 0, refused: 0 });
    expect([desk.facts(), await desk.aside()]).toMatchObject([{ length: 2 }, []]);
  });

  test('that is broken off before storing loses nothing', async () => {
    const desk = await open();
    await desk.send(delivery(lineOf('/bins')));
    desk.push(withColumns);
    const failing = { ...desk.posting.eventLog, append: () => Promise.reject(new Error('no table')) };
    await expect(desk.replay({ eventLog: failing })).rejects.toThrow();
    expect(await desk.aside()).toHaveLength(1);
    expect(await desk.replay()).toMatchObject({ accepted: 1 });
  });

  test('of what the sender sent again meanwhile counts nothing twice, whichever comes first', async () => {
    const desk = await open();
    await desk.send(delivery(lineOf('/bins')));
    await desk.send(delivery(lineOf('/bins')), new Date('2025-05-02T09:00:00Z'));
    desk.push(withColumns);
    expect(await desk.replay()).toEqual({ accepted: 1, duplicates: 1, leftOut: 0, refused: 0 });
    expect(desk.facts()).toHaveLength(1);
  });

  test('ends as if the mapping had been right at first', async () => {
    const [late, right] = [await open(), await open(withColumns)];
    const sample = delivery(lineOf('/bins'), lineOf('/bins'), lineOf('/bins', 2), lineOf('/council-tax.pdf', 3));
    await late.send(sample);
    late.push(withColumns);
    await late.replay();
    await right.send(sample);
    expect(
      late
        .facts()
        .map(({ contentHash }) => contentHash)
        .sort(),
    ).toEqual(
      right
        .facts()
        .map(({ contentHash }) => contentHash)
        .sort(),
    );
  });

  test('of one source leaves the others', async () => {
    const desk = await open();
    await desk.send(delivery(lineOf('/bins')));
    desk.push(withColumns);
    expect(
      await replayEntries({ ...wanted, source: 'contact-centre' }, desk.stores, silentOutput, () => now),
    ).toMatchObject({ accepted: 0 });
    expect(await desk.aside()).toHaveLength(1);
  });

  test('of a source that is gone says so, and keeps the record', async () => {
    const desk = await open();
    await desk.send(delivery(lineOf('/bins')));
    desk.push((source) => ({ ...source, id: 'edge' }));
    expect(await desk.replay()).toMatchObject({ refused: 1 });
    expect(await desk.aside()).toMatchObject([{ reason: expect.stringContaining('cdn-logs is no longer there') }]);
  });
});

describe('a replay of an event', () => {
  const event = (given: object) => ({
    specversion: '1.0',
    id: 'g-1',
    source: 'telephony',
    type: 'gauge.read',
    time: '2025-04-30T09:00:00Z',
    data: { gauge: 'followers', value: 7 },
    ...given,
  });
  const post = async (desk: Awaited<ReturnType<typeof open>>, given: object) =>
    answered(
      {
        ...requestOf(
          {
            source: 'cdn-logs',
            json: event(given),
            headers: { authorization: 'Bearer {token}', 'content-type': 'application/cloudevents+json' },
          },
          { adapter: 'firehose', folder: '' },
        ),
        path: '/events/cdn-logs',
      },
      desk.posting,
      arrived,
    );

  test('that came to /events is read as one, whatever adapter the source has', async () => {
    const desk = await open((source) => ({ ...source, types: ['web.interaction'] }));
    expect((await post(desk, {})).statusCode).toBe(422);
    desk.push(({ types, ...source }) => source);
    expect(await desk.replay()).toMatchObject({ accepted: 1 });
    expect(desk.facts()).toMatchObject([{ type: 'gauge.read', data: { value: 7 } }]);
  });

  test('that lay too far ahead when it came is not right because time has passed', async () => {
    const desk = await open();
    await post(desk, { time: '2025-05-02T10:00:00Z' });
    expect(await desk.replay()).toMatchObject({ accepted: 0, refused: 1 });
  });
});

describe('the list', () => {
  test('counts by source and reason, the most first, and shows no record', async () => {
    const desk = await open();
    await desk.send(delivery(lineOf('/bins'), lineOf('/jobs'), 'Mrs Example'));
    const { groups } = await listEntries(wanted, desk.stores, silentOutput);
    expect(groups).toMatchObject([
      {
        source: 'cdn-logs',
        count: 2,
        reason: expect.stringContaining('7 columns'),
        first: '2025-05-01',
        last: '2025-05-01',
      },
      { source: 'cdn-logs', count: 1, reason: expect.stringContaining('neither') },
    ]);
    expect(JSON.stringify(groups)).not.toMatch(/Mrs Example|203\.0\.113/);
    expect(groups[0]?.example).toMatch(/^[0-9a-f]{32}$/);
  });

  test('shows one record by the beginning of its id, without credentials', async () => {
    const quarantine = memoryQuarantine();
    const body = '{"caller":"Mrs Example","api_key":"k-1234","page":"/?token=t-5678"}';
    await quarantine.put([
      { organisation, source: 'phones', receivedAt: arrived.toISOString(), reason: 'r', pointer: '', body },
    ]);
    const [kept] = await quarantine.list(organisation, '2025-05-01');
    const stores = { ...(await open()).stores, quarantine };
    const shown = await showEntry(kept?.id.slice(0, 8).toUpperCase() ?? '', wanted, stores, silentOutput);
    expect(shown.body).toContain('Mrs Example');
    expect(shown.body).not.toMatch(/k-1234|t-5678/);
    await expect(showEntry('ffff', wanted, stores, silentOutput)).rejects.toThrow('Nothing that was set aside');
  });
});

describe('the command', () => {
  test.each([
    [['--day', 'monday'], '"monday" is no day'],
    [['--day', '2025-05-01', '--since', '2025-05-01'], 'not both'],
    [['--show', 'ab', '--replay'], 'not both'],
    [['--table', 'events'], 'name all three'],
    [['--bucket', 'data', '--aws', 'arn'], 'name all three'],
  ])('refuses %p', async (words, message) => {
    const { code, err } = await quarterlight(['quarantine', ...words]);
    expect(code).toBe(1);
    expect(err).toContain(message);
  });
});

describe('whose entries are meant', () => {
  const sourcesOf: Readonly<Record<string, readonly object[]>> = {
    northmoor: [{ id: 'cdn-logs' }, { id: 'meta' }],
    southmoor: [{ id: 'cdn-logs' }],
  };
  const config = {
    organisations: async () => Object.keys(sourcesOf),
    read: async (name: string) => ({ organisation: {}, sources: sourcesOf[name], scorecards: [] }) as never,
  };

  test.each<[string | undefined, string | undefined, object]>([
    [undefined, undefined, { organisations: ['northmoor', 'southmoor'], source: undefined }],
    ['southmoor', undefined, { organisations: ['southmoor'], source: undefined }],
    [undefined, 'cdn-logs', { organisations: ['northmoor', 'southmoor'], source: 'cdn-logs' }],
    [undefined, 'northmoor.cdn-logs', { organisations: ['northmoor'], source: 'cdn-logs' }],
    ['northmoor', 'northmoor.meta', { organisations: ['northmoor'], source: 'meta' }],
  ])('%p and --source %p', async (organisation, source, expected) =>
    expect(await ownersIn({ config }, organisation, source)).toEqual(expected),
  );

  test.each<[string | undefined, string, string]>([
    [undefined, 'cdn-log', 'There is no source "cdn-log": did you mean "cdn-logs"?'],
    [undefined, 'southmoor.meta', 'There is no source "meta"'],
    ['southmoor', 'northmoor.meta', '"northmoor.meta" is no source of southmoor: write --source meta.'],
    [undefined, 'westmoor.meta', 'There is no organisation "westmoor": there is northmoor, southmoor.'],
    [undefined, 'a.b.c', '"a.b.c" is no organisation and source: write ORG.ID'],
  ])('%p and --source %p: %s', (organisation, source, message) =>
    expect(ownersIn({ config }, organisation, source)).rejects.toThrow(message),
  );
});
