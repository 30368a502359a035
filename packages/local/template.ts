import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '#local/failure.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** As much of a CloudFormation template as this computer reads. */
export interface Template {
  readonly Parameters?: Readonly<Record<string, { readonly Default?: string | number }>>;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
}

/** What `cdk synth` left: the template, and where each asset lies. */
export interface Assembly {
  readonly template: Template;
  /** By the name of the archive that the template mentions, `{hash}.zip`. */
  assetFolder(archive: string): string;
}

interface AssetManifest {
  readonly files: Readonly<Record<string, { readonly source: { readonly path: string } }>>;
}

const stackName = 'Quarterlight';

export function readAssembly(folder: string): Assembly {
  const read = (name: string) => readBuilt(folder, `${stackName}.${name}.json`);
  const manifest = read('assets') as AssetManifest;
  return {
    template: read('template') as Template,
    assetFolder(archive) {
      const file = manifest.files[archive.replace(/\.zip$/, '')];
      const path = file && join(folder, file.source.path);
      if (!path || !existsSync(path)) throw missingBuild(archive, folder);
      return path;
    },
  };
}

function readBuilt(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch {
    throw missingBuild(name, folder);
  }
}

const missingBuild = (what: string, folder: string) =>
  new Failure(`The build is missing or damaged (${what} in ${folder}): delete cdk.out and run "npm run synth".`);
