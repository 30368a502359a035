import { writeFileSync } from 'node:fs';
import { bundleLines } from '#bench/bundles.ts';
import { collectLines } from '#bench/collect.ts';
import { dayLines } from '#bench/day.ts';
import { hookLines } from '#bench/hooks.ts';
import { importLines } from '#bench/import.ts';
import { nightLines } from '#bench/night.ts';
import { publishingLines } from '#bench/publishing.ts';
import { resultsOf } from '#bench/results.ts';
import { scorecardLines } from '#bench/scorecards.ts';
import { type Line, tableOf } from '#bench/table.ts';

const parts = [
  ['requests', collectLines],
  ['every adapter', hookLines],
  ['an import', importLines],
  ['a dirty day', dayLines],
  ['the night of the example', nightLines],
  ['five years of scorecards', scorecardLines],
  ['a large site', publishingLines],
  ['bundles', bundleLines],
] as const;

async function measureAll(): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const [title, measure] of parts) {
    console.error(`Measuring ${title} …`);
    lines.push(...(await measure()));
  }
  return lines;
}

/** `npm run bench`, or `npm run bench -- --write 2025-06-01` to keep the results under that date. */
const [option, date] = process.argv.slice(2);
if (option === undefined) {
  console.log(tableOf(await measureAll()));
} else if (option === '--write' && date !== undefined) {
  writeFileSync('bench/RESULTS.md', resultsOf(await measureAll(), { date, node: process.version }));
} else {
  console.error('Write npm run bench, or npm run bench -- --write YYYY-MM-DD.');
  process.exitCode = 1;
}
