import type { AdapterContext, Item } from '#adapter/adapter.ts';
import { contactFate, isContactRecord } from '#adapter/firehose/contactRecord.ts';
import { isLogRecord, lineFate, logFate } from '#adapter/firehose/edgeLog.ts';
import { type Fate, fieldsOf, leftOut, refused } from '#adapter/firehose/fate.ts';
import type { Piece } from '#adapter/firehose/pieces.ts';

/** Streams are shared and reused, so each record shows for itself what it is. */
export const itemOf = (piece: Piece, occurrence: number, context: AdapterContext): Item => ({
  ...fateOf(piece, occurrence, context),
  text: () => piece.text,
});

const fateOf = (piece: Piece, occurrence: number, context: AdapterContext): Fate => {
  if (piece.kind === 'empty') return leftOut('empty');
  if (piece.kind === 'broken') return refused(piece.reason);
  const place = { text: piece.text, occurrence };
  if (piece.kind === 'line') return lineFate(place, context);
  const fields = fieldsOf(piece.value);
  if (isContactRecord(fields)) return contactFate(fields, context);
  if (isLogRecord(fields)) return logFate(fields, place, context);
  if (isOtherConnectEvent(fields)) return leftOut('agent or contact event');
  return refused('the record is neither an Amazon Connect contact record nor a line of a CloudFront log');
};

/** Streams that Connect also has: what agents do, and unordered notices of contacts whose records follow anyway. */
const isOtherConnectEvent = (fields: Readonly<Record<string, unknown>>): boolean =>
  'AgentARN' in fields || fields['source'] === 'aws.connect';
