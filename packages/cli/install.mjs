// Plain JavaScript for any Node: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const installed = join(root, 'node_modules', '.package-lock.json');
const wanted = join(root, 'package-lock.json');

/** On Linux x64 the installation brings a Node of its own, which npm's scripts then use. */
const bringsItsOwnNode = process.platform === 'linux' && process.arch === 'x64';

/** `node_modules` is there and no older than the lock file. */
export const isInstalled = () => existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs;

/** Whether this Node can run the sources, or install the one that can. */
export const isNewEnough = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (bringsItsOwnNode) return major >= 20;
  return major > 22 || (major === 22 && minor >= 18);
};

const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const install = () => {
  console.log('Installing the dependencies (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-fund', '--no-audit'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) stop('The dependencies could not be installed: see what npm says above, then run it again.');
};

const needed = bringsItsOwnNode ? '20' : '22.18';
if (!isNewEnough(process.versions.node)) {
  stop(`Quarterlight needs Node ${needed} or later; this is ${process.versions.node}.`);
}
if (!isInstalled()) install();
