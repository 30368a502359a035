import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { type JsonText, jsonTexts } from '#adapter/jsonTexts.ts';

/** A part of a Firehose record with a fate of its own: a JSON object, a line, or a whole record that cannot be read. */
export type Piece =
  | { readonly kind: 'json'; readonly text: string; readonly value: unknown }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'empty'; readonly text: string }
  | { readonly kind: 'broken'; readonly text: string; readonly reason: string };

/** How much more of a request's gzip records may be unpacked. */
export interface Budget {
  bytes: number;
}

/** What a record's data, in base64, holds. Nothing in it is taken on trust: neither its encoding nor its format. */
export const piecesOf = (data: unknown, budget: Budget): readonly Piece[] => {
  if (typeof data !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(data))
    return [{ kind: 'broken', text: '', reason: 'data must be text in base64' }];
  const broken = (reason: string): readonly Piece[] => [{ kind: 'broken', text: data, reason }];
  const bytes = unpacked(Buffer.from(data, 'base64'), budget);
  if (bytes === undefined) return broken('data is gzip that cannot be unpacked, or unpacks to too much at once');
  if (!isUtf8(bytes)) return broken('data must be UTF-8 text once it is decoded');
  return piecesIn(bytes.toString('utf8'));
};

/** Deflate cannot pack tighter. */
const mostTimesPacked = 1_032;

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const unpacked = (bytes: Buffer, budget: Budget): Buffer | undefined => {
  if (!isGzip(bytes)) return bytes;
  if (budget.bytes <= 0) return undefined;
  try {
    const whole = gunzipSync(bytes, { maxOutputLength: budget.bytes });
    budget.bytes -= whole.length;
    return whole;
  } catch {
    // What was unpacked before it failed is not told: it costs the most that it can have been.
    budget.bytes -= Math.min(budget.bytes, bytes.length * mostTimesPacked);
    return undefined;
  }
};

/** The JSON objects of a text, or else its lines. What CloudWatch Logs wraps is read as if it had come alone. */
export const piecesIn = (text: string): readonly Piece[] => {
  const trimmed = text.trim();
  if (trimmed === '') return [{ kind: 'empty', text: '' }];
  return /^[[{]/.test(trimmed) ? jsonTexts(trimmed).flatMap(fromJson) : linesOf(text);
};

const linesOf = (text: string): readonly Piece[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'line', text: line }));

const fromJson = ({ text, value }: JsonText): readonly Piece[] => {
  if (typeof value !== 'object' || value === null)
    return [{ kind: 'broken', text, reason: 'the record is not a JSON object' }];
  return logMessages(value)?.flatMap(piecesIn) ?? [{ kind: 'json', text, value }];
};

/** What a CloudWatch Logs subscription carries; undefined when it is something else. */
const logMessages = (value: object): readonly string[] | undefined => {
  if (!('messageType' in value && 'logEvents' in value && Array.isArray(value.logEvents))) return undefined;
  if (value.messageType !== 'DATA_MESSAGE') return [''];
  return value.logEvents.map((event: unknown) => messageOf(event));
};

const messageOf = (event: unknown): string =>
  typeof event === 'object' && event !== null && 'message' in event ? String(event.message) : '';
