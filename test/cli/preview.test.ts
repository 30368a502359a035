import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { LocalStores } from '#cli/localStores.ts';
import { silentOutput } from '#cli/output.ts';
import { changesText } from '#cli/preview/changesText.ts';
import { draftOf } from '#cli/preview/draft.ts';
import { factsIn, withDrafts } from '#cli/preview/facts.ts';
import { emptyFolder, writeFiles } from '#cli/preview/folder.ts';
import { serveFiles } from '#cli/preview/serve.ts';
import { subjectNamed, subjectsNamed } from '#cli/preview/subjects.ts';
import type { Fact } from '#event/types.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import { project } from '#test/cli/commandLine.ts';
import { q3, scorecardNamed, signOffTown } from '#test/publish/signOff.ts';
import { fact, recorded } from '#test/scorecard/council.ts';

const contextIn = (here: string) => ({
  root: here,
  folder: join(here, '.quarterlight'),
  here,
  output: silentOutput,
  now: () => new Date('2024-01-25T12:00:00Z'),
});

const valueEvent = (over: object = {}, data: object = {}) => ({
  specversion: '1.0',
  type: 'measure.recorded',
  source: 'performance-team',
  id: 'v1',
  time: '2024-01-20T09:00:00Z',
  ...over,
  data: {
    scorecard: 'service',
    measure: 'm',
    period: q3,
    value: 64,
    status: 'confirmed',
    source: 'return',
    recordedBy: 'Officer',
    ...data,
  },
});

const configurationOf = async (stores: LocalStores): Promise<Configuration> => {
  const configuration = await stores.config.read('example');
  if (!configuration) throw new Error('nothing was pushed');
  return configuration;
};

/** A quarter with 71, published by the night; not a store of it may be written to. */
const town = async (release?: 'nightly') => {
  const made = await signOffTown([scorecardNamed('service', release)]);
  await made.value('2024-01-05', 71);
  await made.night('2024-01-10');
  const { config, log, partials, editions } = made.stores;
  const never = async (): Promise<never> => {
    throw new Error('a draft writes nothing');
  };
  const stores = {
    config: { ...config, push: never },
    log: { ...log, append: never },
    partials: { ...partials, replace: never },
    editions: { ...editions, mint: never },
  };
  const subject = subjectNamed('service', [await configurationOf(stores)]);
  const draft = (facts: readonly Fact[] = [], asOf?: string) =>
    draftOf(subject, stores, { facts, asOf, software: '1', now: new Date('2024-03-01T12:00:00Z') });
  return { ...made, stores, draft };
};

const value = (day: string, amount: number, over: Partial<Fact> = {}) =>
  recorded(day, q3, { value: amount }, { subject: 'service', ...over });

