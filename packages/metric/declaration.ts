import { londonHour } from '#calendar/day.ts';
import type { Fact } from '#event/types.ts';

/** What a dimension is when the fact does not say, and when it says something that is not listed. */
export const absent = '';
export const other = 'other';

/**
 * - `closed`: the event's schema allows these values only
 * - `listed`: those in `organisation.yaml`, and `values` besides; anything else is `other`
 * - `free`: as sent
 */
export interface Dimension {
  readonly kind: 'closed' | 'listed' | 'free';
  readonly values: readonly string[];
  /** Where it is not the field of the same name. */
  readonly of?: (fact: Fact) => unknown;
}

export const closed = (values: readonly string[]): Dimension => ({ kind: 'closed', values });
export const listed = (...values: string[]): Dimension => ({ kind: 'listed', values });
export const flag: Dimension = closed(['true', 'false']);
export const free: Dimension = { kind: 'free', values: [] };

const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
/** `00` to `23` on a London clock. */
export const hourOf = (field?: string): Dimension => ({
  ...closed(hours),
  of: (fact) => hours[londonHour(instantOf(fact, field))],
});

/** The fact's own instant: the field that its day is of, else the event's time. */
export const instantOf = (fact: Fact, field?: string): string => {
  const instant = field && fact.data[field];
  return typeof instant === 'string' ? instant : fact.time;
};
export const msOf = (fact: Fact, field?: string): number => Date.parse(instantOf(fact, field));
export const minuteOf = (ms: number): number => Math.floor(ms / 60_000);

/** A number and where it comes from, if not from the field of the same name; undefined when the fact lacks it. */
export interface NumberSource {
  readonly of?: (fact: Fact) => number | undefined;
}
export const field: NumberSource = {};

/** The field of this name, unless the fact says by another that nobody knows it. */
export const knownUnless = (name: string, unknown: string): NumberSource => ({
  of: ({ data }) => {
    const value = data[name];
    return typeof value === 'number' && data[unknown] !== true ? value : undefined;
  },
});

/** Seconds that are the sum of several; undefined unless every one is there. */
export const sumOf = (...names: readonly string[]): NumberSource => ({
  of: ({ data }) => {
    const parts = names.map((name) => data[name]);
    return parts.every((part) => typeof part === 'number') ? parts.reduce((total, part) => total + part, 0) : undefined;
  },
});

/** Whole seconds from one instant of the fact to another; undefined unless both are there, in this order. */
export const secondsBetween = (from: string, to: string): NumberSource => ({
  of: ({ data }) => {
    const seconds = Math.round((Date.parse(String(data[to])) - Date.parse(String(data[from]))) / 1000);
    return seconds >= 0 ? seconds : undefined;
  },
});

/** One row of an instant table before its dimensions are read from `fact`. */
export interface InstantsOf {
  readonly fact: Fact;
  readonly at: Readonly<Record<string, number>>;
}

/** Rows that keep their instants, so that what had happened by a moment can be asked later. */
export interface TableDeclaration {
  readonly dimensions: readonly string[];
  /** The last of its dimensions, where rows of partials stored before lack them. */
  readonly added?: readonly string[];
  /** In order; a row belongs to the day of the first. */
  readonly instants: readonly string[];
  /** Instants that not every row has: one without is none of what begins then, whenever it ended. */
  readonly onlySome?: readonly string[];
  /** True or false as asked: whether this instant had passed. */
  readonly flags: Readonly<Record<string, string>>;
  /** Minutes from one instant to another, for rows where both had passed. */
  readonly durations: Readonly<Record<string, readonly [from: string, to: string]>>;
  /** Dimensions that every row has in common, so that a filter may name them. */
  readonly fixed: Readonly<Record<string, string>>;
  /** A dimension that was unknown before one of these instants. */
  readonly knownFrom: Readonly<Record<string, readonly string[]>>;
  /** An instant that cannot be seen where one of these dimensions has a value that the question calls unseen. */
  readonly unseen?: { readonly instant: string; readonly dimensions: readonly string[] };
  /** Given, counting the stream means counting these rows, unless the question uses this dimension of its events. */
  readonly countedUnless?: string;
  readonly rowsOf: (day: string, facts: readonly Fact[]) => readonly InstantsOf[];
}

/** The values of a field that has too many of them to be a dimension, counted within each combination of dimensions. */
export interface CounterDeclaration {
  readonly name: string;
  readonly dimensions: readonly string[];
  /** Dimensions that all that it counts have in common, so that a filter may name them. */
  readonly fixed: Readonly<Record<string, string>>;
  readonly of: (fact: Fact) => unknown;
}

/** A number of the cubes that is the time from one instant to another, in seconds. */
export interface SpanDeclaration {
  readonly from: string;
  readonly to: string;
  readonly number: string;
  /** The dimension that is true where the first instant is known, if it may not be. */
  readonly begunIf?: string;
}

export interface Declaration {
  /** What one of it is, for people. */
  readonly counts: string;
  readonly dimensions: Readonly<Record<string, Dimension>>;
  readonly numbers: Readonly<Record<string, NumberSource>>;
  /** A number that a fact lacks only where nobody knows it, and what people call it. */
  readonly maybeUnknown?: { readonly number: string; readonly called: string };
  /** At most four dimensions each: a question must fit into one of them. */
  readonly groupingSets: readonly (readonly string[])[];
  readonly table?: TableDeclaration;
  /** Stages, each with instants of its own: what is asked for when a question about durations uses `stage`. */
  readonly stages?: TableDeclaration;
  readonly spans?: readonly SpanDeclaration[];
  readonly counters?: readonly CounterDeclaration[];
  /** Ids that are counted once however often they occur. */
  readonly distinct?: readonly { readonly of: string; readonly dimensions: readonly string[] }[];
  /** Numbers, instants and dimensions of a table that partials stored without `knows` lack. */
  readonly added?: readonly string[];
  /** Dimensions by which the latest reading is kept. */
  readonly readings?: readonly string[];
  /** Why a fact that was not withdrawn is left out all the same. */
  readonly leaveOut?: (fact: Fact) => string | undefined;
  /** What a fact takes over from the other facts of its subject. */
  readonly complete?: (facts: readonly Fact[]) => readonly Fact[];
}
