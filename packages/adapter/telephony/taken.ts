import type { Reply, Tally } from '#adapter/adapter.ts';

/**
 * What a telephone system hears once every record is stored or in quarantine, whatever was wrong with them: it would
 * send the same again, and another answer would have it keep a copy of what it could not deliver.
 */
export const taken = ({ accepted, duplicates, leftOut, rejected }: Tally): Reply => ({
  status: 202,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ accepted, duplicates, leftOut, rejected, warnings: [] }),
});
