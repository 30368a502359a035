import type { Stream } from '#event/types.ts';

/** An exact sparse histogram: how often each whole number occurred, ordered by value. Sums are integers. */
export type Histogram = readonly (readonly [value: number, count: number])[];

/** One combination of dimension values, how often it occurred and, for each number, its histogram. */
export interface CubeRow {
  /** In the order of the grouping set's dimensions; a dimension that the fact lacks is `''`. */
  readonly key: readonly string[];
  readonly count: number;
  readonly numbers: Readonly<Record<string, Histogram>>;
}

/** The rows of one grouping set, sorted by key. */
export interface Cuboid {
  readonly dimensions: readonly string[];
  readonly rows: readonly CubeRow[];
}

/** A received message or a case, kept with its instants (whole minutes since 1970) so that any clock can be applied. */
export interface InstantRow {
  readonly key: readonly string[];
  /** Minutes since 1970-01-01T00:00Z by name: received, replied; opened, acknowledged, extended, responded, closed. */
  readonly at: Readonly<Record<string, number>>;
  readonly count: number;
}

export interface InstantTable {
  readonly dimensions: readonly string[];
  readonly rows: readonly InstantRow[];
}

/** The last reading of each gauge on a day: what `latest` needs. */
export interface Reading {
  readonly key: readonly string[];
  /** ISO 8601 UTC. */
  readonly time: string;
  readonly value: number;
}

/**
 * How often each value of a field with very many values occurred. Values are cut only when a day is built, merged uncut.
 */
export interface TopCounter {
  /** `path`, `search` or `form`. */
  readonly name: string;
  readonly dimensions: readonly string[];
  /** Sorted by key. */
  readonly groups: readonly TopGroup[];
}

export interface TopGroup {
  readonly key: readonly string[];
  /** Ordered by value. */
  readonly counts: readonly (readonly [value: string, count: number])[];
  /** Occurrences of the values that were cut. */
  readonly cut: number;
  /** The most that any one value can lack: the sum over days of the highest count that was cut. */
  readonly mostMissed: number;
}

/** Different ids, hashed to 64 bits: 16 hexadecimal digits each, sorted; or, when too many, a sketch of them in base64. */
export type Ids = { readonly ids: string } | { readonly sketch: string };

export interface IdSets {
  /** The field that holds the id, such as `visitorKey`. */
  readonly of: string;
  readonly dimensions: readonly string[];
  /** Sorted by key. */
  readonly groups: readonly { readonly key: readonly string[]; readonly ids: Ids }[];
}

/**
 * Everything that a stream's facts of one or more days add up to, knowing no measure.
 * `merge` is associative and commutative; `nothing` is its identity.
 */
export interface Partial {
  readonly stream: Stream;
  readonly cuboids: readonly Cuboid[];
  readonly instants?: InstantTable;
  /** Stages of cases, each with its own instants. */
  readonly stages?: InstantTable;
  readonly readings?: readonly Reading[];
  readonly tops?: readonly TopCounter[];
  readonly distinct?: readonly IdSets[];
  /** The numbers, instants and added dimensions that its rows know, sorted. Partials stored without it lack those that were added later. */
  readonly knows?: readonly string[];
  /** How many facts that were not withdrawn each source sent, by day. Partials stored without it do not know. */
  readonly sources?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Facts counted, and facts left out with the reason (withdrawn, automated, after the as-of date). */
  readonly facts: number;
  readonly leftOut: Readonly<Record<string, number>>;
  /** Days merged into this one that had at least one fact, sorted. */
  readonly days: readonly string[];
}

/** A partial of exactly one London day. */
export interface DayPartial extends Partial {
  readonly day: string;
}
