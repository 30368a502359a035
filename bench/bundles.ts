import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Cost, drawMs, medianCost } from '#bench/cpu.ts';
import { type Line, number, plain, whole } from '#bench/table.ts';
import { bundle, type FunctionName, functionNames } from '#infra/bundle.ts';
import { env } from '#store/names.ts';

const processes = 7;

/** What is deployed of each function, and how long a cold start imports it. */
export async function bundleLines(): Promise<readonly Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-bench-'));
  try {
    await bundle(folder);
    const lines: Line[] = [];
    for (const name of functionNames) lines.push(sizeOf(name, folder), await importOf(name, folder));
    return lines;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function fileOf(name: FunctionName, folder: string): string {
  return join(folder, name, 'index.mjs');
}

function sizeOf(name: FunctionName, folder: string): Line {
  const bytes = readFileSync(fileOf(name, folder));
  const [plainSize, zipped] = [bytes.length, gzipSync(bytes).length].map((size) => number(size / 1000));
  return plain(`${name}, bundle, and with gzip`, `${plainSize} KB, ${zipped} KB`);
}

/** CPU of the import alone, in a fresh process each time. */
async function importOf(name: FunctionName, folder: string): Promise<Line> {
  const costs: Cost[] = [];
  for (let count = 0; count < processes; count++) {
    const perDrawMs = await drawMs();
    const cpuMs = importCpuMs(fileOf(name, folder));
    costs.push({ cpuMs, draws: cpuMs / perDrawMs });
  }
  return whole(`${name}, import in a fresh process`, medianCost(costs));
}

const script = `
  const before = process.cpuUsage();
  await import(process.argv[1]);
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1000);
  process.exit();
`;

function importCpuMs(file: string): number {
  const names = Object.fromEntries(Object.values(env).map((variable) => [variable, '0']));
  const options = {
    env: { ...process.env, ...names, AWS_REGION: 'eu-west-2', AWS_LAMBDA_FUNCTION_NAME: 'bench' },
    encoding: 'utf8',
  } as const;
  return Number(
    execFileSync(process.execPath, ['--input-type=module', '-e', script, pathToFileURL(file).href], options),
  );
}
