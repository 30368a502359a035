import type { Configuration } from '#scorecard/configuration.ts';
import type { ConfigStore } from '#store/config.ts';

/** A source that may post. */
export interface Account {
  readonly organisation: string;
  readonly source: Configuration['sources'][number];
  /** The organisation's, which what it records should name. */
  readonly scorecards?: Configuration['scorecards'];
}

export const loadAccounts = async (config: ConfigStore): Promise<readonly Account[]> => {
  const organisations = await config.organisations();
  const configurations = await Promise.all(organisations.map((organisation) => config.read(organisation)));
  return configurations.flatMap((configuration, index) => accountsIn(organisations[index] ?? '', configuration));
};

const accountsIn = (organisation: string, configuration: Configuration | undefined): readonly Account[] =>
  configuration
    ? configuration.sources.map((source) => ({ organisation, source, scorecards: configuration.scorecards }))
    : [];

/**
 * Those that a path's name may mean: `{org}.{source}` exactly, or a source's id alone, which two organisations may both
 * have chosen. The credential then tells which.
 */
export const accountsNamed = (name: string, accounts: readonly Account[]): readonly Account[] =>
  accounts.filter(({ organisation, source }) => name === source.id || name === `${organisation}.${source.id}`);
