import type * as z from 'zod';
import { editDistance, nearest } from '#metric/nearest.ts';
import { anyOf } from '#scorecard/format.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import { keysOf, meantBy, optionsOf, schemaAt, unwrapped, valueAt } from '#scorecard/schemaAt.ts';

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

/** The whole file and its schema: what an issue alone does not say. */
interface Context {
  readonly schema: Schema;
  readonly value: unknown;
}

/** `did you mean "polarity"?`, or what is allowed where nothing is like it. */
export const suggestion = (written: string, allowed: readonly string[], what = 'allowed here'): string => {
  const close = nearest(written, allowed);
  const isClose = close !== undefined && editDistance(written.toLowerCase(), close.toLowerCase()) <= 2;
  const list = `${what}: ${allowed.slice(0, 40).join(', ')}`;
  if (!isClose || close === undefined) return allowed.length === 0 ? 'remove it' : list;
  return allowed.length <= 8 ? `did you mean "${close}"? (${list})` : `did you mean "${close}"?`;
};

const shown = (value: unknown): string => {
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
const words = (type: string): string => typeWords[type] ?? type;

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : value === null ? 'nothing' : typeof value);

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

const missing = (path: readonly Step[], expected: string, choices: readonly string[]): Finding => ({
  path,
  message: `${lastKey(path)} is missing`,
  mend: choices.length > 0 ? `add it: ${anyOf(choices)}` : `add it: ${words(expected)}`,
});

const ofType = (path: readonly Step[], expected: string, value: unknown): Finding => ({
  path,
  message: `must be ${words(expected)}, not ${value === null ? 'empty' : words(typeOf(value))}`,
  mend:
    value === null
      ? `write ${words(expected)} here, or remove the key`
      : (howToWrite[expected] ?? `write ${words(expected)}`),
});

const unknownKeys = (path: readonly Step[], keys: readonly string[], known: readonly string[]): Finding[] =>
  keys.map((key) => ({
    path: [...path, key],
    atKey: true,
    message: `"${key}" is not a key that is known here`,
    mend: suggestion(key, known),
  }));

const ofValues = (path: readonly Step[], value: unknown, values: readonly string[]): Finding =>
  value === undefined
    ? missing(path, '', values)
    : { path, message: `${shown(value)} is not allowed here`, mend: suggestion(String(value), values, 'allowed') };

const sizeWords: Record<string, string> = { string: 'characters', array: 'entries', record: 'entries' };

