import { describe, expect, test } from '@jest/globals';
import { publish } from '#functions/publish/publish.ts';
import type { Edition } from '#scorecard/edition.ts';
import { storesWith, watchedWebsite } from '#test/publish/council.ts';
import { bareEdition, contactCentre, contactCentreRunning, wirral } from '#test/site/fixtures.ts';

const small = (edition: Edition): Edition => ({
  ...edition,
  measures: edition.measures.slice(0, 2),
  mostImproved: [],
  mostWorsened: [],
});
const complete = small(contactCentre);
const running = small(contactCentreRunning);
const strategy = small(wirral);

const task = ({ organisation, scorecard }: Edition) => ({
  organisation: organisation.id,
  scorecard: scorecard.id,
  asOf: '2025-04-30',
  publishedAt: '2025-04-30T22:59:59.999Z',
});

const pageAt = async (stores: Awaited<ReturnType<typeof storesWith>>, path: string): Promise<string> => {
  const file = await stores.website.get(path);
  if (file === undefined) throw new Error(`there is no ${path}`);
  return Buffer.from(file.body).toString();
};

describe('publishing', () => {
  test('shows the last complete period now, and keeps each edition under its own address', async () => {
    const stores = await storesWith([complete, running, strategy]);
    await publish(task(complete), stores);
    expect(JSON.parse(await pageAt(stores, 'example/contact-centre/edition.json'))).toMatchObject({
      period: { id: '2024-25-q4' },
    });
    expect(JSON.parse(await pageAt(stores, 'example/contact-centre/2025-26-q1/1/edition.json'))).toMatchObject({
      period: { complete: false },
    });
    expect(await pageAt(stores, 'example/data/contact-centre-2024-25-q4-measures.csv')).toContain('82.70833333333333');
  });

  test('shows the highest edition of a period, and leaves the one before where it was', async () => {
    const stores = await storesWith([{ ...complete, edition: 1 }]);
    await publish(task(complete), stores);
    await stores.editions.mint({ ...complete, edition: 2 }, 'other');
    await publish(task(complete), stores);
    expect(JSON.parse(await pageAt(stores, 'example/contact-centre/2024-25-q4/edition.json'))).toMatchObject({
      edition: 2,
    });
    expect(JSON.parse(await pageAt(stores, 'example/contact-centre/2024-25-q4/1/edition.json'))).toMatchObject({
      edition: 1,
    });
    expect(await pageAt(stores, 'example/contact-centre/2024-25-q4/1/index.html')).toContain('Contact centre');
  });

  test('lists every council that has an edition, by name, and no other', async () => {
    const stores = await storesWith([complete, strategy]);
    await stores.config.push({
      ...(await stores.config.read('wirral')),
      organisation: { id: 'silent', name: 'Silent', dimensions: {}, expected: {} },
    } as never);
    await publish(task(strategy), stores);
    const names = [...(await pageAt(stores, 'index.html')).matchAll(/<h2[^>]*><a[^>]*>([^<]+)/g)].map(
      (match) => match[1],
    );
    expect(names).toEqual(['Example Borough Council', 'Wirral Council']);
  });

  test('gives an overview of all scorecards of the council', async () => {
    const second: Edition = { ...bareEdition, organisation: complete.organisation };
    const stores = await storesWith([complete, running, second]);
    await publish(task(complete), stores);
    const overview = await pageAt(stores, 'example/index.html');
    expect(overview).toContain('Corporate plan');
    expect(overview).toContain('Contact centre');
  });

  test('says in a sentence that a scorecard has no edition', async () => {
    const stores = await storesWith([complete]);
    await expect(publish({ ...task(complete), scorecard: 'other' }, stores)).rejects.toThrow(
      'example/other has no edition to publish',
    );
  });
});

