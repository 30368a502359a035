import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '#cli/main.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

process.exitCode = await main(process.argv.slice(2), {
  root,
  folder: process.env['QUARTERLIGHT_FOLDER'] ?? join(root, '.quarterlight'),
  here: process.cwd(),
  now: () => new Date(),
  stdout: process.stdout,
  stderr: process.stderr,
});
