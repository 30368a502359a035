import type * as core from 'zod/v4/core';

type Schema = core.$ZodTypes;
type Walk = (schema: Schema, place: string, values: readonly unknown[]) => void;
type Note = (form: object | string, place: string, isUsed: boolean) => void;

/** Everything that the two sides of a pair of wrappers wrap is one form. */
const bare = (schema: Schema): Schema => {
  const { def } = schema._zod;
  return 'innerType' in def ? bare(def.innerType as Schema) : schema;
};

const isThere = (value: unknown): boolean => value !== undefined && value !== null;

const fits = (schema: Schema, value: unknown): boolean =>
  (schema as unknown as { safeParse(value: unknown): { success: boolean } }).safeParse(value).success;

/** `{ of, in }` of an object, `enum` or `string` of others. */
const nameOf = (option: Schema): string => {
  const { def } = option._zod;
  if (def.type !== 'object') return def.type === 'literal' ? def.values.join(' or ') : def.type;
  const needed = Object.entries(def.shape).filter(([, each]) => (each as Schema)._zod.def.type !== 'optional');
  return `{ ${needed.map(([key]) => key).join(', ')} }`;
};

function walker(note: Note): Walk {
  const walk: Walk = (schema, place, values) => {
    const { def } = bare(schema)._zod;
    if (def.type === 'object') {
      for (const [key, inner] of Object.entries(def.shape)) {
        const found = values.map((value) => (value as Record<string, unknown>)[key]).filter(isThere);
        note(inner, `${place}.${key}`, found.length > 0);
        walk(inner as Schema, `${place}.${key}`, found);
      }
    }
    if (def.type === 'union')
      for (const option of def.options as readonly Schema[]) {
        const found = values.filter((value) => fits(option, value));
        note(option, `${place} as ${nameOf(option)}`, found.length > 0);
        walk(option, place, found);
      }
    if (def.type === 'enum')
      for (const entry of Object.values(def.entries))
        note(`${Object.values(def.entries)}: ${entry}`, `${place}: ${entry}`, values.includes(entry));
    if (def.type === 'array') walk(def.element as Schema, `${place}[]`, values.flat());
    if (def.type === 'record') {
      const found = values.flatMap((value) => Object.values(value as object));
      walk(def.valueType as Schema, `${place}{}`, found);
    }
  };
  return walk;
}

/**
 * Every key, every choice and every word of a list of words that a schema allows and no document has, by the place where
 * the schema first names it. A form that the schema names in several places is used when it is used in one.
 */
export function unusedForms(root: core.$ZodType, documents: readonly unknown[]): readonly string[] {
  const places = new Map<object | string, string>();
  const used = new Set<object | string>();
  walker((form, place, isUsed) => {
    if (!places.has(form)) places.set(form, place);
    if (isUsed) used.add(form);
  })(root as Schema, '', documents);
  return [...places].filter(([form]) => !used.has(form)).map(([, place]) => place.slice(1));
}