describe('the order of writes', () => {
  const orderOf = async () => {
    const stores = await storesWith([complete, running]);
    await publish(task(complete), stores);
    return stores.site.puts;
  };
  const last = (puts: readonly string[], pattern: RegExp) => puts.findLastIndex((path) => pattern.test(path));
  const first = (puts: readonly string[], pattern: RegExp) => puts.findIndex((path) => pattern.test(path));

  test('is the manifest without what will change, assets, editions, entries, shared pages, the manifest', async () => {
    const puts = await orderOf();
    const edition = /^site\/example\/contact-centre\/\d/;
    const entry = /^site\/example\/contact-centre\/(index|measures|milestones|latest)/;
    const shared = /^site\/(example\/)?index\.html$/;
    expect(puts[0]).toBe('data/manifests/example/contact-centre.json');
    expect(puts.at(-1)).toBe('data/manifests/example/contact-centre.json');
    expect(last(puts, /^site\/assets/)).toBeLessThan(first(puts, edition));
    expect(last(puts, edition)).toBeLessThan(first(puts, entry));
    expect(last(puts, entry)).toBeLessThan(first(puts, shared));
  });

  test('leaves no manifest where the public can read it', async () =>
    expect((await orderOf()).filter((path) => path.startsWith('site/') && path.includes('manifest'))).toEqual([]));
});

describe('the next night', () => {
  test('writes nothing where nothing changed', async () => {
    const stores = await storesWith([complete, running]);
    const { files } = await publish(task(complete), stores);
    stores.site.puts.length = 0;
    expect(files).toBeGreaterThan(20);
    expect(await publish(task(complete), stores)).toEqual({ files: 0 });
    expect(stores.site.puts).toEqual([]);
  });

  test('writes only what a new edition changes', async () => {
    const stores = await storesWith([complete, running]);
    await publish(task(complete), stores);
    stores.site.puts.length = 0;
    await stores.editions.mint({ ...running, edition: 2 }, 'other');
    await publish(task(complete), stores);
    expect(stores.site.puts.filter((path) => path.startsWith('site/assets'))).toEqual([]);
    expect(stores.site.puts.filter((path) => path.includes('/2024-25-q4/'))).toEqual([]);
    expect(stores.site.puts).toContain('site/example/contact-centre/2025-26-q1/2/index.html');
  });

  test('says so where a measure is no longer published', async () => {
    const stores = await storesWith([complete]);
    await publish(task(complete), stores);
    await stores.editions.mint({ ...complete, edition: 3, measures: complete.measures.slice(0, 1) }, 'fewer');
    await publish(task(complete), stores);
    expect(await pageAt(stores, 'example/contact-centre/measures/calls-abandoned/index.html')).toContain(
      'No longer published',
    );
    expect(await pageAt(stores, 'example/contact-centre/2024-25-q4/2/measures/calls-abandoned/index.html')).toContain(
      'Calls abandoned',
    );
  });
});

describe('a publication that is cut off at any write', () => {
  const whole = async () => {
    const stores = await storesWith([complete, running]);
    await publish(task(complete), stores);
    return stores.site;
  };

  const contents = async (site: Awaited<ReturnType<typeof whole>>) =>
    Promise.all(site.paths().map(async (path) => [path, String((await site.get(path))?.body)]));

  test('and run again ends as one that was not', async () => {
    const expected = await contents(await whole());
    const writes = expected.length + 1;
    for (let failAt = 0; failAt <= writes; failAt += 5) {
      const site = watchedWebsite();
      const stores = await storesWith([complete, running], site);
      site.failAt = failAt;
      await publish(task(complete), stores).catch(() => undefined);
      site.failAt = Number.POSITIVE_INFINITY;
      await publish(task(complete), stores);
      expect(await contents(site)).toEqual(expected);
    }
  });

  test('does not believe its manifest about a page that it half changed', async () => {
    const site = watchedWebsite();
    const before = await storesWith([complete], site);
    await publish(task(complete), before);
    const expected = await contents(site);
    const changed = await storesWith([{ ...complete, scorecard: { ...complete.scorecard, title: 'Renamed' } }], site);
    site.failAt = site.puts.length + 30;
    await expect(publish(task(complete), changed)).rejects.toThrow('the store is away');
    site.failAt = Number.POSITIVE_INFINITY;
    await publish(task(complete), before);
    expect(await contents(site)).toEqual(expected);
  });
});
