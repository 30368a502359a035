export type Fields = Readonly<Record<string, unknown>>;

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** Ids come as text, and in some notices as numbers. */
export const idIn = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? text : undefined;
};

/** Meta writes seconds in some places and milliseconds in others; what is no time is undefined. */
export const timeIn = (fields: Fields, name: string): string | undefined => {
  const value = Number(idIn(fields, name) ?? Number.NaN);
  const ms = value < secondsUntil ? value * 1000 : value;
  return value > 0 && ms <= latestMs ? new Date(ms).toISOString() : undefined;
};

/** As seconds the year 5138, as milliseconds March 1973. */
const secondsUntil = 1e11;
const latestMs = 8.64e15;
