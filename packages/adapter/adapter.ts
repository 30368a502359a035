import type { CsvConfig } from '#adapter/csv/config.ts';
import type { Mapping } from '#adapter/mapping.ts';
import type { Refusal } from '#event/reason.ts';

/** One request at `/hooks/{source}` or `/events/{source}`. */
export interface HookRequest {
  readonly method: string;
  /** What follows the source in the path: empty, or `/matomo.php`. */
  readonly rest: string;
  /** As it arrived, without the question mark. */
  readonly query: string;
  /** The whole public address that the sender called, query included. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** As it arrived: a byte more or less, and no signature matches. */
  readonly rawBody: Buffer;
  /** Decompressed, within the adapter's limits. */
  readonly body: Buffer;
  /** The sender's network address; with the agent header it stands for a visitor. Never stored in clear. */
  readonly address: string;
  /** No other request has it. */
  readonly requestId: string;
}

/** What a source's sender can prove itself with; two of each while keys rotate. */
export interface Credentials {
  /** Keys that make signatures: Standard Webhooks' `whsec_…`, Twilio's auth token, Meta's app secret. */
  readonly signing: readonly string[];
  /** What is shown as it is: bearer tokens, API keys, passwords, `token_auth`, Meta's verify token. */
  readonly tokens: readonly string[];
}

export interface AdapterContext {
  readonly source: {
    readonly id: string;
    readonly trust: 'signed' | 'token' | 'browser';
    /** `https://www.northmoor.example`; the only ones whose browsers may post. */
    readonly origins: readonly string[];
    readonly mapping: Mapping;
    /** How its sheets are read. */
    readonly csv?: CsvConfig | undefined;
  };
  readonly credentials: Credentials;
  readonly now: Date;
  /** A keyed hash, 32 hex digits: what an id is made of that would otherwise name a person. Equal kinds and values give equal hashes. */
  readonly hash: (kind: string, value: string) => string;
}

/** One record of a request: a line, a row, an event; with a fate of its own. */
export interface Item {
  /** CloudEvents in their structured form, without `source`'s path part; none when the record is refused or left out. */
  readonly events: readonly object[];
  /** Why the record can become no event at all; it goes to quarantine. */
  readonly refused?: Refusal;
  /** Why the record counts nowhere though nothing is wrong with it: a bot, a heartbeat, a leg passed on. Not kept. */
  readonly leftOut?: string;
  /** Its events are no news where what is stored says the same, whatever the revision: a sheet that is imported again. */
  readonly unlessSame?: boolean;
  /** The record as it arrived, credentials removed: what quarantine keeps and a replay reads again. */
  readonly text: () => string;
}

/** A request in which no record can be told apart. */
export interface Unreadable {
  readonly unreadable: 'media type' | 'content';
  readonly detail: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The body is bytes in base64, such as an image's. */
  readonly isBase64Encoded?: boolean;
}

/** What became of a request's records; a record of several events counts once, by the worst of them. */
export interface Tally {
  readonly accepted: number;
  readonly duplicates: number;
  readonly leftOut: number;
  readonly rejected: readonly (Refusal & { readonly index: number; readonly id?: string })[];
  /** Of what was taken all the same; the first thousand. */
  readonly warnings?: readonly (Refusal & { readonly index: number; readonly id?: string | undefined })[];
}

/** One vendor's way of posting. Pure: the clock, the keys and the sender's address are handed in. */
export interface Adapter {
  /** Bytes as sent and decompressed, records, and depth of nesting; the usual ones when left out. */
  readonly limits?: Partial<Limits>;
  /** Ways of asking that bring events; POST alone when left out. Others are answered 405, unless greeted. */
  readonly methods?: readonly string[];
  /** Answers a request that carries no events: a preflight, a challenge, a handshake. It must check what it needs itself. */
  readonly greet?: (request: HookRequest, context: AdapterContext) => Reply | undefined;
  /**
   * Why the request is not its sender's, as a sentence that names the mend; undefined when it is. For the source's own
   * trust: `browser` means that `originProblem` decides where the request names a page, or a token where one is shown.
   */
  readonly problem: (request: HookRequest, context: AdapterContext) => string | undefined;
  readonly read: (request: HookRequest, context: AdapterContext) => readonly Item[] | Unreadable;
  /** The import that the request is a part of: it is remembered, to be taken back, and whoever runs it has its refused rows. */
  readonly batch?: (request: HookRequest) => { readonly id: string; readonly part: number } | undefined;
  /** What quarantine kept of one record, read again, perhaps with a better mapping. */
  readonly again: (text: string, context: AdapterContext) => Item;
  /** What this sender needs to hear so that it neither drops nor repeats for ever; the usual answer when left out. */
  readonly reply?: (tally: Tally, request: HookRequest, context: AdapterContext) => Reply;
  /** The same for a request that failed as a whole (a status of 400 or more): a preflighted browser needs its headers, Firehose its form. */
  readonly refusal?: (status: number, detail: string, request: HookRequest, context: AdapterContext) => Reply;
}

export interface Limits {
  readonly mostBytes: number;
  readonly mostDecompressedBytes: number;
  readonly mostRecords: number;
  readonly mostDepth: number;
}
