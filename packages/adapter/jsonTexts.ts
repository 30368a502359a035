import { jsonOf } from '#adapter/json.ts';
import { elementTexts } from '#adapter/jsonArray.ts';

/** A piece of text that should be one JSON value; `value` is undefined where it is none. */
export interface JsonText {
  readonly text: string;
  readonly value: unknown;
}

/**
 * The JSON objects of a text, which may follow each other on lines of their own, without anything between them, or in an
 * array, and be spread over several lines. What cannot be read stands alone, on a line of its own where lines can.
 */
export const jsonTexts = (text: string): readonly JsonText[] => {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => valuesIn(line.trim()));
  if (lines.every(isWhole)) return lines.flat();
  const whole = valuesIn(text.trim());
  return isWhole(whole) ? whole : lines.flat();
};

const isWhole = (pieces: readonly JsonText[]): boolean => pieces.every(({ value }) => value !== undefined);

const valuesIn = (text: string): readonly JsonText[] => {
  const one = parsed(text);
  if (Array.isArray(one.value)) return elementTexts(text).map(parsed);
  return one.value === undefined ? concatenated(text).map(parsed) : [one];
};

const parsed = (text: string): JsonText => ({ text, value: jsonOf(text)?.value });

/** Cut after every bracket that closes what the first one opened; the rest, which closes nothing, stays together. */
const concatenated = (text: string): readonly string[] => {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"' && depth > 0) at = endOfString(text, at);
    if (character === '{' || character === '[') depth += 1;
    if (character !== '}' && character !== ']') continue;
    depth -= 1;
    if (depth !== 0) continue;
    pieces.push(text.slice(start, at + 1).trim());
    start = at + 1;
  }
  return [...pieces, text.slice(start).trim()].filter((piece) => piece !== '');
};

/** Where the closing quotation mark is, or the end of the text. */
const endOfString = (text: string, opening: number): number => {
  let at = opening + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
};
