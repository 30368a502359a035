import type { Stream } from '#event/types.ts';
import type { DayPartial } from '#metric/partial.ts';
import type { DirtyDay } from '#store/eventLog.ts';

/** Days, both included. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** One partial a stream and day, replaced whole on condition of its version. */
export interface Partials {
  /** Of each day, in their order; 0 when there is none yet. Consistently read. */
  versions(days: readonly DirtyDay[]): Promise<readonly number[]>;
  /** False when the stored version is no longer `expected`: begin again. */
  replace(organisation: string, partial: DayPartial, expected: number): Promise<boolean>;
  /** The first and the last day that have one; undefined when none has. */
  span(organisation: string, stream: Stream): Promise<Span | undefined>;
  /** In order of day, from and to included. */
  range(organisation: string, stream: Stream, from: string, to: string): Promise<readonly DayPartial[]>;
}
