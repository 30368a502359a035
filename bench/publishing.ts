import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { drawMs, medianCost } from '#bench/cpu.ts';
import { editions } from '#bench/manyQuarters.ts';
import { type Line, plain, whole } from '#bench/table.ts';
import { bundling } from '#infra/bundle.ts';
import type { Edition } from '#scorecard/edition.ts';

const rounds = 3;
const megabyte = 1_000_000;

interface Published {
  readonly cpuMs: number;
  readonly files: number;
  readonly bytes: number;
  readonly mostBytes: number;
}

/** A first publication, in which every file is new: 50 scorecards of one edition, and one of twenty. */
export async function publishingLines(): Promise<readonly Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-bench-'));
  try {
    const program = join(folder, 'publishMany.mjs');
    await bundleInto(program);
    const all = editions();
    const linesFor = (what: string, published: readonly Edition[], size: readonly string[]) => {
      const path = join(folder, 'editions.gz');
      writeFileSync(path, gzipSync(published.map((edition) => JSON.stringify(edition)).join('\n')));
      return linesOf(what, [program, path, ...size]);
    };
    return [
      ...(await linesFor('publish 50 scorecards of 40 measures, 20 quarters', all.slice(-1), ['10', '5'])),
      ...(await linesFor('publish one of them with its 20 editions', all, ['1', '1'])),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const bundleInto = (outfile: string) =>
  build({
    entryPoints: ['bench/publishMany.ts'],
    outfile,
    ...bundling,
    logLevel: 'error',
  });

async function linesOf(what: string, args: readonly string[]): Promise<readonly Line[]> {
  const results: (Published & { readonly draws: number })[] = [];
  for (let round = 0; round < rounds; round++) {
    const perDrawMs = await drawMs();
    const result = publishedBy(args);
    results.push({ ...result, draws: result.cpuMs / perDrawMs });
  }
  const [{ files, bytes } = { files: 0, bytes: 0 }] = results;
  const most = Math.max(...results.map(({ mostBytes }) => mostBytes));
  return [
    whole(`${what}: ${files.toLocaleString('en-GB')} files, ${Math.round(bytes / megabyte)} MB`, medianCost(results)),
    plain('the same, memory at most', `${Math.round(most / megabyte)} MB`),
  ];
}

/** Left to itself Node takes all the memory there is before it tidies up: what is asked is how much it needs. */
const spaces = ['--max-semi-space-size=8', '--max-old-space-size=160'];

const publishedBy = (args: readonly string[]): Published =>
  JSON.parse(execFileSync(process.execPath, [...spaces, ...args], { encoding: 'utf8' }));
