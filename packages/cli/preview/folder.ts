import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '#local/failure.ts';
import type { SiteFile } from '#store/website.ts';

/** Says that the folder is ours to empty. */
const mark = '.quarterlight-draft';

/** Empties the folder of an older draft. What is not known to be one is never touched. */
export function emptyFolder(folder: string) {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    if (!existsSync(join(folder, mark)))
      throw new Failure(`${folder} holds something else than a draft: name an empty folder.`);
    rmSync(folder, { recursive: true });
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, mark), '');
}

const disallowAll = 'User-agent: *\nDisallow: /\n';

export function writeFiles(folder: string, files: Iterable<SiteFile>) {
  for (const { path, body } of [...files, { path: 'robots.txt', body: disallowAll }]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), body);
  }
}
