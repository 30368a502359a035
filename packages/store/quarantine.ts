/** What could not be accepted, kept 30 days with its reason; both encrypted, a body over 300 KB in the data bucket. */
export interface Quarantined {
  readonly organisation: string;
  readonly source: string;
  /** Which adapter read it, and so can read it again; `cloudevents` where none is named. */
  readonly adapter?: string;
  /** ISO 8601 UTC. */
  readonly receivedAt: string;
  readonly reason: string;
  readonly pointer: string;
  /** The record as it arrived, without credentials. */
  readonly body: string;
}

/** Where an entry is kept. */
export interface Place {
  readonly organisation: string;
  /** The London day that it was received on. */
  readonly day: string;
  /** Of its source and body: 32 hex digits. */
  readonly id: string;
}

export type Kept = Quarantined & Place;

export interface Quarantine {
  /** The same body from the same source on a day is kept once, with the newest reason. */
  put(entries: readonly Quarantined[]): Promise<void>;
  list(organisation: string, day: string): Promise<readonly Kept[]>;
  /** What is not there is removed already. */
  remove(place: Place): Promise<void>;
}
