import type { AdapterContext, Item } from '#adapter/adapter.ts';

/** What a record becomes, before anything is said of how it is kept. */
export type Fate = Omit<Item, 'text'>;
export type Fields = Readonly<Record<string, unknown>>;

export const refused = (reason: string, pointer = ''): Fate => ({ events: [], refused: { reason, pointer } });
export const leftOut = (why: string): Fate => ({ events: [], leftOut: why });

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

export const textIn = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** An event of the source, in CloudEvents' structured form. */
export const event = (
  { source }: AdapterContext,
  attributes: { readonly id: string; readonly type: string; readonly time: string; readonly revision?: number },
  data: Fields,
): object => ({
  specversion: '1.0',
  source: source.id,
  ...attributes,
  data: Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)),
});
