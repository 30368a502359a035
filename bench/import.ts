import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { drawMs } from '#bench/cpu.ts';
import { mostBytes } from '#bench/memory.ts';
import { type Line, number, plain } from '#bench/table.ts';
import { main } from '#cli/main.ts';
import { projectRoot } from '#infra/bundle.ts';
import { bodyOf, serve } from '#local/server.ts';

// How fast a sheet is read and sent, and how much memory that takes: `npm run bench` for a short one, node bench/import.ts
// [ROWS] for a million, which takes minutes.
// The heap is held to 96 MiB, so that what grows with the file would end the run.

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
  /** Of its own process, reading the program included. */
  readonly cpuMs: number;
  readonly mebibytes: number;
  readonly result: { readonly accepted: number };
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
    ...spentIn(stderr),
    result: JSON.parse(stdout),
  };
}

const spentIn = (stderr: string): Pick<Run, 'cpuMs' | 'mebibytes'> => {
  const { cpuMs, kibibytes } = JSON.parse(stderr);
  return { cpuMs, mebibytes: kibibytes / 1024 };
};

const withSheet = async <Result>(rows: number, work: (path: string) => Promise<Result>): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-import-'));
  try {
    const path = join(folder, 'calls.csv');
    await write(path, rows);
    return await work(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Takes everything at once: what is measured is the reader, not the store. */
const withTaker = async <Result>(work: (address: string) => Promise<Result>): Promise<Result> => {
  const server = await serve(async (request, response) => {
    const lines = String(await bodyOf(request)).split('\n').length - 2;
    response.writeHead(202).end(JSON.stringify({ accepted: lines, duplicates: 0, rejected: [] }));
  });
  try {
    return await work(server.address);
  } finally {
    await server.close();
  }
};

const sentAs = (path: string, more: readonly string[]): Promise<Run> =>
  runOf(['import', path, '--source', 'example.spreadsheets', '--as', 'telephony', ...more]);

const imported = async (path: string, rows: number): Promise<Run> => {
  const run = await withTaker((address) => sentAs(path, ['--to', address]));
  if (run.result.accepted !== rows) throw new Error(`${run.result.accepted} of ${rows} rows were sent`);
  return run;
};

const rowsInBench = 100_000;

export async function importLines(): Promise<readonly Line[]> {
  const perDrawMs = await drawMs();
  const { cpuMs, mebibytes } = await withSheet(rowsInBench, (path) => imported(path, rowsInBench));
  const rows = rowsInBench.toLocaleString('en-GB');
  return [
    {
      what: `import a sheet of ${rows} rows, read twice and sent`,
      figure: `${number((1000 * rowsInBench) / cpuMs)} rows/s`,
      draws: number(cpuMs / perDrawMs / rowsInBench),
    },
    plain('the same, memory at most', `${number(mebibytes * 1.048576)} MB`),
  ];
}

const told = (what: string, rows: number, { seconds, cpuMs, mebibytes }: Run): string =>
  [
    `${what}: ${rows.toLocaleString('en-GB')} rows in ${seconds.toFixed(1)} s`,
    `${Math.round((1000 * rows) / cpuMs).toLocaleString('en-GB')} rows a second of CPU`,
    `${mebibytes.toFixed(0)} MiB at most`,
  ].join(', ');

const measure = (rows: number): Promise<void> =>
  withSheet(rows, async (path) => {
    console.log(`${(statSync(path).size / 1_048_576).toFixed(0)} MiB`);
    console.log(told('preview', rows, await sentAs(path, ['--preview'])));
    console.log(told('import', rows, await imported(path, rows)));
  });

const run = async (words: readonly string[]): Promise<void> => {
  const folder = join(tmpdir(), 'quarterlight-none');
  const surroundings = { root: projectRoot, folder, here: process.cwd(), now: () => new Date('2025-05-01T09:00:00Z') };
  process.exitCode = await main(words, { ...surroundings, stdout: process.stdout, stderr: process.stderr });
  const { user, system } = process.cpuUsage();
  console.error(JSON.stringify({ cpuMs: (user + system) / 1000, kibibytes: mostBytes() / 1024 }));
};

if (import.meta.main) {
  const [first = '1000000', ...words] = process.argv.slice(2);
  await (first === 'run' ? run(words) : measure(Number(first)));
}
