import type * as z from 'zod';
import { anyOf } from '#scorecard/format.ts';
import {
  missing,
  ofFormat,
  ofSize,
  ofType,
  ofValues,
  shown,
  suggestion,
  typeOf,
  unknownKeys,
  words,
} from '#scorecard/issueWords.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import { keysOf, meantBy, optionsOf, schemaAt, unwrapped, valueAt } from '#scorecard/schemaAt.ts';

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

/** The whole file and its schema: what an issue alone does not say. */
interface Context {
  readonly schema: Schema;
  readonly value: unknown;
}

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
