/** JSON with keys in order, so that equal values are equal text however they were written. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, (_, inner) => sorted(inner));

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
