import { endOfDay } from '#calendar/day.ts';
import type { LocalStores as Stores } from '#cli/localStores.ts';
import { assess } from '#functions/assess/assess.ts';
import { postedFor } from '#oracle/postings.ts';
import { configurationOf, installation } from '#oracle/published.ts';
import { memoryConfigStore } from '#store/memoryConfigStore.ts';
import { memoryEditions } from '#store/memoryEditions.ts';

/** What `npm start` leaves of the example, in memory. */
export async function exampleStores(): Promise<Stores> {
  const configuration = configurationOf('example');
  const posted = await postedFor('example');
  const config = memoryConfigStore();
  await config.push(configuration);
  const stores = { config, editions: memoryEditions(), ...(await installation(configuration, posted)) };
  for (const asOf of posted.nights) {
    for (const { id: scorecard } of configuration.scorecards) {
      const task = { organisation: 'example', scorecard, asOf, publishedAt: endOfDay(asOf).toISOString() };
      await assess(task, { ...stores, software: 'test' });
    }
  }
  return stores;
}
