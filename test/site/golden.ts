import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'golden');

/** One tag a line, so that a diff shows what changed; hashes of assets left out. */
const normalised = (text: string): string =>
  text.replaceAll('><', '>\n<').replaceAll(/(\/assets\/[a-z]+)\.[0-9a-f]+\./g, '$1.HASH.');

const changedPath = (path: string): string => path.replace(/(\.[a-z]+)$/, '-changed$1');

/**
 * What the golden file says, and what it should. A missing file is written, but never in CI; a mismatch leaves
 * `…-changed.…` beside it. `npm run golden` accepts: read the diff before committing it.
 */
export const golden = (name: string, text: string): { readonly actual: string; readonly expected: string } => {
  const path = join(folder, name);
  const actual = normalised(text);
  const isMissing = !existsSync(path);
  if (isMissing && process.env['CI']) throw new Error(`there is no golden ${name}: run npm run golden and commit it`);
  mkdirSync(folder, { recursive: true });
  if (isMissing || process.env['GOLDEN'] === 'accept') writeFileSync(path, actual);
  const expected = readFileSync(path, 'utf8');
  if (actual === expected) rmSync(changedPath(path), { force: true });
  else writeFileSync(changedPath(path), actual);
  return { actual, expected };
};
