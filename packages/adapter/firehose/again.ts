import type { AdapterContext, Item } from '#adapter/adapter.ts';
import { fieldsOf } from '#adapter/firehose/fate.ts';
import { itemOf } from '#adapter/firehose/itemOf.ts';
import { type Piece, piecesIn, piecesOf } from '#adapter/firehose/pieces.ts';
import { jsonOf } from '#adapter/json.ts';
import { withoutCredentials } from '#adapter/withoutCredentials.ts';

/** What quarantine keeps of a piece: its text and how many equal ones stood before it, or the record that could not be decoded. */
export const kept = ({ kind, text }: Piece, occurrence: number): string => {
  const isEncoded = kind === 'broken' && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
  return JSON.stringify(isEncoded ? { data: text, occurrence } : { record: withoutCredentials(text), occurrence });
};

const mostUnpacked = 16_777_216;

/** One record from quarantine. Should it now turn out to be several, they share its fate. */
export const recordAgain = (text: string, context: AdapterContext): Item => {
  const { data, record = text, occurrence = 0 } = fieldsOf(jsonOf(text)?.value);
  const pieces = data === undefined ? piecesIn(String(record)) : piecesOf(data, { bytes: mostUnpacked });
  const items = pieces.map((piece) => itemOf(piece, Number(occurrence), context));
  const refused = items.find((item) => item.refused)?.refused;
  const leftOut = items.every((item) => item.leftOut !== undefined) ? items[0]?.leftOut : undefined;
  return {
    events: items.flatMap((item) => item.events),
    ...(refused && { refused }),
    ...(leftOut !== undefined && { leftOut }),
    text: () => text,
  };
};
