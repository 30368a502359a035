import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#infra/bundle.ts';

export const softwareVersion = (): string =>
  JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version;
