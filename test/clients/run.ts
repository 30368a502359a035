import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '#infra/bundle.ts';
import type { ClientFile, ClientRun, ClientStack } from '#test/clients/client.ts';
import { withClientStack } from '#test/clients/stack.ts';

// node test/clients/run.ts [NAME…]: posts with clients that others wrote to the stack on this computer. With names, only those files.

const wanted = process.argv.slice(2);
const names = globSync('*.client.ts', { cwd: join(projectRoot, 'test/clients') })
  .map((file) => basename(file, '.client.ts'))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();

const loaded = async (name: string): Promise<ClientFile> =>
  import(pathToFileURL(join(projectRoot, `test/clients/${name}.client.ts`)).href);

let passed = 0;
let failed = 0;

const indented = (error: unknown): string =>
  (error instanceof Error ? (error.stack ?? error.message) : String(error)).replaceAll(/^/gm, '       ');

async function runOne(client: ClientRun, stack: ClientStack): Promise<void> {
  try {
    const result = await client.run(stack);
    if (result !== 'skipped') passed += 1;
    console.log(`${result === 'skipped' ? 'skipped' : 'ok     '} ${client.name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${client.name}\n${indented(error)}`);
  }
}

const files = await Promise.all(names.map(loaded));
await withClientStack(
  files.flatMap(({ sources = [] }) => sources),
  async (stack) => {
    for (const { clients } of files) for (const client of clients) await runOne(client, stack);
  },
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
