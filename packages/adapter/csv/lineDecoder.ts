import { isUtf8 } from 'node:buffer';
import { SheetError } from '#adapter/csv/sheetError.ts';

const newline = 0x0a;
/** A line longer than this is handed on in parts; the parser says that it is too long. */
const mostHeldBytes = 1_048_576;

export interface LineDecoder {
  /** The text of all lines that have ended. */
  readonly push: (bytes: Uint8Array) => string;
  readonly end: () => string;
}

/**
 * Bytes as text, line by line, so that it does not matter where they are cut: UTF-8, or else Windows-1252, as older
 * spreadsheets save. A byte order mark is dropped, and one of UTF-16 obeyed.
 */
export const lineDecoder = (encoding?: 'utf-8' | 'windows-1252'): LineDecoder => {
  let held = Buffer.alloc(0);
  let decode: ((bytes: Buffer, last: boolean) => string) | undefined;

  const next = (bytes: Uint8Array, last: boolean): string => {
    held = held.length === 0 ? Buffer.from(bytes) : Buffer.concat([held, bytes]);
    if (!decode) {
      if (held.length < 4 && !last) return '';
      const begun = beginning(held, encoding);
      decode = begun.decode;
      held = held.subarray(begun.skip);
    }
    const cut = last ? held.length : wholeLines(held);
    const text = decode(held.subarray(0, cut), last);
    held = held.subarray(cut);
    return text;
  };
  return { push: (bytes) => next(bytes, false), end: () => next(Buffer.alloc(0), true) };
};

const wholeLines = (bytes: Buffer): number => {
  const end = bytes.lastIndexOf(newline) + 1;
  return end > 0 || bytes.length < mostHeldBytes ? end : characterStart(bytes);
};

/** Where the last character begins, if it may go on beyond these bytes. */
const characterStart = (bytes: Buffer): number => {
  for (let at = bytes.length - 1; at > bytes.length - 4; at -= 1) if ((bytes[at] ?? 0) >= 0xc0) return at;
  return bytes.length;
};

const beginning = (bytes: Buffer, encoding: 'utf-8' | 'windows-1252' | undefined) => {
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) throw new SheetError(workbook);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { skip: 2, decode: utf16('utf-16le') };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { skip: 2, decode: utf16('utf-16be') };
  const skip = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return { skip, decode: encoding === 'windows-1252' ? windows : encoding === 'utf-8' ? utf8Only : either };
};

const workbook = 'This is a workbook, not CSV. Open it and save it as "CSV UTF-8".';

const utf16 = (name: string) => {
  const decoder = new TextDecoder(name);
  return (bytes: Buffer, last: boolean): string => decoder.decode(bytes, { stream: !last });
};

const windows1252 = new TextDecoder('windows-1252');
const windows = (bytes: Buffer): string => windows1252.decode(bytes);

const utf8Only = (bytes: Buffer): string => {
  if (!isUtf8(bytes))
    throw new SheetError(
      'The file is not UTF-8 as its source says: save it as "CSV UTF-8", or say encoding: windows-1252.',
    );
  return bytes.toString('utf8');
};

const either = (bytes: Buffer): string => {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  return linesOf(bytes)
    .map((line) => (isUtf8(line) ? line.toString('utf8') : windows(line)))
    .join('');
};

const linesOf = (bytes: Buffer): readonly Buffer[] => {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(newline, start);
    const end = found === -1 ? bytes.length : found + 1;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
};

/** The text of a whole file. */
export const decoded = (bytes: Uint8Array, encoding?: 'utf-8' | 'windows-1252'): string => {
  const decoder = lineDecoder(encoding);
  return decoder.push(bytes) + decoder.end();
};
