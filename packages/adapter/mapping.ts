/** What a sender calls a thing, and what it is called here: by the name as posted, in any case. */
export type Names = Readonly<Record<string, string>>;

/** How a source's words become ours. A word without an entry stays as it is, where the field takes any. */
export interface Mapping {
  /** By the sender's queue name or id. */
  readonly queue?: Names | undefined;
  /** By the sender's queue name or id. */
  readonly service?: Names | undefined;
  readonly enquiryType?: Names | undefined;
  readonly network?: Names | undefined;
  /** By the sender's goal, or by the path of the form's page. */
  readonly form?: Names | undefined;
  /** By the sender's site id, or by host and beginning of a path: the longest that fits. */
  readonly site?: Names | undefined;
  /** The sender's own attributes that say these things; no other attribute is read. */
  readonly attributes?:
    | {
        readonly enquiryType?: string | undefined;
        readonly service?: string | undefined;
        readonly resolvedAtFirstContact?: string | undefined;
      }
    | undefined;
  /** The columns of a log line, in its order. */
  readonly fields?: readonly string[] | undefined;
  /** Ids of the sender's programs that answer by themselves. */
  readonly bots?: readonly string[] | undefined;
}

const tables = new WeakMap<Names, ReadonlyMap<string, string>>();

const tableOf = (names: Names): ReadonlyMap<string, string> => {
  const known = tables.get(names);
  if (known) return known;
  const table = new Map(Object.entries(names).map(([from, to]) => [keyOf(from), to]));
  tables.set(names, table);
  return table;
};

const keyOf = (word: string): string => word.trim().toLowerCase();

/** What the word is called here; undefined when the table does not name it. */
export const mapped = (names: Names | undefined, word: string | undefined): string | undefined =>
  names && word !== undefined ? tableOf(names).get(keyOf(word)) : undefined;

/** The site of a page: by the longest entry that its host and path begin with, whole path segments only. */
export const siteOfPage = (names: Names | undefined, host: string, path: string): string | undefined => {
  const segments = path.split(/[?#]/, 1)[0]?.split('/').filter(Boolean) ?? [];
  for (let length = segments.length; length >= 0; length -= 1) {
    const site = mapped(names, [host, ...segments.slice(0, length)].join('/'));
    if (site !== undefined) return site;
  }
  return undefined;
};
