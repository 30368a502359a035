import type { Configuration } from '#scorecard/configuration.ts';
import type { ConfigStore } from '#store/config.ts';

export function memoryConfigStore(): ConfigStore {
  const stored = new Map<string, string>();
  return {
    organisations: async () => [...stored.keys()].sort(),
    async read(organisation) {
      const json = stored.get(organisation);
      return json === undefined ? undefined : (JSON.parse(json) as Configuration);
    },
    async push(configuration) {
      const { id } = configuration.organisation;
      if (id === 'organisations') throw new Error(`an organisation cannot be called ${id}: the list of them is`);
      stored.set(id, JSON.stringify(configuration));
    },
  };
}
