import type { Configuration } from '#scorecard/configuration.ts';
import type { ConfigStore } from '#store/config.ts';
import type { OrganisationSecrets, Secrets } from '#store/secrets.ts';

/** A source that may post, with what its organisation keeps secret. */
export interface Account {
  readonly organisation: string;
  readonly source: Configuration['sources'][number];
  readonly secrets: OrganisationSecrets | undefined;
}

export const loadAccounts = async (config: ConfigStore, secrets: Secrets): Promise<readonly Account[]> => {
  const organisations = await config.organisations();
  const accounts = await Promise.all(organisations.map((organisation) => accountsIn(organisation, config, secrets)));
  return accounts.flat();
};

const accountsIn = async (organisation: string, config: ConfigStore, secrets: Secrets): Promise<readonly Account[]> => {
  const [configuration, known] = await Promise.all([config.read(organisation), secrets.of(organisation)]);
  return (configuration?.sources ?? []).map((source) => ({ organisation, source, secrets: known }));
};

/**
 * Those that a path's name may mean: `{org}.{source}` exactly, or a source's id alone, which two organisations may both
 * have chosen. The credential then tells which.
 */
export const accountsNamed = (name: string, accounts: readonly Account[]): readonly Account[] =>
  accounts.filter(({ organisation, source }) => name === source.id || name === `${organisation}.${source.id}`);
