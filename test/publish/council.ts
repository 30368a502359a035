import type { Stores } from '#functions/publish/publish.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import type { Edition } from '#scorecard/edition.ts';
import { memoryConfigStore } from '#store/memoryConfigStore.ts';
import { memoryEditions } from '#store/memoryEditions.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';
import { type MemoryWebsite, memoryWebsite } from '#store/memoryWebsite.ts';
import type { SiteFile, Website } from '#store/website.ts';

/** A website that remembers in which order it was written, and can be made to fail at a write. */
export interface WatchedWebsite extends MemoryWebsite {
  readonly puts: string[];
  failAt: number;
}

export const watchedWebsite = (): WatchedWebsite => {
  const inner = memoryWebsite();
  const watched: WatchedWebsite = {
    ...inner,
    puts: [],
    failAt: Number.POSITIVE_INFINITY,
    async put(file: SiteFile) {
      if (watched.puts.length >= watched.failAt) throw new Error('the store is away');
      watched.puts.push(file.path);
      await inner.put(file);
    },
  };
  return watched;
};

/** Both buckets as one, each path said with its bucket, so that the order of all writes can be seen and cut. */
export const sharedLog = (site: WatchedWebsite): { website: Website; data: Website } => {
  const named = (bucket: string): Website => ({
    put: (file) => site.put({ ...file, path: `${bucket}/${file.path}` }),
    get: async (path) => {
      const file = await site.get(`${bucket}/${path}`);
      return file && { ...file, path };
    },
  });
  return { website: named('site'), data: named('data') };
};

const configurationOf = (editions: readonly Edition[]): Configuration => {
  const [first] = editions;
  if (first === undefined) throw new Error('no editions');
  const ids = new Map(editions.map(({ scorecard }) => [scorecard.id, scorecard.title]));
  return {
    organisation: { id: first.organisation.id, name: first.organisation.name, dimensions: {}, expected: {} },
    sources: [],
    scorecards: [...ids].map(([id, title]) => ({
      id,
      title,
      frequency: 'quarter' as const,
      history: 12,
      milestoneRating: { windowDays: 35 },
      groups: [],
    })),
  };
};

/** Stores that hold these editions and the councils that they are of. */
export const storesWith = async (
  editions: readonly Edition[],
  site = watchedWebsite(),
): Promise<Stores & { site: WatchedWebsite }> => {
  const stores = {
    config: memoryConfigStore(),
    editions: memoryEditions(),
    log: memoryEventLog(),
    ...sharedLog(site),
    assets: { css: 'body{}', script: '0' },
    site,
  };
  const councils = Map.groupBy(editions, ({ organisation }) => organisation.id);
  for (const each of councils.values()) await stores.config.push(configurationOf(each));
  for (const edition of editions) await stores.editions.mint(edition, `${edition.period.id} ${edition.edition}`);
  return stores;
};