const ofSize = (path: readonly Step[], origin: string, limit: string, value: unknown): Finding => {
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

const ofFormat = (path: readonly Step[], issue: Issue & { readonly format?: string }, value: unknown): Finding => {
  const rule = issue.message.startsWith('must') ? issue.message : 'is not in the form that is needed here';
  const isSlug = rule.includes('hyphens') && slugged(String(value)) !== '';
  const mend =
    formatMends[issue.format ?? ''] ?? (isSlug ? `write ${slugged(String(value))}` : 'write it in that form');
  return { path, message: `${shown(value)} ${rule}`, mend };
};

/** Schemas say `what is wrong; how to mend it`. */
const inOurWords = (path: readonly Step[], message: string): Finding => {
  const [wrong = message, mend = 'see docs/scorecards.md'] = message.split('; ');
  return { path, message: wrong, mend };
};

/** None of several forms was meant: the key most like one of theirs, or else all of them. */
const ofNoKind = (path: readonly Step[], value: object, keys: readonly string[]): Finding => {
  const close = Object.keys(value).find((key) => suggestion(key, keys).startsWith('did you mean'));
  const message = 'does not say which kind it is';
  return close === undefined
    ? { path, message, mend: `begin it with one of: ${keys.join(', ')}` }
    : { path: [...path, close], atKey: true, message, mend: suggestion(close, keys) };
};

/** Of several forms: speak of the one that was meant, or name them all. */
const ofUnion = (path: readonly Step[], message: string, context: Context): Finding[] => {
  const schema = schemaAt(context.schema, context.value, path);
  const value = valueAt(context.value, path);
  const option = schema && meantBy(schema, value);
  if (option) return reparsed(option, value, path);
  const options = schema ? optionsOf(schema) : [];
  const keys = options.map((each) => keysOf(each)[0]).filter((key) => key !== undefined);
  if (value === undefined) return [missing(path, 'one of its forms', keys)];
  if (typeof value === 'object' && value !== null && keys.length > 1) return [ofNoKind(path, value, keys)];
  if (message.includes('; ')) return [inOurWords(path, message)];
  const kinds = [...new Set(options.map((each) => words(unwrapped(each)._zod.def.type)))];
  return [{ path, message: `must be ${anyOf(kinds)}, not ${words(typeOf(value))}`, mend: `change ${shown(value)}` }];
};

/** The issues of one option alone, found again, because a union reports those of its options together. */
const reparsed = (option: Schema, value: unknown, path: readonly Step[]): Finding[] => {
  const result = (option as z.ZodType).safeParse(value);
  if (result.success) return [];
  return findingsOf(result.error.issues, { schema: option, value }).map((f) => ({ ...f, path: [...path, ...f.path] }));
};

const known = (schema: Schema | undefined, value: unknown): readonly string[] => {
  const chosen = schema && meantBy(schema, value);
  return chosen ? keysOf(chosen) : [];
};

const findingsOfIssue = (issue: Issue, context: Context): Finding[] => {
  const path = issue.path as readonly Step[];
  const value = valueAt(context.value, path);
  const schema = schemaAt(context.schema, context.value, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(path, issue.keys, known(schema, value));
    case 'invalid_type':
      return [value === undefined ? missing(path, issue.expected, []) : ofType(path, issue.expected, value)];
    case 'invalid_value':
      return [ofValues(path, value, issue.values.map(String))];
    case 'invalid_union':
      return ofUnion(path, issue.message, context);
    case 'invalid_format':
      return [ofFormat(path, issue, value)];
    case 'too_small':
      return [ofSize(path, issue.origin, `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`, value)];
    case 'too_big':
      return [ofSize(path, issue.origin, `${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`, value)];
    case 'invalid_key':
      return issue.issues.flatMap((inner) => keyFinding(inner, path));
    default:
      return [inOurWords(path, issue.message)];
  }
};

const keyFinding = (issue: Issue, path: readonly Step[]): Finding => {
  const key = String(path.at(-1));
  if (issue.code === 'invalid_value') return { ...ofValues(path, key, issue.values.map(String)), atKey: true };
  return { path, atKey: true, message: `"${key}" ${issue.message}`, mend: 'write the key in that form' };
};

const isAt = (path: readonly PropertyKey[], other: readonly PropertyKey[]): boolean =>
  path.length === other.length && path.every((step, i) => step === other[i]);

/** A key of this place was written so that it may be this one. */
const mayBe = (key: PropertyKey | undefined, written: readonly string[]): boolean =>
  typeof key === 'string' && written.some((each) => suggestion(each, [key]).startsWith('did you mean'));

/** What follows from a key that was written wrongly: the right one is missing, and a rule of the whole is broken. */
const follows = (issue: Issue, issues: readonly Issue[]): boolean =>
  issues.some((each) => {
    if (each.code !== 'unrecognized_keys' || issue.code === 'unrecognized_keys') return false;
    if (issue.code === 'custom') return isAt(issue.path, each.path);
    return isAt(issue.path.slice(0, -1), each.path) && mayBe(issue.path.at(-1), each.keys);
  });

/** Each issue as one plain sentence with its mend; one slip is told once. */
export const findingsOf = (issues: readonly Issue[], context: Context): Finding[] =>
  issues.filter((issue) => !follows(issue, issues)).flatMap((issue) => findingsOfIssue(issue, context));
