/** Marks that turn the direction of writing, or begin a stretch that something must end. */
const marks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const begin = /[\u2066-\u2068]/;
const first = '\u2068';
const end = '\u2069';

/**
 * Isolated as by `<bdi>`: U+2068 up to U+2069. What the text itself begins is ended with it, and an end of nothing, which
 * would end the isolation, is left out.
 */
const wrapped = (text: string): string => {
  let depth = 0;
  const kept = [...text].filter((mark) => {
    if (begin.test(mark)) depth += 1;
    if (mark !== end) return true;
    depth -= 1;
    const isEndOfNothing = depth < 0;
    depth = Math.max(0, depth);
    return !isEndOfNothing;
  });
  return `${first}${kept.join('')}${end.repeat(depth)}${end}`;
};

const inside = (value: unknown): unknown => {
  if (typeof value === 'string') return marks.test(value) ? wrapped(value) : value;
  if (Array.isArray(value)) return value.map(inside);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inside(each)]));
};

const hasMarks = (value: unknown): boolean => {
  if (typeof value === 'string') return marks.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasMarks);
};

const known = new WeakMap<object, object>();
const originals = new WeakMap<object, object>();

/** Whatever was made of another to be printed. */
export const madeFrom = <Value extends object>(made: Value, original: Value): Value => {
  if (made !== original) originals.set(made, original);
  return made;
};

/** The edition as pages print it: a text that turns writing round turns nothing but itself. Mostly the edition itself. */
export const isolated = <Value extends object>(value: Value): Value => {
  const made = known.get(value) ?? (hasMarks(value) ? (inside(value) as object) : value);
  known.set(value, made);
  return madeFrom(made as Value, value);
};

/** As it is kept, for the files that hold data. */
export const originalOf = <Value extends object>(value: Value): Value => {
  const original = originals.get(value) as Value | undefined;
  return original === undefined ? value : originalOf(original);
};
