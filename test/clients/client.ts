import type { S3Client } from '@aws-sdk/client-s3';
import type { Browser } from 'playwright-core';
import type { Fact, Stream } from '#event/types.ts';
import type { Quarantined } from '#store/quarantine.ts';

/** The local stack, as a vendor's own client sees it, and what came of what it sent. */
export interface ClientStack {
  /** `http://127.0.0.1:{port}/hooks/{source}`. */
  address(source: string): string;
  keys(source: string): { readonly signing: readonly string[]; readonly tokens: readonly string[] };
  /** The example's facts of a stream and a London day, `YYYY-MM-DD`. */
  facts(stream: Stream, day: string): Promise<readonly Fact[]>;
  /** Everything that was set aside in this run. */
  quarantined(): Promise<readonly Quarantined[]>;
  /** Headless; undefined where this computer has none: answer 'skipped' then. */
  browser(): Promise<Browser | undefined>;
  /** The data bucket, in which a folder is for files to be imported. */
  readonly objects: { readonly s3: S3Client; readonly bucket: string };
  /** Where all of it is kept: `data`, `logs` and `secrets.json` are in it. */
  readonly folder: string;
}

export interface ClientRun {
  /** `cloudevents 10, binary mode`. */
  readonly name: string;
  /** Throws, by node:assert, when it went otherwise than it should. */
  run(stack: ClientStack): Promise<'skipped' | undefined>;
}

/** What a file `{name}.client.ts` exports. */
export interface ClientFile {
  readonly clients: readonly ClientRun[];
  /** Entries of sources.yaml that it needs beside the example's own. */
  readonly sources?: readonly object[];
}

/** Asks again until it is so, for what a browser sends in its own time. */
export async function eventually<T>(ask: () => Promise<T | undefined>, seconds = 10): Promise<T> {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`it did not happen within ${seconds} seconds`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
