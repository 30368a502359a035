import type { Listed } from '#metric/cube.ts';
import type { ConfigStore } from '#store/config.ts';

/** The values that an organisation lists, read once each. Throws for one that has pushed no configuration. */
export function configuredDimensions(config: Pick<ConfigStore, 'read'>): (organisation: string) => Promise<Listed> {
  const read = new Map<string, Promise<Listed>>();
  const load = async (organisation: string): Promise<Listed> => {
    const configuration = await config.read(organisation);
    if (!configuration) throw new Error(`no configuration of "${organisation}" has been pushed`);
    return configuration.organisation.dimensions;
  };
  return (organisation) => {
    const known = read.get(organisation) ?? load(organisation);
    read.set(organisation, known);
    return known;
  };
}
