import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export const softwareVersion = (): string => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
