import { createHash } from 'node:crypto';
import { canonicalJson } from '#event/canonicalJson.ts';
import type { Fact } from '#event/types.ts';

/** Of all that a fact says, but for its revision: of two with the same, the second is no news. Hex. */
export const says = ({ type, time, day, withdrawn, data }: Fact): string =>
  createHash('sha256').update(canonicalJson({ type, time, day, withdrawn, data })).digest('hex').slice(0, 32);
