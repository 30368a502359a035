import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { project } from '#test/cli/commandLine.ts';

const source = new URL('../../packages/cli/install.mjs', import.meta.url);

/** Runs install.mjs in a project of its own, with an npm that only says what it was asked. */
function install(options: { installed?: Date; locked?: Date; npmFails?: boolean }) {
  const root = project({
    'package-lock.json': '{}',
    'bin/npm': `#!/bin/sh\necho "npm $1" >&2\nexit ${options.npmFails ? 1 : 0}\n`,
  });
  mkdirSync(join(root, 'packages', 'cli'), { recursive: true });
  copyFileSync(source, join(root, 'packages', 'cli', 'install.mjs'));
  spawnSync('chmod', ['+x', join(root, 'bin', 'npm')]);
  if (options.locked) utimesSync(join(root, 'package-lock.json'), options.locked, options.locked);
  if (options.installed) {
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), '{}');
    utimesSync(join(root, 'node_modules', '.package-lock.json'), options.installed, options.installed);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'packages', 'cli', 'install.mjs')], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(root, 'bin')}${delimiter}${process.env['PATH']}` },
  });
  return { status, stdout, stderr };
}

const earlier = new Date('2024-01-01T00:00:00Z');
const later = new Date('2024-01-02T00:00:00Z');

describe('installing', () => {
  test.each([
    ['when nothing is installed', {}],
    ['when the lock file is newer than what is installed', { installed: earlier, locked: later }],
  ])('runs npm ci %s', (_, options) => {
    expect(install(options)).toMatchObject({ status: 0, stderr: 'npm ci\n' });
  });

  test('is silent when all is there', () => {
    expect(install({ installed: later, locked: earlier })).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('says in one sentence that it failed', () => {
    const { status, stderr } = install({ npmFails: true });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^npm ci\nThe dependencies could not be installed: .*\.\n$/);
  });
});
