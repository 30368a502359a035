import { endOfDay } from '#calendar/day.ts';
import type { VerifyStores as Stores } from '#cli/rebuild/stores.ts';
import { assess } from '#functions/assess/assess.ts';
import { postedFor } from '#oracle/postings.ts';
import { configurationOf, installation, received } from '#oracle/published.ts';
import { memoryConfigStore } from '#store/memoryConfigStore.ts';
import { memoryEditions } from '#store/memoryEditions.ts';

/** What `npm start` leaves of the example, in memory. What is posted after the first night is recorded, and not counted. */
export async function exampleStores(): Promise<Stores> {
  const configuration = configurationOf('example');
  const { stages } = await postedFor('example');
  const config = memoryConfigStore();
  await config.push(configuration);
  const [first = { postings: [], night: '' }, ...later] = stages;
  const stores = { config, editions: memoryEditions(), ...(await installation(configuration, first)) };
  const night = async (asOf: string) => {
    for (const { id: scorecard } of configuration.scorecards) {
      const task = { organisation: 'example', scorecard, asOf, publishedAt: endOfDay(asOf).toISOString() };
      await assess(task, { ...stores, software: 'test' });
    }
  };
  await night(first.night);
  for (const stage of later) {
    await received(configuration, stage, stores.log);
    await night(stage.night);
  }
  return stores;
}
