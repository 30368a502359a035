import { editDistance, nearest } from '#metric/nearest.ts';
import { anyOf } from '#scorecard/format.ts';
import type { Finding, Step } from '#scorecard/problem.ts';

/** `did you mean "polarity"?`, or what is allowed where nothing is like it. */
export const suggestion = (written: string, allowed: readonly string[], what = 'allowed here'): string => {
  const close = nearest(written, allowed);
  const isClose = close !== undefined && editDistance(written.toLowerCase(), close.toLowerCase()) <= 2;
  const list = `${what}: ${allowed.slice(0, 40).join(', ')}`;
  if (!isClose || close === undefined) return allowed.length === 0 ? 'remove it' : list;
  return allowed.length <= 8 ? `did you mean "${close}"? (${list})` : `did you mean "${close}"?`;
};

export const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

const typeWords: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a set of keys',
  record: 'a set of keys',
};
export const words = (type: string): string => typeWords[type] ?? type;

export const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : value === null ? 'nothing' : typeof value;

const lastKey = (path: readonly Step[]): string => {
  const last = path.at(-1);
  return typeof last === 'number' ? `entry ${last + 1}` : `"${last ?? 'the file'}"`;
};

const howToWrite: Record<string, string> = {
  string: 'put it in quotes',
  number: 'write it as a plain number, without quotes or a percent sign',
  int: 'write it as a whole number, without quotes',
  boolean: 'write true or false, without quotes',
  array: 'begin each entry on its own line with a hyphen',
  object: 'write "key: value" lines below it, indented',
  record: 'write "key: value" lines below it, indented',
};

export const missing = (path: readonly Step[], expected: string, choices: readonly string[]): Finding => ({
  path,
  message: `${lastKey(path)} is missing`,
  mend: choices.length > 0 ? `add it: ${anyOf(choices)}` : `add it: ${words(expected)}`,
});

export const ofType = (path: readonly Step[], expected: string, value: unknown): Finding => ({
  path,
  message: `must be ${words(expected)}, not ${value === null ? 'empty' : words(typeOf(value))}`,
  mend:
    value === null
      ? `write ${words(expected)} here, or remove the key`
      : (howToWrite[expected] ?? `write ${words(expected)}`),
});

export const unknownKeys = (path: readonly Step[], keys: readonly string[], known: readonly string[]): Finding[] =>
  keys.map((key) => ({
    path: [...path, key],
    atKey: true,
    message: `"${key}" is not a key that is known here`,
    mend: suggestion(key, known),
  }));

export const ofValues = (path: readonly Step[], value: unknown, values: readonly string[]): Finding =>
  value === undefined
    ? missing(path, '', values)
    : { path, message: `${shown(value)} is not allowed here`, mend: suggestion(String(value), values, 'allowed') };

const sizeWords: Record<string, string> = { string: 'characters', array: 'entries', record: 'entries' };

export const ofSize = (path: readonly Step[], origin: string, limit: string, value: unknown): Finding => {
  const unit = sizeWords[origin];
  const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
  if (isEmpty)
    return {
      path,
      message: 'must not be empty',
      mend: unit === 'characters' ? 'write it, or remove the key' : 'add an entry',
    };
  return {
    path,
    message: `must be ${limit}${unit ? ` ${unit}` : ''}`,
    mend: unit ? 'shorten it' : `change ${shown(value)}`,
  };
};

const formatMends: Record<string, string> = {
  date: 'write a real date such as 2024-03-31',
  url: 'write a whole address such as https://www.example.gov.uk',
};

const slugged = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

export const ofFormat = (
  path: readonly Step[],
  { format, message }: { readonly format?: string; readonly message: string },
  value: unknown,
): Finding => {
  const rule = message.startsWith('must') ? message : 'is not in the form that is needed here';
  const isSlug = rule.includes('hyphens') && slugged(String(value)) !== '';
  const mend = formatMends[format ?? ''] ?? (isSlug ? `write ${slugged(String(value))}` : 'write it in that form');
  return { path, message: `${shown(value)} ${rule}`, mend };
};
