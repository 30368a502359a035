import { createHash } from 'node:crypto';

/** Part of an asset's name: another text, another name. */
export const hashOf = (body: string | Uint8Array): string =>
  createHash('sha256').update(body).digest('hex').slice(0, 16);
