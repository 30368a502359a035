import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '#local/lock.ts';
import type { AllSecrets } from '#local/secrets.ts';

/** Where a source posts, and with what. Every source of an organisation, whether it signs or sends a token. */
export interface LocalSource {
  readonly organisation: string;
  readonly source: string;
  readonly address: string;
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

export function localSources(secrets: AllSecrets, ingest: string): Record<string, LocalSource> {
  const all = Object.entries(secrets).flatMap(([organisation, { sources }]) =>
    Object.entries(sources).map(([source, keys]) => ({ organisation, source, ...keys })),
  );
  const isUnique = (source: string) => all.filter((other) => other.source === source).length === 1;
  return Object.fromEntries(
    all.flatMap(({ organisation, source, signing = [], tokens = [] }) => {
      const names = [`${organisation}.${source}`, ...(isUnique(source) ? [source] : [])];
      const address = `${ingest}/events/${names.at(-1)}`;
      return names.map((name) => [name, { organisation, source, address, signing, tokens }]);
    }),
  );
}
