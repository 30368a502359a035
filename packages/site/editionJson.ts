import type { Edition } from '#scorecard/edition.ts';
import { editionSchema, type Schema } from '#site/editionSchema.ts';
import { textOnce } from '#site/once.ts';

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Declared keys in the schema's order, then any others by name, so that a newer edition loses nothing. */
const keysOf = (value: Json, schema: Schema | undefined): string[] => {
  const declared = Object.keys(schema?.properties ?? {});
  const others = Object.keys(value).filter((key) => !declared.includes(key));
  return [...declared, ...others.sort()].filter((key) => value[key] !== undefined);
};

/** An object that the schema says nothing of the inside of is somebody's text: the order of its keys may mean something. */
const isAsWritten = (schema: Schema | undefined): boolean =>
  schema?.type === 'object' && schema.properties === undefined;

const inOrder = (value: unknown, schema: Schema | undefined): unknown => {
  if (Array.isArray(value)) return value.map((each) => inOrder(each, schema?.items));
  if (!isJson(value) || isAsWritten(schema)) return value;
  return Object.fromEntries(keysOf(value, schema).map((key) => [key, inOrder(value[key], schema?.properties?.[key])]));
};

/** The same edition gives the same bytes, whatever the order of its keys in the store. */
export const editionJson = (edition: Edition): string =>
  textOnce(edition, 'json', () => `${JSON.stringify(inOrder(edition, editionSchema), null, 1)}\n`);
