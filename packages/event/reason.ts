/** Why an event cannot be accepted: a sentence that names the mend, and an RFC 6901 pointer into that event. */
export interface Refusal {
  readonly reason: string;
  readonly pointer: string;
}

export type Path = readonly PropertyKey[];

/** The part of a zod issue that a sentence is made of. */
interface Issue {
  readonly path: Path;
  readonly message: string;
}

const escaped = (key: PropertyKey): string => String(key).replaceAll('~', '~0').replaceAll('/', '~1');

/** Ends above a key too long to be worth repeating. */
export const pointerTo = (path: Path): string => {
  const tooLong = path.findIndex((key) => String(key).length > 200);
  const repeated = tooLong === -1 ? path : path.slice(0, tooLong);
  return repeated
    .map((key) => `/${escaped(key)}`)
    .join('')
    .toWellFormed();
};

/** What a sender wrote, short enough to repeat in an answer. */
export const quoted = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text).toWellFormed();

const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );

const sentence = (name: string, value: unknown, message: string): string => {
  if (value === null) return `${name} is null; leave an absent field out instead`;
  if (value === undefined && !message.startsWith('must be given')) return `${name} is missing; it ${message}`;
  return `${name} ${message}`;
};

/** The first issue as a refusal; messages begin with "must" (see `field.ts`). */
export const refusalOf = (input: unknown, issue: Issue): Refusal => ({
  reason: sentence(issue.path.map((key) => quoted(String(key))).join('.'), valueAt(input, issue.path), issue.message),
  pointer: pointerTo(issue.path),
});
