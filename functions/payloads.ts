import type { DirtyDay } from '#store/eventLog.ts';

/** What starts a night. Without `asOf` it is the London day before `startedAt`'s 02:00, that is yesterday. */
export interface NightInput {
  readonly asOf?: string;
  /** Only this organisation; all when left out. */
  readonly organisation?: string;
}

/** The state machine's `plan` step: called again with its own output until `done`. Keys only. */
export interface PlanInput {
  readonly night: NightInput;
  /** ISO 8601 UTC: marks set after it wait for the next night. */
  readonly startedAt: string;
  readonly cursor?: { readonly organisation: string; readonly after?: string };
}

export interface PlanOutput extends PlanInput {
  readonly asOf: string;
  /** At most 400 chunks of at most 25 days. */
  readonly chunks: readonly RollupInput[];
  /** True when there is nothing left to roll up: the scorecards are then listed, and what is to be verified. */
  readonly done: boolean;
  /** Some of the settled days, in chunks as well; none by a night as of a given day, which only publishes again. */
  readonly checks: readonly RollupInput[];
  readonly scorecards: readonly ScorecardTask[];
}

export interface ScorecardTask {
  readonly organisation: string;
  readonly scorecard: string;
  readonly asOf: string;
  /** ISO 8601 UTC. */
  readonly publishedAt: string;
}

/** A chunk of the night: to be counted, or to be verified only. */
export interface RollupInput {
  readonly days: readonly DirtyDay[];
  readonly verify?: boolean;
}

export interface RollupOutput {
  readonly rebuilt: number;
  /** Days whose mark must wait: marked again meanwhile, or not yet quiet. */
  readonly waiting: number;
}

/** What verifying some days found. */
export interface VerifyOutput {
  readonly verified: number;
  /** Not looked at, because events came since they were counted. */
  readonly marked: number;
  /** Not what their events add up to: the next night counts them again. */
  readonly different: number;
}

export interface AssessOutput extends ScorecardTask {
  readonly minted: readonly { readonly period: string; readonly edition: number }[];
}

export interface PublishOutput {
  readonly files: number;
}

/** What EventBridge says of an object that was put; the drop state machine begins with it. */
export interface ObjectCreated {
  readonly time: string;
  readonly detail: {
    readonly object: { readonly key: string; readonly etag?: string; readonly 'version-id'?: string };
  };
}

/** The state machine's `drop` step: called again with its own output until `done`. */
export interface DropState {
  readonly key: string;
  readonly version?: string;
  /** Of the import; the same however often the event comes. */
  readonly batch: string;
  readonly counts: DropCounts;
  /** How many requests' worth were stored, and how many pieces of the report were written. */
  readonly parts: number;
  readonly pieces: number;
  /** Of rows that were stored all the same: a sentence each, the first of them only. */
  readonly warnings?: readonly string[];
  readonly done: boolean;
}

export interface DropCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly leftOut: number;
  readonly rejected: number;
}
