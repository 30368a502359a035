import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { main } from '#cli/main.ts';
import { projectRoot } from '#infra/bundle.ts';
import { bodyOf, serve } from '#local/server.ts';

// node bench/import.ts [ROWS]: how fast a sheet is read and sent, and how much memory that takes. By hand: it takes minutes.
// The heap is held to 96 MiB, so that what grows with the file would end the run.

const [first = '1000000', ...words] = process.argv.slice(2);
const heldHeap = '--max-old-space-size=96';
const head = 'Call ID,Queue,Date,Time,Result,Wait,Talk time,Caller\r\n';

const rowOf = (n: number): string => {
  const two = (number: number) => String(number).padStart(2, '0');
  const time = `${two(8 + (n % 10))}:${two(n % 60)}:${two((n >> 4) % 60)}`;
  return `C-${n},Council tax,${two(1 + (n % 28))}/04/2025,${time},Answered,00:00:${two(n % 60)},00:03:10,07700 900123\r\n`;
};

async function write(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write(head);
  for (let n = 0; n < rows; n += 1000) {
    const some = Array.from({ length: Math.min(1000, rows - n) }, (_, index) => rowOf(n + index)).join('');
    if (!file.write(some)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}

interface Run {
  readonly seconds: number;
  readonly mebibytes: number;
  readonly result: { readonly rows: number };
}

async function runOf(given: readonly string[]): Promise<Run> {
  const env = { ...process.env, QUARTERLIGHT_TOKEN: 'a token' };
  const startedAt = performance.now();
  const self = fileURLToPath(import.meta.url);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [heldHeap, self, 'run', ...given, '--json'], {
    env,
  });
  return {
    seconds: (performance.now() - startedAt) / 1000,
    mebibytes: Number(stderr.trim()) / 1024,
    result: JSON.parse(stdout),
  };
}

const told = (what: string, rows: number, { seconds, mebibytes }: Run): string =>
  `${what}: ${rows.toLocaleString('en-GB')} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds).toLocaleString('en-GB')} rows/s, ${mebibytes.toFixed(0)} MiB at most`;

async function measure(rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-import-'));
  const path = join(folder, 'calls.csv');
  let received = 0;
  /** Takes everything at once: what is measured is the reader, not the store. */
  const server = await serve(async (request, response) => {
    const lines = String(await bodyOf(request)).split('\n').length - 2;
    received += lines;
    response.writeHead(202).end(JSON.stringify({ accepted: lines, duplicates: 0, rejected: [] }));
  });
  try {
    await write(path, rows);
    console.log(`${(statSync(path).size / 1_048_576).toFixed(0)} MiB`);
    const source = ['import', path, '--source', 'example.spreadsheets', '--as', 'telephony'];
    console.log(told('preview', rows, await runOf([...source, '--preview'])));
    console.log(told('import', rows, await runOf([...source, '--url', server.address])));
    console.log(`received ${received.toLocaleString('en-GB')} rows`);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (first === 'run') {
  const folder = join(tmpdir(), 'quarterlight-none');
  const surroundings = { root: projectRoot, folder, here: process.cwd(), now: () => new Date('2025-05-01T09:00:00Z') };
  process.exitCode = await main(words, { ...surroundings, stdout: process.stdout, stderr: process.stderr });
  console.error(String(process.resourceUsage().maxRSS));
} else await measure(Number(first));