describe('a draft', () => {
  test('is what the next night would publish, with what is in files', async () => {
    const { draft } = await town('nightly');
    const { editions, fromFiles, asOf } = await draft([value('2024-01-20', 64)]);
    expect({ asOf, fromFiles }).toEqual({ asOf: '2024-01-20', fromFiles: 1 });
    expect(editions.map(({ edition }) => [edition.period.id, edition.edition])).toEqual([
      [q3, 2],
      ['2023-24-q4', 2],
    ]);
    expect(editions[0]?.edition.measures[0]).toMatchObject({ value: 64, status: 'revised' });
    expect(editions[0]?.shown).toMatchObject({ edition: 1, measures: [{ value: 71 }] });
  });

  test('has the hash by which it will be released', async () => {
    const { draft, value: send, night, hashOf } = await town();
    const [closed] = (await draft([value('2024-01-20', 64)])).editions;
    await send('2024-01-20', 64);
    await night('2024-01-20');
    expect(closed?.hash).toBe(await hashOf(2));
  });

  test('says where there is nothing new', async () => {
    const { draft } = await town();
    expect((await draft([], '2024-01-10')).editions.map(({ sameAs }) => sameAs)).toEqual([1, 1]);
    expect((await draft([value('2024-01-20', 64)])).editions[0]?.sameAs).toBeUndefined();
  });

  test('is compared with what was released, not with an older draft', async () => {
    const { draft, release, hashOf } = await town();
    const files = [value('2024-01-20', 64)];
    expect((await draft(files)).editions[0]?.edition.revisions).toEqual([]);
    await release('2024-01-12', await hashOf(1));
    expect((await draft(files)).editions[0]?.edition.revisions).toMatchObject([{ from: 71, to: 64 }]);
  });

  test.each([
    { what: 'the day that is given', facts: [value('2024-01-20', 64)], asOf: '2024-01-12', day: '2024-01-12' },
    { what: 'the newest day in the files', facts: [value('2024-01-20', 64)], day: '2024-01-20' },
    { what: 'the newest edition', facts: [], day: '2024-01-10' },
    { what: 'the newest edition, when files are older', facts: [value('2024-01-02', 64)], day: '2024-01-10' },
  ])('is as of $what', async ({ facts, asOf, day }) => {
    const { draft } = await town();
    expect((await draft(facts, asOf)).asOf).toBe(day);
  });

  test('is as of today where nothing was ever assessed', async () => {
    const { stores } = await signOffTown();
    const subject = subjectNamed('service', [await configurationOf(stores)]);
    const now = new Date('2024-03-01T12:00:00Z');
    expect((await draftOf(subject, stores, { facts: [], software: '1', now })).asOf).toBe('2024-03-01');
  });

  test('tells of records that happened after its day, and of things that the scorecard does not have', async () => {
    const { draft } = await town();
    const odd = fact(
      'commentary.recorded',
      '2024-01-20',
      { scorecard: 'service', measure: 'mm' },
      { subject: 'service' },
    );
    const elsewhere = fact('commentary.recorded', '2024-01-20', { measure: 'q' }, { subject: 'other' });
    expect(await draft([value('2024-01-05', 64), odd, elsewhere], '2024-01-12')).toMatchObject({
      fromFiles: 1,
      tooLate: 1,
      strange: ['mm'],
    });
  });

  test('is held against what readers see of the same period', async () => {
    const { draft } = await town('nightly');
    const lines = async (facts: readonly Fact[], asOf?: string) => {
      const [closed] = (await draft(facts, asOf)).editions;
      return closed && changesText(closed.shown, closed.edition);
    };
    expect(await lines([value('2024-01-20', 64)])).toEqual([
      '  What this changes of edition 1, as at 10 January 2024:',
      expect.stringMatching(/^ {4}.*: 71.* becomes 64/),
    ]);
    expect(await lines([], '2024-01-12')).toContain('    No figure, rating, milestone or comment.');
  });

  test('of a period that nobody released is held against nothing', async () => {
    const { draft } = await town();
    const [closed] = (await draft([value('2024-01-20', 64)])).editions;
    expect(closed && changesText(closed.shown, closed.edition)).toEqual(['  Nothing is published of this period yet.']);
  });

  test('lists what is still to do', async () => {
    const { draft } = await town();
    expect((await draft([], '2024-04-02')).editions[0]?.readiness.toEnter).toMatchObject([{ entries: [{ id: 'm' }] }]);
  });
});

describe('records of files among those that were sent', () => {
  const sent = value('2024-01-05', 71, { id: 'v1' });
  test.each([
    { what: 'another id', draft: value('2024-01-06', 64, { id: 'v2' }), values: [71, 64] },
    {
      what: 'the same id and a higher revision',
      draft: value('2024-01-05', 64, { id: 'v1', revision: 1 }),
      values: [64],
    },
    { what: 'the same again', draft: sent, values: [71] },
  ])('$what', ({ draft, values }) =>
    expect(withDrafts([sent], [draft]).map(({ data }) => data['value'])).toEqual(values),
  );

  test('an older revision changes nothing', () => {
    const newer = value('2024-01-05', 64, { id: 'v1', revision: 2 });
    expect(withDrafts([newer], [{ ...sent, revision: 1 }])).toEqual([newer]);
  });
});

