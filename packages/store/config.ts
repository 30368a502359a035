import type { Configuration } from '#scorecard/configuration.ts';

/** What `quarterlight push` checked and stored: one object an organisation (`config/{org}.json`), replaced whole. */
export interface ConfigStore {
  organisations(): Promise<readonly string[]>;
  read(organisation: string): Promise<Configuration | undefined>;
  push(configuration: Configuration): Promise<void>;
}
