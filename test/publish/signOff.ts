import type { Fact } from '#event/types.ts';
import { assess } from '#functions/assess/assess.ts';
import { publish } from '#functions/publish/publish.ts';
import type { Edition } from '#scorecard/edition.ts';
import type { Scorecard } from '#scorecard/schema.ts';
import { sources as sourcesFile } from '#scorecard/sourceSchema.ts';
import { memoryConfigStore } from '#store/memoryConfigStore.ts';
import { memoryEditions } from '#store/memoryEditions.ts';
import { memoryEventLog } from '#store/memoryEventLog.ts';
import { memoryPartials } from '#store/memoryPartials.ts';
import { memoryWebsite } from '#store/memoryWebsite.ts';
import { council, fact, inputOf, recorded } from '#test/scorecard/council.ts';

export const q3 = '2023-24-q3';

/** Two measures that are typed in, of a scorecard that waits for a release unless it is said to be nightly. */
export const scorecardNamed = (id: string, release: Scorecard['release'] = 'on-sign-off'): Scorecard => ({
  ...inputOf({ measures: [{ id: 'm', title: 'Calls answered' }], scorecard: { id, title: `Scorecard ${id}` } })
    .scorecard,
  release,
});

/** A council whose editions are assessed and published in memory. */
export async function signOffTown(scorecards: readonly Scorecard[] = [scorecardNamed('service')]) {
  const [config, log, editions, website] = [memoryConfigStore(), memoryEventLog(), memoryEditions(), memoryWebsite()];
  const stores = { config, log, editions, website, data: memoryWebsite(), partials: memoryPartials(), software: '1' };
  const assets = { css: 'body{}', script: '0' };
  const { sources } = sourcesFile.parse({ sources: [{ id: 'performance-team', types: ['edition.released'] }] });
  await config.push({ organisation: council, sources, scorecards });

  const append = async (record: Fact) => {
    const [answer] = await log.append([record], new Date('2025-01-01T00:00:00Z'));
    if (answer !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(answer)}`);
    return record;
  };
  const textAt = async (path: string): Promise<string> => {
    const file = await website.get(path);
    if (!file) throw new Error(`there is no ${path}; there are ${website.paths().join(', ')}`);
    return Buffer.from(file.body).toString();
  };
  return {
    stores,
    website,
    textAt,
    editionAt: async (path: string): Promise<Edition> => JSON.parse(await textAt(path)),
    value: (day: string, value: number, period = q3) =>
      append(recorded(day, period, { value }, { subject: 'service' })),
    release: (day: string, editionHash: string, over: Partial<Fact> = {}) =>
      append(
        fact(
          'edition.released',
          day,
          { scorecard: 'service', period: q3, editionHash, releasedBy: 'Director' },
          { subject: 'service', ...over },
        ),
      ),
    withdraw: (record: Fact, over: Partial<Fact> = {}) =>
      append({ ...record, revision: 1, withdrawn: true, contentHash: 'f'.repeat(64), ...over }),
    async hashOf(edition: number, period = q3): Promise<string> {
      const heads = await editions.heads('example', 'service');
      return heads.find((head) => head.period === period && head.edition === edition)?.figuresHash ?? '';
    },
    numbers: async () =>
      (await editions.heads('example', 'service')).filter(({ period }) => period === q3).map(({ edition }) => edition),
    async night(asOf: string) {
      for (const { id } of scorecards) {
        const task = { organisation: 'example', scorecard: id, asOf, publishedAt: `${asOf}T23:59:59.999Z` };
        await assess(task, stores);
        await publish(task, { ...stores, assets, origin: 'https://figures.example' });
      }
    },
  };
}
