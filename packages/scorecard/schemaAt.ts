import type * as z from 'zod';
import type { Step } from '#scorecard/problem.ts';

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypeDef & {
  readonly innerType?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly keyType?: Schema;
  readonly entries?: Readonly<Record<string, string>>;
  readonly options?: readonly Schema[];
};

const defOf = (schema: Schema): Def => schema._zod.def as Def;

/** Without the wrappers that say only `optional` or `default`. */
export const unwrapped = (schema: Schema): Schema => {
  const { innerType } = defOf(schema);
  return innerType ? unwrapped(innerType) : schema;
};

export const optionsOf = (schema: Schema): readonly Schema[] =>
  (defOf(unwrapped(schema)).options ?? []).flatMap((option) => {
    const inner = optionsOf(option);
    return inner.length > 0 ? inner : [option];
  });

/** The keys of an object, or those that a record may have. */
export const keysOf = (schema: Schema): readonly string[] => {
  const { shape, keyType } = defOf(unwrapped(schema));
  return shape ? Object.keys(shape) : Object.values((keyType && defOf(keyType).entries) ?? {});
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  record: isObject,
};

/**
 * The option of a union that the author meant: the object whose first key is there (so `{ share: …, where: … }` is a
 * share however wrong the rest is), or else the one of the value's own kind; undefined when nothing tells.
 */
const meant = (options: readonly Schema[], value: unknown): number | undefined => {
  const fits = (option: Schema): boolean => {
    const { type } = defOf(unwrapped(option));
    if (type !== 'object') return kinds[type]?.(value) ?? false;
    return isObject(value) && (keysOf(option)[0] ?? '') in value;
  };
  const index = options.findIndex(fits);
  if (index >= 0) return index;
  const objects = options.filter((option) => defOf(unwrapped(option)).type === 'object');
  return objects.length === 1 && isObject(value) ? options.indexOf(objects[0] as Schema) : undefined;
};

/** Of a union the option that was meant; any other schema is itself. */
export const meantBy = (schema: Schema, value: unknown): Schema | undefined => {
  const options = optionsOf(schema);
  return options.length === 0 ? schema : options[meant(options, value) ?? -1];
};

const stepDown = (schema: Schema, value: unknown, step: Step): Schema | undefined => {
  const chosen = meantBy(schema, value);
  const def = chosen && defOf(unwrapped(chosen));
  return def?.shape?.[String(step)] ?? def?.element ?? def?.valueType;
};

export const valueAt = (value: unknown, path: readonly Step[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<Step, unknown> | null | undefined)?.[step], value);

/** The schema that judges what stands at a path of this value. */
export const schemaAt = (schema: Schema, value: unknown, path: readonly Step[]): Schema | undefined =>
  path.reduce<Schema | undefined>(
    (at, step, depth) => at && stepDown(at, valueAt(value, path.slice(0, depth)), step),
    schema,
  );
