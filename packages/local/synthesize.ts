import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '#local/failure.ts';

/** All that can change the template or a bundle. */
const sources = ['infra/**', 'functions/**', 'packages/**', 'cdk.json', 'package.json', 'package-lock.json'];
const neverBundled = ['packages/cli', 'packages/local'];

/** Synthesizes the stack with the same command as a deployment; not again while the sources are the same. */
export async function synthesize(root: string): Promise<{ fresh: boolean }> {
  const hashFile = join(root, 'cdk.out', '.sources');
  const template = join(root, 'cdk.out', 'Quarterlight.template.json');
  const hash = hashOf(root);
  if (existsSync(template) && existsSync(hashFile) && readFileSync(hashFile, 'utf8') === hash) return { fresh: false };
  await cdkSynth(root);
  mkdirSync(join(root, 'cdk.out'), { recursive: true });
  writeFileSync(hashFile, hash);
  return { fresh: true };
}

function hashOf(root: string): string {
  const hash = createHash('sha256');
  const isSource = (path: string) =>
    !neverBundled.some((folder) => path.startsWith(folder)) && statSync(join(root, path)).isFile();
  for (const path of globSync(sources, { cwd: root }).filter(isSource).sort()) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Without the validation of every rule, which takes three seconds: `npm run synth` and the checks do that. */
async function cdkSynth(root: string) {
  const cdk = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  // cdk.json says `node`, which must be the one that runs this: the system's own may be older.
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter);
  const env = { ...process.env, PATH: path, CDK_VALIDATION: 'false' };
  try {
    await promisify(execFile)(process.execPath, [cdk, 'synth', '--quiet'], { cwd: root, env });
  } catch (error) {
    throw new Failure(`The stack could not be synthesized:\n${String((error as { stderr?: unknown }).stderr).trim()}`);
  }
}
