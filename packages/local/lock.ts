import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '#local/failure.ts';

/** One process at a time uses the data; the lock of one that was killed is taken over. */
export function lock(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock');
  if (!claim(file)) {
    const owner = ownerOf(file);
    if (owner !== undefined && isAlive(owner)) {
      throw new Failure(`Another quarterlight (process ${owner}) is using ${folder}: stop it, or wait until it ends.`);
    }
    rmSync(file, { force: true });
    if (!claim(file)) throw new Failure(`Another quarterlight has just begun to use ${folder}.`);
  }
  return () => rmSync(file, { force: true });
}

function claim(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

const ownerOf = (file: string): number | undefined => Number(readFileSync(file, 'utf8')) || undefined;

/** After a restart of the computer, the number may be another program's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node');
  } catch {
    return false;
  }
}
