import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Cell } from '#oracle/cells.ts';
import type { Posted } from '#oracle/postings.ts';

const sqlFiles = (): readonly string[] => globSync('oracle/sql/*.sql').sort();

/** Posted events as they are: nothing is read from them before DuckDB does. */
async function load(connection: DuckDBConnection, { postings, night }: Posted): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-oracle-'));
  const file = join(folder, 'posted.ndjson');
  try {
    const lines = postings.map(({ pathSource, event }, seq) => JSON.stringify({ seq, path_source: pathSource, event }));
    writeFileSync(file, lines.join('\n'));
    const columns = "{ seq: 'integer', path_source: 'varchar', event: 'json' }";
    await connection.run(`create table posted as select * from read_ndjson('${file}', columns = ${columns})`);
    await connection.run(`create table as_of as select date '${night}' as day`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function cellsIn(connection: DuckDBConnection): Promise<readonly Cell[]> {
  const result = await connection.runAndReadAll(
    'select scorecard, measure, period, part, number from cells order by all',
  );
  return result.getRowObjectsJS().map(({ number, ...names }) => ({
    ...(names as Omit<Cell, 'number'>),
    ...(typeof number === 'number' && { number }),
  }));
}

/** Every figure worked out anew by the SQL files, from nothing but what was posted. */
export async function recompute(posted: Posted): Promise<readonly Cell[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await load(connection, posted);
    for (const file of sqlFiles()) await connection.run(readFileSync(file, 'utf8'));
    return await cellsIn(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
