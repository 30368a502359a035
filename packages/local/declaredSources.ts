import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';

/** What local keys are made for. */
export interface DeclaredSource {
  readonly organisation: string;
  readonly id: string;
  /** The name that its keys are kept under. */
  readonly secret: string;
  readonly adapter?: string;
}

/** As the files name them: whether the files are right is for the push to say. */
export const declaredSources = (folder: string): readonly DeclaredSource[] =>
  globSync('*/sources.yaml', { cwd: folder })
    .sort()
    .flatMap((path) => sourcesIn(basename(dirname(path)), readFileSync(join(folder, path), 'utf8')));

export const organisationsIn = (folder: string): readonly string[] =>
  globSync('*/sources.yaml', { cwd: folder })
    .sort()
    .map((path) => basename(dirname(path)));

const sourcesIn = (organisation: string, yaml: string): readonly DeclaredSource[] => {
  try {
    const sources: readonly unknown[] = parse(yaml)?.sources ?? [];
    return sources.filter(isNamed).map(({ id, secret = id, adapter }) => ({ organisation, id, secret, adapter }));
  } catch {
    return [];
  }
};

interface Named {
  readonly id: string;
  readonly secret?: string;
  readonly adapter?: string;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isNamed = (source: unknown): source is Named => {
  const { id, secret = '', adapter = '' } = (source ?? {}) as Partial<Record<keyof Named, unknown>>;
  return [id, secret, adapter].every(isText);
};
