import type { Fact, Stream } from '#event/types.ts';

/** `accepted`: stored, first or as a higher revision. `duplicate`: stored before, or outranked by what is stored. */
export type Appended = 'accepted' | 'duplicate' | { readonly refused: string; readonly pointer: string };

/** A fact to be stored, and what else must hold for that; where it does not, the answer is `duplicate`. */
export interface Candidate extends Fact {
  /** Of what it says, whatever its revision: what is stored must not say the same. */
  readonly says?: string;
  /** The revision that is stored must be just this one. */
  readonly over?: number;
}

/** A day whose partial may no longer be right. */
export interface DirtyDay {
  readonly organisation: string;
  readonly stream: Stream;
  readonly day: string;
}

/** The mark on a dirty day: every write replaces the token, so that a mark cannot be deleted unseen. */
export interface Mark {
  readonly token: string;
  /** ISO 8601 UTC. */
  readonly markedAt: string;
}

/**
 * Every fact once, however often it was sent; the highest (revision, content hash) wins, so that order never matters.
 */
export interface EventLog {
  /**
   * One answer a fact, in order. Resolves only when every fact and the marks of every day that each has ever been in,
   * and of the days of its subject's other facts, are written; throws when any could not be.
   */
  append(facts: readonly Candidate[], now: Date): Promise<readonly Appended[]>;
  /**
   * The day's facts by the index, withdrawn ones too. For messages and cases, also every other fact of their subjects
   * (read consistently), whatever its day. The index may lag behind `append`.
   */
  factsOf(day: DirtyDay): Promise<readonly Fact[]>;
  /** Recorded values, comments, milestones and releases of a scorecard, consistently read, withdrawn ones too. */
  recordsOf(organisation: string, scorecard: string): Promise<readonly Fact[]>;
}

export interface DirtyDays {
  /** Marks set before the instant, in key order after the cursor; at most `limit`. */
  list(
    organisation: string,
    options: { before: Date; after?: string; limit: number },
  ): Promise<readonly (DirtyDay & Mark & { cursor: string })[]>;
  /** Of each day, in their order; undefined for one that is not marked. Consistently read. */
  read(days: readonly DirtyDay[]): Promise<readonly (Mark | undefined)[]>;
  mark(days: readonly DirtyDay[], now: Date): Promise<void>;
  /** Deletes the mark if its token is still this one; false when it was marked again. */
  clear(day: DirtyDay, token: string): Promise<boolean>;
}
