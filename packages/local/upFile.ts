import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeclaredSource } from '#local/declaredSources.ts';
import { isAlive } from '#local/lock.ts';
import type { AllSecrets } from '#local/secrets.ts';

/** Where a source posts, and with what. Every source of an organisation, whether it signs or sends a token. */
export interface LocalSource {
  readonly organisation: string;
  readonly source: string;
  /** For CloudEvents. */
  readonly address: string;
  /** For what its adapter's own tool posts. */
  readonly hook: string;
  readonly adapter: string;
  readonly signing: readonly string[];
  readonly tokens: readonly string[];
}

/** A running stack, as `.quarterlight/up.json` tells of it. */
export interface Up {
  readonly pid: number;
  readonly site: string;
  readonly ingest: string;
  readonly dynamodb: string;
  readonly s3: string;
  readonly secretsManager: string;
  readonly stepFunctions: string;
  readonly region: string;
  readonly stateMachine: string;
  readonly tables: { readonly events: string; readonly partials: string; readonly editions: string };
  readonly buckets: { readonly data: string; readonly site: string };
  /** By `{organisation}.{source}`, and by the source alone where only one organisation has it. */
  readonly sources: Readonly<Record<string, LocalSource>>;
}

const fileIn = (folder: string) => join(folder, 'up.json');
const readableByOwnerOnly = 0o600;

export const writeUp = (folder: string, up: Up) =>
  writeFileSync(fileIn(folder), `${JSON.stringify(up, null, 2)}\n`, { mode: readableByOwnerOnly });

export const removeUp = (folder: string) => rmSync(fileIn(folder), { force: true });

/** The stack that is up; undefined when there is none, or it was killed. */
export function readUp(folder: string): Up | undefined {
  try {
    const up = JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Up;
    return isAlive(up.pid) ? up : undefined;
  } catch {
    return undefined;
  }
}

/** Those that the files declare. */
export function localSources(
  secrets: AllSecrets,
  declared: readonly DeclaredSource[],
  ingest: string,
): Record<string, LocalSource> {
  const isUnique = (id: string) => declared.filter((other) => other.id === id).length === 1;
  return Object.fromEntries(
    declared.flatMap(({ organisation, id, secret, adapter = 'cloudevents' }) => {
      const { signing = [], tokens = [] } = secrets[organisation]?.sources[secret] ?? {};
      const names = [`${organisation}.${id}`, ...(isUnique(id) ? [id] : [])];
      const [address, hook] = ['events', 'hooks'].map((way) => `${ingest}/${way}/${names.at(-1)}`) as [string, string];
      const source = { organisation, source: id, address, hook, adapter, signing, tokens };
      return names.map((name) => [name, source]);
    }),
  );
}