describe('a file of events', () => {
  const read = async (events: unknown, name = 'draft.json') => {
    const { stores } = await signOffTown();
    const here = project({ [name]: JSON.stringify(events) });
    return factsIn({ paths: [name] }, await configurationOf(stores), contextIn(here));
  };

  test('is read as the source that may send it would send it', async () =>
    expect(await read([valueEvent()])).toMatchObject([
      { organisation: 'example', stream: 'record', subject: 'service', id: 'v1', day: '2024-01-20' },
    ]));

  test.each([
    ['a field that is wrong', valueEvent({}, { period: 'Q3' }), /^draft\.json, v1: .* at \/data\/period$/],
    [
      'a time that is far ahead',
      valueEvent({ time: '2024-03-01T09:00:00Z' }),
      /^draft\.json, v1: time is more than 24 hours/,
    ],
    [
      'what is counted',
      { ...valueEvent({ type: 'gauge.read', id: 'g1' }), data: { gauge: 'followers', value: 3 } },
      /^draft\.json, g1: gauge\.read is counted by a night/,
    ],
  ])('with %s is refused with its name', async (_, event, sentence) => expect(read([event])).rejects.toThrow(sentence));

  test('of rows needs to know how they are read', async () =>
    expect(read('a,b', 'figures.csv')).rejects.toThrow(
      'How the columns of figures.csv are read is not known: no source of sources.yaml has adapter: csv.',
    ));
});

describe('the scorecard that is meant', () => {
  const configurations = ['north', 'south'].map(
    (id) =>
      ({
        organisation: { id, name: id },
        sources: [],
        scorecards: [scorecardNamed('plan'), scorecardNamed(`${id}-only`)],
      }) as unknown as Configuration,
  );
  const names = (found: ReturnType<typeof subjectsNamed>) =>
    found.map(({ configuration, scorecard }) => `${configuration.organisation.id}/${scorecard.id}`);

  test.each([
    [undefined, ['north/plan', 'north/north-only', 'south/plan', 'south/south-only']],
    ['plan', ['north/plan', 'south/plan']],
    ['south/plan', ['south/plan']],
    ['north-only', ['north/north-only']],
  ])('%s', (name, expected) => expect(names(subjectsNamed(name, configurations))).toEqual(expected));

  test.each([
    ['plam', 'There is no scorecard "plam": did you mean "plan"?'],
    [
      'wallboard',
      'There is no scorecard "wallboard": there is north/plan, north/north-only, south/plan, south/south-only.',
    ],
    ['plan', 'Several organisations have a scorecard "plan": write --org north or --org south.'],
  ])('%s is told in a sentence', (name, sentence) =>
    expect(() => subjectNamed(name, configurations)).toThrow(sentence),
  );
});

const page = (path: string, body: string) => ({ path, body, contentType: 'text/html', cacheControl: '' });

describe('the folder of a draft', () => {
  const empty = () => mkdtempSync(join(tmpdir(), 'quarterlight-draft-'));

  test('holds the new draft and nothing of the one before, and asks not to be read by robots', () => {
    const folder = join(empty(), 'preview');
    emptyFolder(folder);
    writeFiles(folder, [page('a/index.html', 'old')]);
    emptyFolder(folder);
    writeFiles(folder, [page('b/index.html', 'new')]);
    expect(existsSync(join(folder, 'a'))).toBe(false);
    expect(readFileSync(join(folder, 'b/index.html'), 'utf8')).toBe('new');
    expect(readFileSync(join(folder, 'robots.txt'), 'utf8')).toBe('User-agent: *\nDisallow: /\n');
  });

  test('is never one that holds something else', () => {
    const folder = empty();
    writeFileSync(join(folder, 'thesis.txt'), 'mine');
    expect(() => emptyFolder(folder)).toThrow(`${folder} holds something else than a draft: name an empty folder.`);
    expect(readFileSync(join(folder, 'thesis.txt'), 'utf8')).toBe('mine');
  });
});

test('a draft is served by its addresses, and nothing beside it', async () => {
  const files = new Map(
    [page('index.html', 'front'), page('a/index.html', 'a'), page('404.html', 'none')].map((f) => [f.path, f]),
  );
  const server = await serveFiles(files);
  try {
    const get = async (path: string) => {
      const response = await fetch(`${server.address}${path}`);
      return [response.status, await response.text(), response.headers.get('x-robots-tag')];
    };
    expect(await get('/')).toEqual([200, 'front', 'noindex']);
    expect(await get('/a/?x=1')).toEqual([200, 'a', 'noindex']);
    expect(await get('/../package.json')).toEqual([404, 'none', 'noindex']);
  } finally {
    await server.close();
  }
});
