/** One object under `drop/`, as it was when it was put there. */
export interface Dropped {
  readonly key: string;
  readonly version?: string;
}

/** Files that are put into the bucket to be imported, and what is written beside them. */
export interface Drops {
  /** undefined when it is no longer there. */
  read(dropped: Dropped): Promise<AsyncIterable<Uint8Array> | undefined>;
  write(key: string, text: string, contentType: string): Promise<void>;
  /** Of what was written; empty where nothing was. */
  text(key: string): Promise<string>;
  /** What is not there is removed already. */
  remove(key: string): Promise<void>;
}
