/** What could not be accepted, kept 30 days with its reason; the body encrypted, over 300 KB in the data bucket. */
export interface Quarantined {
  readonly organisation: string;
  readonly source: string;
  /** ISO 8601 UTC. */
  readonly receivedAt: string;
  readonly reason: string;
  readonly pointer: string;
  /** The event as it arrived. */
  readonly body: string;
}

export interface Quarantine {
  /** The same body from the same source on a day is kept once. */
  put(entries: readonly Quarantined[]): Promise<void>;
  list(organisation: string, day: string): Promise<readonly Quarantined[]>;
}
