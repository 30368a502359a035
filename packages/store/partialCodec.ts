import type { DayPartial } from '#metric/partial.ts';
import { compressed, decompressed } from '#store/compressed.ts';
import { partialFromJson, type StoredJson } from '#store/partialFormat1.ts';
import { bytesFrom, isFormat2, partialIn } from '#store/partialFormat2.ts';

/** Column by column, so that what is alike stands together, then compressed. Fields unknown here pass through as they are. */
export const encodePartial = (partial: DayPartial): Uint8Array => compressed(bytesFrom(partial));

/** What no question asks for is not worked out. */
export function decodePartial(stored: Uint8Array): DayPartial {
  const bytes = decompressed(stored);
  if (isFormat2(bytes)) return partialIn(bytes);
  const json = JSON.parse(bytes.toString('utf8')) as StoredJson;
  if (json.format !== 1)
    throw new Error(`a stored partial has format ${String(json.format)}, which this version cannot read`);
  return partialFromJson(json);
}
