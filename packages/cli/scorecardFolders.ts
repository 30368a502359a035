import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Failure } from '#local/failure.ts';
import { probably } from '#metric/nearest.ts';

/** The files of one organisation: path from where the person stands, and text. */
export interface ScorecardFolder {
  readonly organisation: string;
  readonly files: Readonly<Record<string, string>>;
  /** By path as well: bytes. */
  readonly pictures: Readonly<Record<string, Uint8Array>>;
}

const scorecards = 'scorecards';

/** Those named, or all there are. */
export function foldersOf(root: string, here: string, organisations: readonly string[]): ScorecardFolder[] {
  const known = globSync('*/organisation.yaml', { cwd: join(root, scorecards) })
    .map(dirname)
    .sort();
  for (const name of organisations) if (!existsSync(join(root, scorecards, name))) throw unknown(name, known);
  const wanted = organisations.length > 0 ? organisations : known;
  if (wanted.length === 0) throw new Failure(`There is no scorecards/{organisation}/organisation.yaml in ${root}.`);
  return wanted.map((name) => folderAt(join(root, scorecards, name), here));
}

const unknown = (name: string, known: readonly string[]) => {
  const meant = probably(name, known);
  const advice = meant ? `did you mean "${meant}"?` : `there are ${known.join(', ')}.`;
  return new Failure(`There is no organisation "${name}": ${advice}`);
};

/** The folders in which the named files and folders lie. */
export function foldersAround(paths: readonly string[], here: string): ScorecardFolder[] {
  const folders = paths.map((path) => {
    const absolute = resolve(here, path);
    if (!existsSync(absolute)) throw new Failure(`There is no file ${path}.`);
    return organisationFolder(statSync(absolute).isDirectory() ? absolute : dirname(absolute));
  });
  return [...new Set(folders)].map((folder) => folderAt(folder, here));
}

const within: readonly string[] = ['papers', 'dashboards'];

/** The folder itself, or the one above a folder of papers or of dashboards. */
const organisationFolder = (folder: string): string => (within.includes(basename(folder)) ? dirname(folder) : folder);

function folderAt(folder: string, here: string): ScorecardFolder {
  const paths = globSync(['*.{yaml,yml}', 'papers/*.md', 'dashboards/*.{yaml,yml}'], { cwd: folder }).sort();
  const named = paths.map((path) => join(folder, path));
  const pictures = globSync('*.{svg,png}', { cwd: folder }).map((path) => join(folder, path));
  return {
    organisation: basename(folder),
    files: Object.fromEntries(named.map((path) => [relative(here, path), readFileSync(path, 'utf8')])),
    pictures: Object.fromEntries(pictures.map((path) => [relative(here, path), readFileSync(path)])),
  };
}
