#!/usr/bin/env node
// Plain JavaScript for any Node: it finds one that runs the sources, and hands over.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const program = join(here, 'quarterlight.ts');
const ownNode = join(here, '..', '..', 'node_modules', '.bin', 'node');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  await import('./quarterlight.ts');
} else if (existsSync(ownNode)) {
  const { status } = spawnSync(ownNode, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  console.error(`Quarterlight needs Node 22.18 or later, or "npm ci" first; this is ${process.versions.node}.`);
  process.exitCode = 1;
}
